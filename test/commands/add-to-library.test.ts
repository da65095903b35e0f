import { describe, expect, it } from 'vitest';
import { addToLibrary, linksIn } from '../../commands/add-to-library.js';
import type { Context, TargetMessage } from '../../commands/command.js';
import type { ArticleFile } from '../../commands/services.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';
import { UserError } from '../../commands/user-error.js';

const context: Context = {
	locale: 'en',
	place: { guildId: '10', channelId: '20' },
	memberId: '30',
	callId: '40',
	settings: DEFAULT_SETTINGS,
	canManage: true,
	canModerate: true,
};
const message = (text: string, attachments: TargetMessage['attachments'] = []): TargetMessage => ({
	id: '50',
	url: 'https://discord.com/channels/10/20/50',
	text,
	attachments,
});
const LONG =
	'Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu, có hiệu lực từ tháng năm tới và trong ba năm sau đó. ';

/** Adds what the message holds, and gives the sources that were added. */
async function sourcesOf(target: TargetMessage): Promise<string[]> {
	const added: ArticleFile[] = [];
	const file = (source: string): ArticleFile => ({ bytes: new Uint8Array(), source, contentType: 'text/html' });
	await addToLibrary.run(
		{
			library: {
				async add(_: unknown, article: ArticleFile) {
					added.push(article);
					return [{ kind: 'unchanged', title: '', source: article.source }];
				},
			} as never,
			downloads: { article: async (url) => file(url), attachment: async ({ name }) => file(name) },
		},
		target,
		context,
		undefined as never,
	);
	return added.map(({ source }) => source);
}

describe('Add to library', () => {
	it('adds the text of a message, known by its link', async () => {
		expect(await sourcesOf(message('Chợ mở cửa lúc sáu giờ.'))).toEqual(['https://discord.com/channels/10/20/50']);
	});

	it('adds the page behind a link, and not the few words around it', async () => {
		expect(await sourcesOf(message('Read this: https://example.org/a. Please!'))).toEqual(['https://example.org/a']);
	});

	it('adds a text that says something beside its links', async () => {
		expect(await sourcesOf(message(`${LONG} https://example.org/a`))).toEqual([
			'https://discord.com/channels/10/20/50',
			'https://example.org/a',
		]);
	});

	it('adds files', async () => {
		const file = { name: 'report.md', url: 'https://cdn.discordapp.com/1/report.md', contentType: '', bytes: 9 };
		expect(await sourcesOf(message('see', [file]))).toEqual(['report.md']);
	});

	it('refuses a message with nothing to read', async () => {
		await expect(sourcesOf(message('🙂'))).rejects.toThrow(UserError);
	});
});

describe('linksIn', () => {
	it('leaves the punctuation to the sentence, and repeats no link', () => {
		expect(linksIn('(https://a.org/x?y=1), https://a.org/x?y=1 and <http://b.org/>!')).toEqual([
			'https://a.org/x?y=1',
			'http://b.org/',
		]);
	});

	it('stops at ten: all of them must be read before Discord gives the reply up', () => {
		const many = Array.from({ length: 30 }, (_, i) => `https://a.org/${i}`);
		expect(linksIn(many.join(' '))).toEqual(many.slice(0, 10));
	});
});
