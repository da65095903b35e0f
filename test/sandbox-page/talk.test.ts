import { ChannelType, MessageType, PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { Message } from '../../sandbox/world.js';
import type { Stage } from './browser.js';
import { BROWSER, openStage } from './browser.js';

let stage: Stage;
/** Much talk in the newsroom. */
let posted: readonly Message[] = [];

beforeAll(async () => {
	if (BROWSER === undefined) return;
	stage = await openStage();
	const now = Date.now();
	posted = stage.sandbox.changes.post(
		IDS.newsroom,
		Array.from({ length: 260 }, (_, i) => ({
			authorId: IDS.lao,
			content: `Message ${i} of many`,
			at: now - (300 - i) * 60_000,
		})),
	);
}, 60_000);

afterAll(async () => {
	if (BROWSER !== undefined) await stage.close();
});

/** The page, as somebody, with one place open. */
async function openPage(userId: string, place: string): Promise<Page> {
	const page = await stage.open();
	onTestFinished(() => page.close());
	await page.getByLabel('You are').selectOption(userId);
	await page.locator('.sidebar').getByRole('button', { name: place, exact: true }).click();
	await page.getByPlaceholder(`Message #${place}`).waitFor();
	return page;
}

async function run(page: Page, command: string, argument?: string): Promise<void> {
	await page.locator('#message').pressSequentially(`/${command}`);
	await page.locator('.suggestion').first().waitFor();
	await page.keyboard.press('Enter');
	if (argument !== undefined) await page.keyboard.insertText(argument);
	await page.keyboard.press('Enter');
}

const message = (page: Page, index: number) => page.locator(`[data-message="${posted[index]?.id ?? ''}"]`);
const isInView = async (page: Page, index: number) => {
	const box = await message(page, index).boundingBox();
	return box !== null && box.y > 0 && box.y + box.height < (page.viewportSize()?.height ?? 0);
};

describe.skipIf(BROWSER === undefined)('talk in the page', () => {
	it('shows the end of a long channel, and more of it when asked', async () => {
		const page = await openPage(IDS.french, 'newsroom');
		await expect.poll(() => isInView(page, 259)).toBe(true);
		expect(await page.locator('article').count()).toBe(100);
		await page.getByRole('button', { name: 'Show older messages' }).click();
		await message(page, 60).waitFor();
		expect(await page.locator('article').count()).toBe(200);
		// what was at the top is where it was
		await expect.poll(() => isInView(page, 161)).toBe(true);
		await page.getByRole('button', { name: 'Show older messages' }).click();
		await page.getByText('Welcome to #newsroom!').waitFor();
		expect(await page.locator('article').count()).toBe(260);
		expect(await page.getByRole('button', { name: 'Show older messages' }).count()).toBe(0);
	});

	it('goes to the message that a link leads to, from another channel, and on from there', async () => {
		const page = await openPage(IDS.french, 'general');
		const url = `https://discord.com/channels/${IDS.borderDesk}/${IDS.newsroom}/${posted[70]?.id ?? ''}`;
		await run(page, 'sum', url);
		const reply = page.locator('article', { hasText: 'The train leaves' });
		const links = reply.locator(`a[href="${url}"]`);
		await links.first().waitFor();
		expect(await links.count()).toBe(3);
		expect(await reply.locator('discord-mention').innerText()).toContain('newsroom');
		await links.first().click();
		await page.getByPlaceholder('Message #newsroom').waitFor();
		await expect.poll(() => isInView(page, 70)).toBe(true);
		expect(await message(page, 70).getAttribute('class')).toContain('target');
		expect(await message(page, 259).count()).toBe(0);
		for (const last of [219, 259]) {
			await page.getByRole('button', { name: 'Show newer messages' }).click();
			await message(page, last).waitFor();
		}
		expect(await page.getByRole('button', { name: 'Show newer messages' }).count()).toBe(0);
		expect(page.context().pages()).toHaveLength(1);
	});

	it('says when the message of a link is gone, and leaves links to where nobody can go to the browser', async () => {
		const page = await openPage(IDS.french, 'general');
		const at = (channelId: string) => `https://discord.com/channels/${IDS.borderDesk}/${channelId}/1`;
		const goThere = (url: string) => page.locator(`a[href="${url}"]`, { hasText: 'Go there' });
		await run(page, 'sum', at(IDS.newsroom));
		await goThere(at(IDS.newsroom)).click();
		await page.getByText('This message is gone.').waitFor();
		await run(page, 'sum', at(IDS.private));
		expect(await goThere(at(IDS.private)).getAttribute('target')).toBe('_blank');
	});

	it('draws the pictures and files of a reply', async () => {
		const page = await openPage(IDS.french, 'general');
		await run(page, 'sum', 'https://example.org/');
		const reply = page.locator('article').last();
		const picture = reply.getByRole('img', { name: 'Messages an hour' });
		await expect.poll(async () => (await picture.boundingBox())?.width).toBe(320);
		const url = await reply.getByRole('link', { name: 'Download summary.md' }).getAttribute('href');
		expect(await (await fetch(url ?? '')).text()).toBe('# Summary\n');
		expect(await reply.locator('.file').innerText()).toContain('10 bytes');
	});

	it('offers the channels that somebody sees, of the kinds that a command takes', async () => {
		const page = await openPage(IDS.french, 'general');
		await page.locator('#message').pressSequentially('/look');
		await page.keyboard.press('Enter');
		const shown = async () =>
			(await page.locator('.suggestion').allInnerTexts()).map((one) => one.replace(/\s+/g, ' '));
		await expect.poll(shown).toContain('#border-desk');
		const all = await shown();
		expect(all).toContain('Freight train: what is missing #border-desk');
		for (const hidden of ['#editors-only', '#questions', 'Budget for Saturday #border-desk'])
			expect(all).not.toContain(hidden);
		await page.keyboard.type('freight train');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await page.getByText('Freight train: what is missing is').waitFor();
	});

	it('chooses channels and people in menus', async () => {
		const page = await openPage(IDS.french, 'general');
		await run(page, 'menus');
		const reply = page.locator('article', { hasText: 'Where?' }).last();
		expect(await reply.getByRole('button', { name: 'Who?' }).innerText()).toContain('Chloé');
		await reply.getByRole('button', { name: 'Which channels?' }).click();
		const options = await reply.getByRole('option').allInnerTexts();
		expect(options.map((one) => one.trim())).toEqual([
			'#general',
			'#border-desk',
			'#accidents',
			'#newsroom',
			'#no-bots',
		]);
		await reply.getByRole('option', { name: '#border-desk' }).click();
		await reply.getByRole('option', { name: '#newsroom' }).click();
		await page.keyboard.press('Escape');
		await page.getByText('Chosen: border-desk newsroom').waitFor();
	});

	it('chooses them in dialogues too', async () => {
		const page = await openPage(IDS.french, 'general');
		await run(page, 'menus');
		await page.getByRole('button', { name: 'In a dialogue' }).last().click();
		const dialogue = page.getByRole('dialog', { name: 'Where and who?' });
		await dialogue.getByLabel('Channels').selectOption(['#general', '#accidents']);
		expect(await dialogue.getByLabel('Whom').locator('option').allInnerTexts()).toContain('@Editors');
		await dialogue.getByRole('button', { name: 'Submit' }).click();
		await page.getByText('Sent: general accidents').waitFor();
	});

	it('shows what Discord says itself, reactions, and the way into threads', async () => {
		const page = await openPage(IDS.french, 'border-desk');
		await page.getByText('pinned a message to this channel').waitFor();
		const like = page.getByRole('button', { name: '👍: 3' }).first();
		await like.click();
		await page.getByRole('button', { name: '👍: 2' }).first().waitFor();
		await page.locator('.begun').click();
		await page.getByPlaceholder('Message Freight train: what is missing').waitFor();
		await page.getByRole('button', { name: 'a message' }).click();
		await page.getByPlaceholder('Message #border-desk').waitFor();
		await page.locator('.message.target', { hasText: 'Chốt nhé' }).waitFor();
	});

	it('lists private threads for those who are in them, and marks what is age-restricted', async () => {
		const page = await openPage(IDS.vietnamese, 'border-desk');
		await page.getByRole('button', { name: 'Budget for Saturday' }).click();
		await page.getByText('Duyệt, tối đa một triệu').first().waitFor();
		await page.getByRole('button', { name: 'accidents 18+' }).click();
		await page.locator('header', { hasText: 'Age-restricted' }).waitFor();
		await page.getByLabel('You are').selectOption(IDS.french);
		await expect.poll(() => page.getByRole('button', { name: 'Budget for Saturday' }).count()).toBe(0);
	});

	it('follows what changes in the world', async () => {
		const page = await openPage(IDS.french, 'general');
		const { changes } = stage.sandbox;
		const id = '1216700000000000001';
		const place = page.getByRole('button', { name: 'breaking', exact: true });
		changes.addChannel(IDS.borderDesk, { id, name: 'breaking', type: ChannelType.GuildText });
		await place.waitFor();
		changes.editChannel(id, { overwrites: [{ id: IDS.borderDesk, type: 0, deny: Allow.ViewChannel }] });
		await expect.poll(() => place.count()).toBe(0);
		changes.editChannel(id, { overwrites: [], name: 'broken' });
		await page.getByRole('button', { name: 'broken', exact: true }).click();
		changes.post(id, [{ authorId: IDS.traveller, at: Date.now(), type: MessageType.UserJoin }]);
		await page.getByText('Iris is here now.').waitFor();
		changes.removeChannel(id);
		await expect.poll(() => page.getByRole('button', { name: 'broken', exact: true }).count()).toBe(0);
	});

	it('breaks no policy of its own, and asks nothing of others', () => {
		expect(stage.problems).toEqual([]);
		expect(stage.sandbox.violations.filter((one) => one.kind !== 'house')).toEqual([]);
	});
});
