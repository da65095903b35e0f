import { describe, expect, it } from 'vitest';
import { ChannelType } from 'discord-api-types/v10';
import type { OptionValue, Place } from '../../sandbox/actor.js';
import { IDS } from '../../sandbox/default-world.js';
import type { Interaction } from '../../sandbox/interactions/interaction.js';
import { servePage } from '../support/page-server.js';
import { stage, textIn, turned } from '../support/stage.js';

const { general, secondGeneral, english, french, manager } = IDS;
const here = { channelId: general };
const there = { channelId: secondGeneral };

const FERRY =
	'# The Ormond ferry in winter\n\nIn winter the Ormond ferry lands at the old salt pier. Tickets cost four crowns.\n';

describe('the library of a server', () => {
	const on = stage({ environment: { QUOTH_PRIVATE_URLS: 'true' } });
	const call = async (who: string, where: Place, name: string, options: Readonly<Record<string, OptionValue>> = {}) => {
		const interaction = await on.sandbox.as(who).command(where, name, options);
		await interaction.settled();
		return interaction;
	};
	const said = (interaction: Interaction) => textIn(interaction.messages()[0]);
	const question = { question: 'In winter the Ormond ferry lands at which pier, the old salt pier?' };

	it('takes a file, answers from it at once, and shows it to no other server', async () => {
		const added = await call(manager, here, 'add', { file: { name: 'ferry.md', content: FERRY } });
		expect(added.ephemeral).toBe(true);
		expect(said(added)).toContain('The Ormond ferry in winter');
		expect(said(await call(english, here, 'ask', question))).toContain('old salt pier');
		const elsewhere = said(await call(french, there, 'ask', question)).replace(question.question, '');
		expect(elsewhere).not.toContain('lands at the old salt pier');
		expect(said(await call(english, 'dm', 'ask', question))).not.toContain('lands at the old salt pier');
		expect(said(await call(manager, here, 'add', { file: { name: 'ferry.md', content: FERRY } }))).toMatch(
			/The Ormond ferry in winter/,
		);
	});

	it('takes a text and a page', async () => {
		const text = 'Tin chợ phiên\nChợ phiên Tà Lùng họp vào sáng thứ bảy hằng tuần và đón 640 lượt khách.';
		expect(said(await call(manager, here, 'add', { text }))).toContain('Tin chợ phiên');
		const page =
			'<title>Bees of Lindenau</title><article><h1>Bees of Lindenau</h1><p>Forty beekeepers of the Lindenau valley founded an association in spring of the year 2023.</p></article>';
		const { host } = await servePage(page, { 'content-type': 'text/html; charset=utf-8' });
		expect(said(await call(manager, here, 'add', { url: `http://${host}/bees` }))).toContain('Bees of Lindenau');
		const asked = await call(english, here, 'ask', {
			question: 'How many beekeepers of the Lindenau valley founded an association?',
		});
		expect(said(asked)).toContain('Forty beekeepers');
	});

	it('says what is wrong with what cannot be read, and asks for something where nothing is given', async () => {
		const pdf = await call(manager, here, 'add', {
			file: { name: 'report.pdf', content: '%PDF-1.7\n%âãÏÓ', contentType: 'application/pdf' },
		});
		expect(said(pdf)).toContain('pdf');
		const missing = await call(manager, here, 'add', { url: 'http://127.0.0.1:9/none' });
		expect(said(missing)).toContain('127.0.0.1');
		expect(said(await call(manager, here, 'add'))).not.toBe('');
	});

	it('is changed by nobody who may not manage the server', async () => {
		await expect(on.sandbox.as(english).command(here, 'add', { text: 'x' })).rejects.toThrow();
		await expect(on.sandbox.as(english).command(here, 'remove', { article: 'x' })).rejects.toThrow();
		await expect(on.sandbox.as(english).command('dm', 'add', { text: 'x' })).rejects.toThrow();
	});

	it('suggests sentences while a member types, accents or not, and shows the one that is chosen', async () => {
		const choices = await on.sandbox.as(english).autocomplete(here, 'lookup', 'passage', 'cho phien ta lung');
		expect(choices[0]?.name).toContain('Chợ phiên Tà Lùng');
		const shown = await call(english, here, 'lookup', { passage: String(choices[0]?.value) });
		expect(said(shown)).toContain('640 lượt khách');
		const lao = await on.sandbox.as(english).autocomplete(here, 'lookup', 'passage', 'ສະພານມິດຕະພາບ');
		expect(lao[0]?.name).toContain('ສະພານມິດຕະພາບ');
		const others = await on.sandbox.as(french).autocomplete(there, 'lookup', 'passage', 'cho phien ta lung');
		expect(others.map(({ name }) => name).join()).not.toContain('Tà Lùng');
		const stolen = await call(french, there, 'lookup', { passage: String(choices[0]?.value) });
		expect(said(stolen)).not.toContain('640');
		expect(said(await call(english, here, 'lookup', { passage: 'zzzzqqqq' }))).toContain('zzzzqqqq');
	});

	it('is listed, a page at a time', async () => {
		const listed = await call(english, here, 'sources');
		expect(listed.ephemeral).toBe(true);
		expect(said(listed)).toContain('The Ormond ferry in winter');
		const message = listed.messages()[0]!;
		const second = await turned(await on.sandbox.as(english).click(message, 'Next'), message);
		expect(textIn(second)).not.toContain('The Ormond ferry in winter');
		const found = await call(english, here, 'sources', { search: 'ormond FERRY' });
		expect(said(found)).toContain('The Ormond ferry in winter');
		expect(said(found)).not.toContain('Tin chợ phiên');
	});

	it('shows the central sentences of an article, chosen as a member types', async () => {
		const choices = await on.sandbox.as(english).autocomplete(here, 'sources', 'article', 'ca phe pa leng');
		const shown = await call(english, here, 'sources', { article: String(choices[0]?.value) });
		expect(shown.ephemeral).toBe(true);
		expect(said(shown)).toContain('38 tấn cà phê');
		expect(said(shown)).toContain('· verified now');
		expect(said(await call(english, here, 'sources', { article: 'zzzzqqqq' }))).toContain('zzzzqqqq');
	});

	it('takes the text of a message, and answers with a link to the message', async () => {
		const message = await on.sandbox
			.as(french)
			.send(
				here,
				'Le marché de nuit de Trea ouvrira désormais à dix-neuf heures, tous les samedis de la saison sèche.',
			);
		const added = await on.sandbox.as(manager).messageCommand(here, 'Add to library', message.id);
		await added.settled();
		const asked = await call(english, here, 'ask', { question: 'À quelle heure ouvrira le marché de nuit de Trea ?' });
		expect(said(asked)).toContain('dix-neuf heures');
		expect(JSON.stringify(asked.messages())).toContain(
			`https://discord.com/channels/${IDS.borderDesk}/${general}/${message.id}`,
		);
	});

	it('finds sources for a message, for the member alone', async () => {
		const message = await on.sandbox
			.as(french)
			.send(here, 'Les bateaux solaires du lac Tamara transportent 312 élèves chaque matin.');
		const found = await on.sandbox.as(english).messageCommand(here, 'Find sources for this', message.id);
		await found.settled();
		expect(found.ephemeral).toBe(true);
		expect(said(found)).toContain('312 pupils');
	});

	it('lets a manager remove an article, chosen as they type, and proves that it is gone', async () => {
		const choices = await on.sandbox.as(manager).autocomplete(here, 'remove', 'article', 'ormond');
		expect(choices[0]?.name).toContain('Ormond');
		expect(choices.length).toBe(1);
		const removed = await call(manager, here, 'remove', { article: String(choices[0]?.value) });
		expect(said(removed)).toContain('The Ormond ferry in winter');
		const asked = said(await call(english, here, 'ask', question)).replace(question.question, '');
		expect(asked).not.toContain('lands at the old salt pier');
		expect(await on.sandbox.as(english).autocomplete(here, 'lookup', 'passage', 'ormond ferry lands')).toEqual([]);
		expect(said(await call(manager, here, 'remove', { article: 'no such thing' }))).toContain('no such thing');
	});

	it('collects the questions that found no answer, as a list and as a file', async () => {
		await call(english, here, 'ask', { question: 'Who won the football World Cup in 1966?' });
		await call(french, here, 'ask', { question: 'Which team won the football World Cup in 1966?' });
		const report = await call(manager, here, 'gaps');
		expect(report.ephemeral).toBe(true);
		expect(said(report)).toContain('football World Cup');
		const [file] = report.messages()[0]?.attachments ?? [];
		expect(file?.filename).toMatch(/\.csv$/);
		const csv = await (await fetch(file!.url)).text();
		expect(csv).toContain('football World Cup');
	});

	it('shows its status and its help', async () => {
		const status = said(await call(english, here, 'status'));
		expect(status).toContain('quoth/static-64k-256');
		expect(said(await call(english, here, 'help'))).toContain('lookup');
	});

	it('remembers what a server chose', async () => {
		await call(manager, here, 'settings', { answers: 'private', language: 'de', citations: 1 });
		const asked = await call(english, here, 'ask', {
			question: 'How many pupils do the solar boats carry every morning?',
		});
		expect(asked.ephemeral).toBe(true);
		expect(said(asked)).toContain('Artikel');
		await on.stop();
		await on.start();
		expect((await call(english, here, 'ask', { question: 'How many pupils?' })).ephemeral).toBe(true);
		const public_ = await call(english, here, 'ask', { question: 'How many pupils?', private: false });
		expect(public_.ephemeral).toBe(false);
		await call(manager, here, 'settings', { answers: 'public', language: 'member', citations: 3 });
	});

	it('forgets a member who asks for it', async () => {
		const asked = await call(english, here, 'ask', {
			question: 'Which boats carry the pupils of Lake Tamara to school?',
		});
		const message = asked.messages()[0]!;
		await (await on.sandbox.as(english).click(message, 'Wrong')).settled();
		expect(said(await call(manager, here, 'gaps'))).toContain('Which boats');
		const forgotten = await call(english, here, 'forget me');
		expect(forgotten.ephemeral).toBe(true);
		expect(said(forgotten)).toMatch(/[1-9]/);
		expect(said(await call(manager, here, 'gaps'))).not.toContain('Which boats');
		const pressed = await on.sandbox.as(english).click(message, 'Sources');
		await pressed.settled();
		expect(textIn(pressed.messages()[0])).toContain('no longer kept');
	});

	it('works in threads and posts of a forum', async () => {
		for (const channelId of [IDS.thread, IDS.post]) {
			expect(on.sandbox.world.channels.get(channelId)?.data.type).toBe(ChannelType.PublicThread);
			const asked = await call(english, { channelId }, 'ask', {
				question: 'How many pupils do the solar boats carry every morning?',
			});
			expect(said(asked)).toContain('312 pupils');
		}
	});
});
