import { IDS } from '../../sandbox/default-world.js';
import { embed, times, x } from './message-parts.js';

/** A rule, a body that keeps it, one that breaks it, and where the error stands. */
export type Case = readonly [rule: string, accepted: object, refused: object, path: string];

export const MESSAGE_CASES: readonly Case[] = [
	['content of 2000 characters', { content: x(2000) }, { content: x(2001) }, 'content'],
	['known properties', { content: 'a', tts: false }, { content: 'a', colour: 3 }, 'colour'],
	['flags that can be set here', { content: 'a', flags: 4 }, { content: 'a', flags: 64 }, 'flags'],
	['10 embeds', { embeds: times(10, () => ({ title: 'a' })) }, { embeds: times(11, () => ({ title: 'a' })) }, 'embeds'],
	['titles of 256', embed({ title: x(256) }), embed({ title: x(257) }), 'embeds.0.title'],
	['descriptions of 4096', embed({ description: x(4096) }), embed({ description: x(4097) }), 'embeds.0.description'],
	[
		'footers of 2048',
		embed({ footer: { text: x(2048) } }),
		embed({ footer: { text: x(2049) } }),
		'embeds.0.footer.text',
	],
	['authors of 256', embed({ author: { name: x(256) } }), embed({ author: { name: x(257) } }), 'embeds.0.author.name'],
	[
		'25 fields',
		embed({ fields: times(25, () => ({ name: 'a', value: 'b' })) }),
		embed({ fields: times(26, () => ({ name: 'a', value: 'b' })) }),
		'embeds.0.fields',
	],
	[
		'field names of 256',
		embed({ fields: [{ name: x(256), value: 'a' }] }),
		embed({ fields: [{ name: x(257), value: 'a' }] }),
		'embeds.0.fields.0.name',
	],
	[
		'field values of 1024',
		embed({ fields: [{ name: 'a', value: x(1024) }] }),
		embed({ fields: [{ name: 'a', value: x(1025) }] }),
		'embeds.0.fields.0.value',
	],
	[
		'field values that say something',
		embed({ fields: [{ name: 'a', value: 'b' }] }),
		embed({ fields: [{ name: 'a', value: ' ' }] }),
		'embeds.0.fields.0.value',
	],
	[
		'6000 over all embeds',
		{ embeds: [{ description: x(4000) }, { description: x(2000) }] },
		{ embeds: [{ description: x(4000) }, { description: x(2001) }] },
		'embeds',
	],
	[
		'embeds that show something',
		embed({ image: { url: 'https://example.org/a.png' } }),
		embed({ color: 3 }),
		'embeds.0.description',
	],
	[
		'images on the web',
		embed({ image: { url: 'https://example.org/a.png' } }),
		embed({ image: { url: 'javascript:alert(1)' } }),
		'embeds.0.image.url',
	],
	[
		'images that are uploaded with it',
		embed({ image: { url: 'https://example.org/a.png' } }),
		embed({ title: 'a', image: { url: 'attachment://a.png' } }),
		'attachments',
	],
	[
		'mentions by one way',
		{ content: 'a', allowed_mentions: { users: [IDS.lao] } },
		{ content: 'a', allowed_mentions: { parse: ['users'], users: [IDS.lao] } },
		'allowed_mentions',
	],
	[
		'answers to messages that exist',
		{ content: 'a' },
		{ content: 'a', message_reference: { message_id: '1' } },
		'message_reference',
	],
];
