import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { IDS } from '../../sandbox/default-world.js';
import type { Stage } from './browser.js';
import { BROWSER, openStage } from './browser.js';

let stage: Stage;

beforeAll(async () => {
	if (BROWSER !== undefined) stage = await openStage();
}, 60_000);

afterAll(async () => {
	if (BROWSER !== undefined) await stage.close();
});

/** The page, in a window of its own. */
async function openPage(size?: { readonly width: number; readonly height: number }): Promise<Page> {
	const page = await stage.open(size);
	onTestFinished(async () => {
		await page.evaluate('localStorage.clear()');
		await page.close();
	});
	return page;
}

/** Types a command's name and takes the first suggestion. */
async function start(page: Page, name: string): Promise<void> {
	await page.locator('#message').pressSequentially(`/${name}`);
	await page.locator('.suggestion').first().waitFor();
	await page.keyboard.press('Enter');
}

const lastMessage = (page: Page) => page.locator('article').last();

describe.skipIf(BROWSER === undefined)('the page', () => {
	it('runs a command by the keyboard alone, with a required option, a choice and a flag', async () => {
		const page = await openPage();
		await start(page, 'as');
		await page.keyboard.type('Why?');
		await page.keyboard.press('Tab');
		// the second of the optional ones
		for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		expect(await page.locator('.suggestion').allInnerTexts()).toEqual(['Components', 'Embed']);
		for (const key of ['ArrowDown', 'Enter', 'Enter']) await page.keyboard.press(key);
		await page.getByText('Sending command…').or(page.getByText('Quoth is thinking…')).first().waitFor();
		await page.getByText('2 of 2 quotes verified').waitFor();
		expect(await lastMessage(page).locator('discord-command').getAttribute('command')).toBe('ask');
		expect(await page.locator('#message').inputValue()).toBe('');
	});

	it('sends nothing while a required option is missing, and says which', async () => {
		const page = await openPage();
		const before = stage.sandbox.exchanges.length;
		await start(page, 'ask');
		await page.keyboard.press('Enter');
		expect(await page.getByRole('alert').innerText()).toContain('question: This option is required');
		expect(await page.locator('[data-option=question]').getAttribute('aria-invalid')).toBe('true');
		await page.keyboard.press('Escape');
		expect(await page.locator('#message').isVisible()).toBe(true);
		expect(stage.sandbox.exchanges).toHaveLength(before);
	});

	it('offers what the bot suggests while a person types', async () => {
		const page = await openPage();
		await start(page, 'city');
		await page.keyboard.type('vien');
		await page.getByRole('option', { name: 'Vientiane' }).waitFor();
		for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
		await page.getByText('You chose city-1').waitFor();
	});

	it('draws components of version 2, and answers to buttons are for one person', async () => {
		const [page, other] = [await openPage(), await openPage()];
		await other.getByLabel('You are').selectOption(IDS.english);
		await page.bringToFront();
		await start(page, 'ask');
		await page.keyboard.type('Is it open?');
		await page.keyboard.press('Enter');
		const answer = page.locator('article', { hasText: 'Is it open?' });
		await answer.locator('.container').waitFor();
		expect(await answer.locator('.container').getAttribute('style')).toContain('#2ecc71');
		expect(await answer.getByRole('heading').innerText()).toBe('Is it open?');
		expect(await answer.getByRole('link', { name: 'Open' }).first().getAttribute('href')).toBe('https://example.org/1');
		expect(await answer.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);

		await answer.getByRole('button', { name: 'Sources' }).click();
		await page.getByText('Button sources').waitFor();
		await page.getByText('Only you can see this').waitFor();
		await other.getByText('Is it open?').waitFor();
		expect(await other.getByText('Button sources').count()).toBe(0);

		await page.getByRole('button', { name: 'Which page?' }).click();
		await page.getByRole('option', { name: 'Second' }).click();
		await page.getByText('Chosen: second').waitFor();
		await page.getByRole('button', { name: 'Dismiss message' }).click();
		expect(await page.getByText('Chosen: second').count()).toBe(0);
	});

	it('opens a dialogue, and sends what was written', async () => {
		const page = await openPage();
		await start(page, 'ask');
		await page.keyboard.type('Really?');
		await page.keyboard.press('Enter');
		await page.locator('article', { hasText: 'Really?' }).getByRole('button', { name: 'Wrong' }).click();
		const dialogue = page.getByRole('dialog', { name: 'What is wrong?' });
		await dialogue.getByLabel('Tell the editors').fill('The date');
		await dialogue.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('Thank you: The date').waitFor();
		expect(await dialogue.count()).toBe(0);
	});

	it('runs the commands of a message from its menu, by pointer and by keyboard', async () => {
		const page = await openPage();
		const message = page.locator('article', { hasText: 'The rail timetable' });
		await message.getByText('The rail').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Find sources' }).click();
		await page.getByText('Sources of “The rail timetable').waitFor();
		await message.getByRole('button', { name: 'More for the message of Ada' }).focus();
		for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
		await expect.poll(() => page.getByText('Sources of “The rail timetable').count()).toBe(2);
	});

	it('takes a dropped file as an option, and shows files with a download', async () => {
		const page = await openPage();
		await start(page, 'library add');
		const transfer = await page.evaluateHandle(`(() => {
			const transfer = new DataTransfer();
			transfer.items.add(new File(['Xin chào'], 'bài.txt', { type: 'text/plain' }));
			return transfer;
		})()`);
		await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
		await page.locator('.pill-file', { hasText: 'bài.txt' }).waitFor();
		await page.keyboard.press('Enter');
		const card = lastMessage(page).locator('.file');
		await card.waitFor();
		const url = await card.getByRole('link', { name: 'Download' }).getAttribute('href');
		expect(await (await fetch(url ?? '')).text()).toBe('Xin chào\n');
	});

	it('mentions the bot by a picked name, answers messages, and shows files before they are sent', async () => {
		const page = await openPage();
		const box = page.locator('#message');
		await box.pressSequentially('@quo');
		await page.getByRole('option', { name: 'Quoth' }).waitFor();
		await page.keyboard.press('Tab');
		await box.pressSequentially('hello **there**');
		await page
			.getByLabel('Upload files')
			.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') });
		await page.getByRole('list', { name: 'Files to upload' }).getByText('a.txt').waitFor();
		await page.keyboard.press('Enter');
		await page.getByText('You wrote: @Quoth hello').waitFor();
		const mine = page.locator('article', { has: page.locator('discord-mention', { hasText: 'Quoth' }) }).last();
		expect(await mine.locator('strong').innerText()).toBe('there');
		await lastMessage(page).hover();
		await lastMessage(page).getByRole('button', { name: 'Reply to Quoth' }).click();
		await page.getByText('Replying to Quoth').waitFor();
		await page.keyboard.type('thanks');
		await page.keyboard.press('Enter');
		await page.locator('discord-message[author=Noy]', { hasText: 'thanks' }).locator('discord-reply').waitFor();
	});

	it('shows commands, choices and times in the language that is chosen', async () => {
		const page = await openPage();
		await page.getByLabel('Language of Discord').selectOption('vi');
		await expect.poll(() => page.locator('#message').isVisible()).toBe(true);
		await page.locator('#message').pressSequentially('/hoi');
		await page.getByRole('option', { name: '/hỏi' }).waitFor();
		expect(await page.locator('.suggestion').first().innerText()).toContain('Hỏi các bài viết');
		await page.keyboard.press('Enter');
		await page.locator('.pill-name', { hasText: 'câu-hỏi' }).waitFor();
		await page.keyboard.type('Mấy giờ?');
		await page.keyboard.press('Enter');
		const time = page.locator('article', { hasText: 'Mấy giờ?' }).locator('discord-time');
		await time.waitFor();
		expect(await time.innerText()).toBe('12 tháng 3, 2024');
	});

	it('shows members no commands that they may not use, and talks to the bot in private', async () => {
		const page = await openPage();
		await page.getByLabel('You are').selectOption(IDS.french);
		await page.locator('#message').pressSequentially('/');
		await page.getByRole('option', { name: '/demander' }).waitFor();
		expect(await page.getByRole('option', { name: '/library' }).count()).toBe(0);
		await page.getByRole('button', { name: 'Direct messages' }).click();
		await page.getByPlaceholder('Message @Quoth').waitFor();
	});

	it('says when the bot does not answer', { timeout: 20_000 }, async () => {
		const page = await openPage();
		await start(page, 'silent');
		await page.keyboard.press('Enter');
		await page.getByText('The application did not respond').waitFor();
	});

	it('keeps the light theme, and folds its sidebar in a window of 360 px', async () => {
		const page = await openPage({ width: 360, height: 740 });
		const burger = page.locator('header').getByRole('button', { name: 'Servers and channels' });
		const sidebar = page.locator('.sidebar');
		expect(await sidebar.isVisible()).toBe(false);
		await burger.click();
		await page.getByRole('button', { name: 'Light theme' }).click();
		expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
		await page.getByRole('button', { name: 'newsroom', exact: true }).click();
		await page.getByPlaceholder('Message #newsroom').waitFor();
		expect(await sidebar.isVisible()).toBe(false);
		expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(360);
		await page.reload();
		await page.locator('#message').waitFor();
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
	});

	it('loads everything from the sandbox, breaks no policy of its own, and makes the bot break no rule', () => {
		expect(stage.problems).toEqual([]);
		expect(stage.sandbox.violations.filter((one) => one.kind !== 'house')).toEqual([]);
	});
});

/** What the server answers when asked by this name, and with this origin. */
async function status(path: string, headers: Record<string, string>): Promise<number> {
	const { hostname, port } = new URL(stage.sandbox.url);
	return new Promise((resolve, reject) => {
		const asked = request({ hostname, port, path, headers }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		asked.on('error', reject);
		asked.end();
	});
}

describe.skipIf(BROWSER === undefined)('servePage', () => {
	it('gives the page to its own address only', async () => {
		const { host, port } = new URL(stage.sandbox.url);
		expect(await status('/', { host })).toBe(200);
		expect(await status('/', { host: `localhost:${port}` })).toBe(200);
		expect(await status('/', { host: `evil.example:${port}` })).toBe(403);
		expect(await status('/', { host, origin: 'https://evil.example' })).toBe(403);
		expect(await status('/page/code/main.js', { host: 'evil.example' })).toBe(403);
	});

	it.each([
		'/page/code/../../package.json',
		'/page/code/%2e%2e/%2e%2e/package.json',
		'/page/modules/lit/../../x.js',
		'/page/%',
	])('has no file at %s', async (path) => {
		const { host } = new URL(stage.sandbox.url);
		expect(await status(path, { host })).toBe(404);
	});

	it('closes the socket of who has not read the page', async () => {
		const socket = new WebSocket(`${stage.sandbox.url.replace('http', 'ws')}/page`);
		const code = await new Promise<number>((resolve, reject) => {
			socket.on('error', reject);
			socket.on('close', resolve);
			socket.on('open', () => {
				socket.send(JSON.stringify({ request: 1, token: 'guess', action: { kind: 'be', userId: null, locale: null } }));
			});
		});
		expect(code).toBe(1008);
	});
});
