import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { readConfig } from '../bot/config.js';
import { PACKAGE_ROOT } from '../embeddings/package-root.js';
import { IDS } from '../sandbox/default-world.js';

/**
 * Takes the pictures of the README, of the bot as it is, in the page of the sandbox.
 *
 *     npm run screenshots -- [FOLDER]
 */
const folder = process.argv[2] ?? join(PACKAGE_ROOT, 'docs', 'images');
const WIDE = { width: 1120, height: 840 };
const NARROW = { width: 390, height: 780 };
/** Three stand side by side, each as high as its message and what the page has above and below it. */
const THIRD = { width: 480, height: 560 };
const AROUND_MESSAGE = 138;
/** What each of the three is called, and a question that is answered so. */
const PARTS = {
	list: 'How do I sign up and create an account?',
	row: 'What does TR-2041 mean?',
	code: 'What goes into the configuration file cauhinh.yaml?',
};
const CHROMIUM = '/usr/bin/chromium';
/** What keeps Chromium from asking the network for anything of its own. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

async function main(url: string): Promise<void> {
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
	try {
		const context = await browser.newContext({ deviceScaleFactor: 1.5, colorScheme: 'dark' });
		const page = await context.newPage();
		await page.setViewportSize(WIDE);
		await page.goto(url);
		await page.getByText('Quoth is online').waitFor({ timeout: 60_000 });
		await page.getByLabel('You are').selectOption(IDS.english);

		await ask(page, '¿Cuándo volvió a circular el tren nocturno entre Brastow y Sallow Bay?');
		await shoot(page, 'answer');
		await lastMessage(page).getByRole('button', { name: 'Sources' }).click();
		await page.getByText('Only you can see this').last().waitFor();
		await shoot(page, 'sources');
		await ask(page, 'Who won the football World Cup in 1966?');
		await shoot(page, 'abstention');
		await type(page, '/lookup');
		await page.keyboard.press('Enter');
		await page.keyboard.type('cho phien');
		await page.locator('.suggestion').first().waitFor();
		await page.waitForTimeout(700);
		await shoot(page, 'autocomplete');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');

		await page.getByLabel('You are').selectOption(IDS.vietnamese);
		await type(page, '/');
		await page.locator('.suggestion').first().waitFor();
		await shoot(page, 'commands');
		await page.keyboard.press('Escape');
		await page.locator('#message').fill('');

		await page.getByRole('button', { name: /theme/i }).click();
		await ask(page, 'Ai là giám đốc hợp tác xã cà phê Pa Leng?');
		await shoot(page, 'light');
		await page.getByRole('button', { name: /theme/i }).click();
		await resize(page, NARROW);
		await shoot(page, 'narrow');

		await resize(page, WIDE);
		await page.getByLabel('You are').selectOption(IDS.english);
		await resize(page, THIRD);
		for (const [name, question] of Object.entries(PARTS)) {
			await ask(page, question);
			const { height = 0 } = (await lastMessage(page).boundingBox()) ?? {};
			await resize(page, { ...THIRD, height: Math.ceil(height) + AROUND_MESSAGE });
			await shoot(page, name);
		}
	} finally {
		await browser.close();
	}
}

/** And scrolls to the newest message. */
async function resize(page: Page, size: typeof WIDE): Promise<void> {
	await page.setViewportSize(size);
	await page.locator('#messages').hover();
	await page.mouse.wheel(0, 1e6);
	await page.waitForTimeout(300);
}

async function type(page: Page, text: string): Promise<void> {
	await page.locator('#message').pressSequentially(text);
}

async function ask(page: Page, question: string): Promise<void> {
	const before = await page.locator('article').count();
	await type(page, '/as');
	await page.locator('.suggestion').first().waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.type(question);
	await page.keyboard.press('Enter');
	await page.locator('article').nth(before).locator('.container').waitFor();
	await page.waitForTimeout(300);
}

function lastMessage(page: Page) {
	return page.locator('article').last();
}

/** What the page shows, in few colors and without what the pointer would light up. */
async function shoot(page: Page, name: string): Promise<void> {
	await page.mouse.move(0, 0);
	await page.waitForTimeout(100);
	const picture = sharp(await page.screenshot());
	await picture.png({ palette: true, effort: 10 }).toFile(join(folder, `${name}.png`));
	process.stderr.write(`${name}.png\n`);
}

await mkdir(folder, { recursive: true });
const dataFolder = await mkdtemp(join(tmpdir(), 'quoth-screenshots-'));
const sandbox = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'cli', 'main.js'), 'sandbox', '--port', '0'], {
	env: { ...readConfig().childEnvironment, QUOTH_DATA: dataFolder },
	stdio: ['ignore', 'pipe', 'inherit'],
});
try {
	for await (const line of createInterface({ input: sandbox.stdout })) {
		const [url] = /http:\/\/\S+/.exec(line) ?? [];
		if (url === undefined) continue;
		await main(url);
		break;
	}
} finally {
	sandbox.kill('SIGTERM');
	if (sandbox.exitCode === null) await once(sandbox, 'exit');
	await rm(dataFolder, { recursive: true, force: true });
}
