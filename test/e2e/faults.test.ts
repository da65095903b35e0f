import { describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import type { FaultTarget, RestFault } from '../../sandbox/faults.js';
import { stage, textIn } from '../support/stage.js';

const here = { channelId: IDS.general };
const QUESTION = { question: 'How many pupils do the solar boats carry every morning?' };

describe('when something goes wrong', () => {
	// whoever cannot know that an acknowledgement was heard sends another
	const on = stage({ environment: { QUOTH_MEMBER_QUESTIONS: '40' }, excused: /^40060 / });
	const asked = () => on.sandbox.as(IDS.english).command(here, 'ask', QUESTION);
	const answered = async () => {
		const interaction = await asked();
		await interaction.settled(20_000);
		return textIn(interaction.messages()[0]);
	};
	const EDIT = { method: 'PATCH', path: /\/messages\/@original/ };
	const CALLBACK = { path: /\/callback/ };

	it.each<[string, RestFault, FaultTarget]>([
		['a rate limit while the answer is sent', { kind: 'rate-limit', retryAfterSeconds: 0.3 }, EDIT],
		['a global rate limit', { kind: 'rate-limit', retryAfterSeconds: 0.3, global: true }, EDIT],
		['a 502 while the answer is sent', { kind: 'status', status: 502 }, EDIT],
		['a 503 while it is acknowledged', { kind: 'status', status: 503 }, CALLBACK],
		['a cut socket while the answer is sent', { kind: 'cut' }, EDIT],
		['a cut socket while it is acknowledged', { kind: 'cut' }, CALLBACK],
		['an acknowledgement that was heard and cut', { kind: 'cut-after' }, CALLBACK],
		['an answer that was heard and cut', { kind: 'cut-after' }, EDIT],
		['a Discord that is down for a while', { kind: 'status', status: 502 }, { ...EDIT, times: 9 }],
		['a slow network', { kind: 'delay', ms: 800 }, CALLBACK],
	])('answers in spite of %s', async (_, fault, target) => {
		on.sandbox.faults.rest(fault, target);
		expect(await answered()).toContain('312 pupils');
	});

	it('goes on when Discord drops the connection, and it can be resumed', async () => {
		on.sandbox.faults.dropConnections();
		await on.says(/resumed|reconnecting/);
		await expect.poll(() => on.sandbox.online, { timeout: 15_000 }).toBe(true);
		expect(await answered()).toContain('312 pupils');
	}, 40_000);

	it('goes on when Discord asks it to reconnect', async () => {
		on.sandbox.faults.askReconnect();
		await on.says(/resumed/);
		expect(await answered()).toContain('312 pupils');
	}, 40_000);

	it('identifies anew when the session cannot be resumed', async () => {
		on.sandbox.faults.refuseResume();
		on.sandbox.faults.dropConnections();
		await on.says(/(new session[^]*){2}/);
		expect(await answered()).toContain('312 pupils');
	}, 60_000);

	it('survives an interaction that Discord has given up, and says so in its log', async () => {
		on.sandbox.faults.expireInteractions();
		await asked();
		await on.says(/Unknown interaction/i);
		expect(await answered()).toContain('312 pupils');
	});

	it('sends an embed where Discord refuses the components', async () => {
		on.sandbox.faults.rest({ kind: 'error', status: 400, code: 50035, message: 'Invalid Form Body' }, EDIT);
		const interaction = await asked();
		await interaction.settled();
		expect(interaction.messages()[0]?.embeds).toHaveLength(1);
	});

	it('gives a reference where Discord takes no layout of the answer, and logs why', async () => {
		const refusal = { kind: 'error', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
		on.sandbox.faults.rest(refusal, { ...EDIT, times: 2 });
		const text = await answered();
		const [, reference = 'none'] = /: ([0-9a-f]{8})/.exec(text) ?? [];
		await on.says(new RegExp(`reference=${reference}`));
	});

	it('tells a member who mentions it too often to wait, once', async () => {
		const bot = `<@${IDS.application}>`;
		for (let i = 0; i < 46; i++) await on.sandbox.as(IDS.chinese).send(here, `${bot} ${QUESTION.question}`);
		const told = () =>
			on.sandbox.world.messages(here.channelId).filter((message) => textIn(message).includes('asked a lot')).length;
		await expect.poll(told, { timeout: 15_000 }).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(told()).toBe(1);
	}, 30_000);

	it('asks a member who asks too often to wait, and nobody else', async () => {
		const interactions = await Promise.all(Array.from({ length: 40 }, asked));
		await Promise.all(interactions.map((interaction) => interaction.settled(20_000)));
		const texts = interactions.map((interaction) => textIn(interaction.messages()[0]));
		expect(texts.filter((text) => text.includes('You asked a lot')).length).toBeGreaterThan(0);
		const other = await on.sandbox.as(IDS.thai).command(here, 'ask', QUESTION);
		await other.settled();
		expect(textIn(other.messages()[0])).toContain('312 pupils');
	}, 60_000);

	it('finishes what it has begun before it ends', async () => {
		on.sandbox.faults.rest({ kind: 'delay', ms: 700 }, EDIT);
		const interaction = await on.sandbox.as(IDS.french).command(here, 'ask', QUESTION);
		await interaction.until(({ deferred }) => deferred);
		expect(await on.stop()).toBe(0);
		expect(textIn(interaction.messages()[0])).toContain('312 pupils');
		expect(on.log).toContain('stopped');
		await on.start();
		expect(await answered().catch(String)).toContain('312 pupils');
	}, 40_000);

	it('ends at once, and cleanly, while it reconnects', async () => {
		on.sandbox.faults.refuseResume();
		on.sandbox.faults.dropConnections();
		expect(await on.stop()).toBe(0);
		await on.start();
	}, 40_000);
});
