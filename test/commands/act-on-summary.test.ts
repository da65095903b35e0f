import { describe, expect, it } from 'vitest';
import { act, destinationOf } from '../../commands/act.js';
import type { SummaryAction } from '../../commands/action.js';
import type { Context } from '../../commands/command.js';
import type { KeptSummary, Ongoing, ReadingRequest, Services } from '../../commands/services.js';
import { UserError } from '../../commands/user-error.js';
import { memberContext as context } from '../support/member-context.js';
import { PLAIN_SUMMARY as KEPT, PLAN } from '../support/plain-summary.js';

const CALL = '123456789012345678';
const { id: summaryId } = KEPT;

/** Presses a button where `kept` is kept and the member may read everything, but for what is refused. */
function press(
	action: SummaryAction,
	over: Partial<Context> = {},
	{ kept = KEPT, refused = [] as readonly string[], read = 200, isRunning = true } = {},
) {
	const readings: ReadingRequest[] = [];
	const stopped: string[] = [];
	const guarded = (name: string) => async (summary: KeptSummary) => {
		if (refused.includes(name)) throw new UserError('error.cannot-read', { channel: '<#20>' });
		return { ...summary, gone: name === 'forEverybody' ? 1 : 0 };
	};
	const services = {
		library: {
			summary: async (_: unknown, id: string) => (id === kept.id ? kept : undefined),
			reading: async (callId: string) =>
				callId === CALL ? { callId, plan: PLAN, token: null, begunAt: 0, read } : undefined,
			summarise: async () => kept,
		},
		channels: {
			forMember: guarded('forMember'),
			forEverybody: guarded('forEverybody'),
			nameOf: () => 'general',
			read: async (request: ReadingRequest) => {
				readings.push(request);
				return { messages: [{}], skipped: { bots: 0, optedOut: 0 }, isComplete: true, range: request.range };
			},
		},
		readings: {
			stop(callId: string) {
				stopped.push(callId);
				return isRunning;
			},
		},
	} as unknown as Services;
	const ongoing: Ongoing = {
		callId: CALL,
		signal: new AbortController().signal,
		keep: () => Promise.resolve(),
		report: () => undefined,
	};
	return { reply: act(services, action, context(over), ongoing), readings, stopped };
}

describe('buttons under a summary', () => {
	it('show it anew with the rights of whoever presses', async () => {
		const topic = { kind: 'summary-topic', summaryId, topic: 1, page: 2 } as const;
		expect(await press(topic).reply).toMatchObject({
			kind: 'summary-topic',
			topic: 1,
			page: 2,
			summary: { id: summaryId },
		});
		expect(await press({ kind: 'summary-file', summaryId }).reply).toMatchObject({ channelName: 'general' });
		for (const action of [topic, { kind: 'summary-file', summaryId }, { kind: 'summary-share', summaryId }] as const)
			await expect(press(action, {}, { refused: ['forMember'] }).reply).rejects.toMatchObject({
				key: 'error.cannot-read',
			});
	});

	it('post it as everybody may see it, under the name of whoever posts it', async () => {
		const share = { kind: 'summary-share', summaryId } as const;
		expect(await press(share).reply).toMatchObject({ isPrivate: false, sharedBy: '30', summary: { gone: 1 } });
		await expect(press(share, {}, { refused: ['forEverybody'] }).reply).rejects.toThrow(UserError);
	});

	it('say so where it is no longer kept', async () => {
		for (const kind of ['summary-share', 'summary-file', 'summary-topic'] as const)
			await expect(press({ kind, summaryId: 'abcdefghijkl', topic: 0, page: 0 }).reply).rejects.toMatchObject({
				key: 'error.summary-gone',
			});
	});

	it('take it away for whoever asked for it, and for moderators', async () => {
		const hide = { kind: 'summary-hide', summaryId } as const;
		expect(await press(hide).reply).toBeUndefined();
		expect(await press(hide, { memberId: '31', canModerate: true }).reply).toBeUndefined();
		await expect(press(hide, { memberId: '31' }).reply).rejects.toMatchObject({ key: 'error.not-yours' });
		const nobodys = { kept: { ...KEPT, memberId: null } };
		await expect(press(hide, { memberId: '31' }, nobodys).reply).rejects.toMatchObject({
			key: 'error.moderators-only',
		});
		const gone = { kind: 'summary-hide', summaryId: 'abcdefghijkl' } as const;
		await expect(press(gone).reply).rejects.toMatchObject({ key: 'error.moderators-only' });
	});
});

describe('buttons under a reading', () => {
	it('stop it for whoever asked, and for nobody else', async () => {
		const cancel = { kind: 'reading-cancel', callId: CALL } as const;
		const { reply, stopped } = press(cancel);
		expect(await reply).toBeUndefined();
		expect(stopped).toEqual([CALL]);
		for (const over of [{ memberId: '31' }, { memberId: '31', canModerate: true }])
			await expect(press(cancel, over).reply).rejects.toMatchObject({ key: 'error.not-yours' });
		await expect(press(cancel, {}, { isRunning: false }).reply).rejects.toMatchObject({ key: 'error.reading-gone' });
		const elsewhere = { place: { guildId: '11', channelId: '20' } };
		await expect(press(cancel, elsewhere).reply).rejects.toMatchObject({ key: 'error.reading-gone' });
	});

	it('go on with what was asked for, or with what was read of it', async () => {
		const going = press({ kind: 'reading-continue', callId: CALL });
		expect(await going.reply).toMatchObject({ kind: 'summary' });
		expect(going.readings).toEqual([PLAN.reading]);
		const taking = press({ kind: 'reading-take', callId: CALL });
		expect(await taking.reply).toMatchObject({ kind: 'summary' });
		expect(taking.readings).toMatchObject([{ range: { most: 200 }, isTaken: true }]);
	});
});

describe('destinationOf', () => {
	it.each<[SummaryAction['kind'], boolean, string]>([
		['summary-topic', false, 'private'],
		['summary-topic', true, 'in-place'],
		['summary-file', false, 'private'],
		['summary-share', false, 'public-if-allowed'],
		['summary-hide', false, 'delete'],
		['summary-range', false, 'dialogue'],
		['reading-cancel', false, 'nowhere'],
		['reading-continue', false, 'in-place'],
		['reading-take', false, 'in-place'],
	])('sends the reply to %s to where it is seen', (kind, turns, expected) => {
		// all fields that any of them has
		const action = { kind, summaryId, callId: CALL, topic: 0, page: 0 } as unknown as SummaryAction;
		expect(destinationOf(action, turns)).toBe(expected);
	});
});
