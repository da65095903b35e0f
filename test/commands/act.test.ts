import { describe, expect, it } from 'vitest';
import { act, destinationOf } from '../../commands/act.js';
import type { Action } from '../../commands/action.js';
import type { Context } from '../../commands/command.js';
import type { KeptAnswer } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import { memberContext as context } from '../support/member-context.js';

const ID = 'abcdefghijkl';
const kept: KeptAnswer = {
	id: ID,
	question: 'When?',
	language: 'en',
	memberId: '30',
	guildId: '10',
	askedAt: 0,
	answered: false,
	confidence: 0,
	reason: 'nothing-relevant',
	citations: [],
	further: [],
	alsoIn: [],
	gone: 0,
	searched: 1,
	forGaps: true,
};

function press(action: Action, { answer = kept, ...over }: Partial<Context> & { answer?: KeptAnswer | null } = {}) {
	const rated: unknown[] = [];
	const library = {
		answer: async () => answer ?? undefined,
		rate: async (...call: unknown[]) => rated.push(call),
	} as never;
	const none = undefined as never;
	return { reply: act({ library, channels: none, readings: none, digests: none }, action, context(over), none), rated };
}

describe('act', () => {
	it('refuses buttons of answers that are no longer kept', async () => {
		for (const kind of ['share', 'rate', 'citations', 'further'] as const) {
			const { reply } = press({ kind, answerId: ID, verdict: 'right', at: 0, page: 0 }, { answer: null });
			await expect(reply).rejects.toMatchObject({ key: 'error.answer-gone' });
		}
	});

	it('keeps a verdict under the name of whoever gave it', async () => {
		const { reply, rated } = press({ kind: 'rate', answerId: ID, verdict: 'wrong' }, { memberId: '31' });
		expect(await reply).toMatchObject({ kind: 'notice', key: 'rated.wrong' });
		expect(rated).toEqual([[{ guildId: '10', channelId: '20' }, ID, '31', 'wrong']]);
	});

	it('lets whoever asked hide the answer, and whoever moderates the channel', async () => {
		expect(await press({ kind: 'hide', answerId: ID }).reply).toBeUndefined();
		expect(await press({ kind: 'hide', answerId: ID }, { memberId: '31', canModerate: true }).reply).toBeUndefined();
		await expect(press({ kind: 'hide', answerId: ID }, { memberId: '31' }).reply).rejects.toThrow(UserError);
	});

	it('lets nobody but moderators hide an answer whose asker is not known any more', async () => {
		const forgotten = { ...kept, memberId: null };
		await expect(press({ kind: 'hide', answerId: ID }, { answer: forgotten }).reply).rejects.toMatchObject({
			key: 'error.moderators-only',
		});
		await expect(
			press({ kind: 'hide', answerId: ID }, { answer: null, canModerate: true }).reply,
		).resolves.toBeUndefined();
	});

	it('turns pages in place, and opens them for the member alone', () => {
		expect(destinationOf({ kind: 'citations', answerId: ID, at: 1 }, true)).toBe('in-place');
		expect(destinationOf({ kind: 'citations', answerId: ID, at: 0 }, false)).toBe('private');
		expect(destinationOf({ kind: 'share', answerId: ID }, false)).toBe('public');
		expect(destinationOf({ kind: 'hide', answerId: ID }, false)).toBe('delete');
	});
});
