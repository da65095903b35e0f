import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { loadOpenApiCheck } from '../support/openapi.js';
import { COMPONENT_CASES } from './component-cases.js';
import { request, upload } from './discord.js';
import { MESSAGE_CASES } from './message-cases.js';
import { button, row, text, times, V2, v2 } from './message-parts.js';

const MESSAGES = `/channels/${IDS.general}/messages`;
const quiet = { allowed_mentions: { parse: [] } };

/** The error at a path of a "50035 Invalid Form Body". */
function errorAt(body: unknown, path: string): unknown {
	let node = (body as { errors?: unknown }).errors;
	for (const key of [...path.split('.'), '_errors']) node = (node as Record<string, unknown> | undefined)?.[key];
	return node;
}

describe('messages', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await openSandbox({ check: loadOpenApiCheck() });
	});
	afterAll(async () => {
		await sandbox.close();
	});

	it.each([...MESSAGE_CASES, ...COMPONENT_CASES])('may have %s', async (_, accepted) => {
		const before = sandbox.violations.length;
		const body = { ...quiet, ...accepted };
		expect(await request(sandbox, 'POST', MESSAGES, body)).toMatchObject({ status: 200 });
		const found = sandbox.violations.slice(before).filter((one) => one.kind !== 'house');
		expect(found).toEqual([]);
	});

	it.each([...MESSAGE_CASES, ...COMPONENT_CASES])('must have %s', async (_, __, refused, path) => {
		const before = sandbox.violations.length;
		const { status, body } = await request(sandbox, 'POST', MESSAGES, { ...quiet, ...refused });
		expect({ status, body }).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
		expect(errorAt(body, path), JSON.stringify(body)).toEqual([
			{ code: expect.any(String) as string, message: expect.any(String) as string },
		]);
		expect(sandbox.violations.slice(before).map((one) => one.kind)).toEqual(['request']);
	});

	it.each([
		['nothing', {}],
		['spaces', { content: '  \n ' }],
		['components of the first kind alone', { components: [row(button())] }],
		['no components', { flags: V2, components: [] }],
	])('are refused when empty: %s', async (_, body) => {
		const answer = await request(sandbox, 'POST', MESSAGES, { ...quiet, ...body });
		expect(answer).toEqual({ status: 400, body: { code: 50006, message: 'Cannot send an empty message' } });
	});

	it('keep the v2 flag once they have it', async () => {
		const { body } = await request(sandbox, 'POST', MESSAGES, { ...quiet, ...v2(text('a')) });
		const path = `${MESSAGES}/${(body as { id: string }).id}`;
		expect((await request(sandbox, 'PATCH', path, { ...quiet, components: [text('b')] })).status).toBe(200);
		expect(errorAt((await request(sandbox, 'PATCH', path, { ...quiet, flags: 0 })).body, 'flags')).toBeDefined();
		expect(errorAt((await request(sandbox, 'PATCH', path, { ...quiet, content: 'a' })).body, 'content')).toBeDefined();
	});

	it('take files up to 10 MiB', async () => {
		const file = (bytes: number) => new File([new Uint8Array(bytes)], 'a.bin');
		const full = await upload(sandbox, MESSAGES, quiet, [file(10 * 1024 * 1024)]);
		expect(full).toMatchObject({ status: 200, body: { attachments: [{ filename: 'a.bin', size: 10 * 1024 * 1024 }] } });
		expect(await upload(sandbox, MESSAGES, quiet, [file(10 * 1024 * 1024 + 1)])).toMatchObject({
			status: 413,
			body: { code: 40005 },
		});
	});

	it('take ten files, and no more', async () => {
		const files = (count: number) => times(count, (i) => new File(['a'], `${i}.txt`));
		expect((await upload(sandbox, MESSAGES, quiet, files(10))).status).toBe(200);
		expect((await upload(sandbox, MESSAGES, quiet, files(11))).status).toBe(400);
	});

	it('show files by their name', async () => {
		const body = { ...quiet, flags: V2, components: [{ type: 13, file: { url: 'attachment://a.md' } }] };
		const { status, body: message } = await upload(sandbox, MESSAGES, body, [new File(['# a'], 'a.md')]);
		expect(status).toBe(200);
		expect(message).toMatchObject({ components: [{ type: 13, name: 'a.md', size: 3 }] });
		expect(sandbox.violations.at(-1)?.kind).not.toBe('response');
	});

	it.each([
		['none', {}, 1],
		['every mention', { allowed_mentions: { parse: ['everyone'] } }, 1],
		['named users', { allowed_mentions: { parse: [], users: [IDS.lao] } }, 1],
		['nobody', quiet, 0],
	])('break the house rule with allowed_mentions of %s', async (_, allowed, count) => {
		const before = sandbox.violations.length;
		expect((await request(sandbox, 'POST', MESSAGES, { content: 'a', ...allowed })).status).toBe(200);
		expect(sandbox.violations.slice(before).map((one) => one.kind)).toEqual(times(count, () => 'house'));
	});

	it('mention whom they may, and nobody else', async () => {
		const content = `<@${IDS.lao}> <@${IDS.thai}> @everyone`;
		const send = async (allowed: object) => (await request(sandbox, 'POST', MESSAGES, { content, ...allowed })).body;
		const ids = (body: unknown) => (body as { mentions: { id: string }[] }).mentions.map((one) => one.id);
		expect(ids(await send({}))).toEqual([IDS.lao, IDS.thai]);
		expect(ids(await send({ allowed_mentions: { users: [IDS.thai] } }))).toEqual([IDS.thai]);
		expect(ids(await send(quiet))).toEqual([]);
		expect(await send({})).toMatchObject({ mention_everyone: false });
	});

	it('are paged from newest to oldest', async () => {
		const path = `/channels/${IDS.secondGeneral}/messages`;
		const ids: string[] = [];
		for (const content of ['1', '2', '3', '4']) {
			ids.push(((await request(sandbox, 'POST', path, { ...quiet, content })).body as { id: string }).id);
		}
		const list = async (query: string) => {
			const { body } = await request(sandbox, 'GET', `${path}?${query}`);
			return (body as { content: string }[]).map((one) => one.content).join('');
		};
		expect(await list('limit=2')).toBe('43');
		expect(await list(`before=${ids[2]}`)).toBe('21');
		expect(await list(`after=${ids[1]}&limit=1`)).toBe('3');
		expect(await list(`around=${ids[1]}&limit=3`)).toBe('321');
		expect((await request(sandbox, 'GET', `${path}?limit=101`)).status).toBe(400);
	});

	it('are edited by their author alone', async () => {
		const own = (await request(sandbox, 'POST', MESSAGES, { ...quiet, content: 'a' })).body as { id: string };
		expect((await request(sandbox, 'PATCH', `${MESSAGES}/${own.id}`, { ...quiet, content: 'b' })).status).toBe(200);
		const [first] = sandbox.world.messages(IDS.general);
		const answer = await request(sandbox, 'PATCH', `${MESSAGES}/${first!.id}`, { ...quiet, content: 'b' });
		expect(answer).toMatchObject({ status: 403, body: { code: 50005 } });
		expect(await request(sandbox, 'DELETE', `${MESSAGES}/${first!.id}`)).toMatchObject({
			status: 403,
			body: { code: 50013 },
		});
		expect((await request(sandbox, 'DELETE', `${MESSAGES}/${own.id}`)).status).toBe(204);
		expect(await request(sandbox, 'GET', `${MESSAGES}/${own.id}`)).toMatchObject({
			status: 404,
			body: { code: 10008 },
		});
	});
});
