import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../bot/log.js';
import { sendReply, type Payload } from '../../bot/send.js';
import type { Reply } from '../../commands/reply.js';
import { DEFAULT_SETTINGS } from '../../commands/settings.js';
import { KEPT_SUMMARY } from '../support/afternoon-summary.js';

const SUMMARY: Reply = { kind: 'summary', summary: KEPT_SUMMARY, isPrivate: true, sharedBy: null };

function refusal(code: number, status: number): DiscordAPIError {
	return new DiscordAPIError({ code, message: 'refused' }, code, status, 'PATCH', 'https://discord.com', {});
}

/** What is sent, where Discord refuses the first so many with these errors. */
async function sent(...refusals: readonly DiscordAPIError[]): Promise<{ payloads: Payload[]; lines: string[] }> {
	const payloads: Payload[] = [];
	const lines: string[] = [];
	const log = createLog((line) => lines.push(line));
	await sendReply(SUMMARY, { locale: 'en', settings: DEFAULT_SETTINGS, log }, async (payload) => {
		payloads.push(payload);
		const error = refusals[payloads.length - 1];
		if (error !== undefined) throw error;
	});
	return { payloads, lines };
}

describe('sendReply', () => {
	it('sends a picture as a PNG file, with what it shows in words', async () => {
		const { payloads } = await sent();
		const [file] = payloads[0]?.files ?? [];
		expect(file?.name).toBe('timeline.png');
		expect((file?.attachment as Buffer).subarray(1, 4).toString()).toBe('PNG');
		expect(file?.description).toContain('Messages per hour');
		expect(JSON.stringify(payloads[0]?.components)).toContain('attachment://timeline.png');
	});

	it('sends the message without its picture where files may not be attached', async () => {
		const { payloads, lines } = await sent(refusal(RESTJSONErrorCodes.MissingPermissions, 403));
		expect(payloads.map(({ files = [] }) => files.length)).toEqual([1, 0]);
		expect(JSON.stringify(payloads[1])).not.toContain('timeline.png');
		expect(payloads[1]?.embeds).toBeUndefined();
		expect(lines.join()).toContain('a reply was not taken');
	});

	it('sends an embed where Discord takes no components, picture or not', async () => {
		const invalid = refusal(RESTJSONErrorCodes.InvalidFormBodyOrContentType, 400);
		const { payloads } = await sent(invalid, invalid);
		expect(payloads.map(({ embeds, files = [] }) => [embeds !== undefined, files.length])).toEqual([
			[false, 1],
			[false, 0],
			[true, 1],
		]);
	});

	it('does not try again where the message is not what was refused', async () => {
		await expect(sent(refusal(RESTJSONErrorCodes.UnknownMessage, 404))).rejects.toThrow('refused');
		const missing = refusal(RESTJSONErrorCodes.MissingPermissions, 403);
		await expect(sent(missing, missing)).rejects.toThrow('refused');
	});
});
