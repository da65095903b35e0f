import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { openSandbox } from '../../sandbox/sandbox.js';
import { servePage } from '../../sandbox/page-server/server.js';
import { startTestBot } from './test-bot.js';

/** A Chromium of this machine; undefined if there is none. */
export const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
	existsSync(path),
);

/** What keeps Chromium from asking the network for anything of its own. */
const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The sandbox with its page, the test bot, and a browser. */
export interface Stage {
	readonly sandbox: Sandbox;
	/** A new window on the page; what goes wrong in it is added to `problems`. */
	open(size?: { readonly width: number; readonly height: number }): Promise<Page>;
	/** Errors of the page, its violations of the content policy, and requests to other hosts. */
	readonly problems: readonly string[];
	close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
	const sandbox = await openSandbox();
	await servePage(sandbox);
	const stopBot = await startTestBot(sandbox);
	const browser: Browser = await chromium.launch({
		...(BROWSER !== undefined && { executablePath: BROWSER }),
		args: ARGUMENTS,
	});
	// all windows share what they have loaded
	const context = await browser.newContext();
	const problems: string[] = [];
	return {
		sandbox,
		problems,
		async open(size = { width: 1200, height: 800 }) {
			const page = await context.newPage();
			await page.setViewportSize(size);
			page.setDefaultTimeout(15_000);
			page.on('pageerror', (error) => problems.push(error.message));
			page.on('console', (message) => {
				if (message.type() === 'error') problems.push(message.text());
			});
			page.on('request', (request) => {
				const url = request.url();
				if (!url.startsWith(sandbox.url) && !url.startsWith('data:')) problems.push(`asked for ${url}`);
			});
			await page.goto(sandbox.url);
			await page.locator('#message').waitFor();
			return page;
		},
		async close() {
			await browser.close();
			await stopBot();
			await sandbox.close();
		},
	};
}
