import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDS } from '../../sandbox/default-world.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { loadOpenApiCheck } from '../support/openapi.js';
import { request } from './discord.js';

const COMMANDS = `/applications/${IDS.application}/commands`;
const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'question', description: 'What', ...more });
const withOption = (more: object) => command({ options: [option(more)] });
const choices = (count: number) => times(count, (i) => ({ name: `n${i}`, value: `v${i}` }));
const sub = (name: string, more: object = {}) => ({ type: 1, name, description: 'a', ...more });
const group = (name: string, ...options: object[]) => ({ type: 2, name, description: 'a', options });
/** A command of exactly `size` characters, which all 25 descriptions share what names and choices leave of. */
function sized(size: number): object {
	const names = times(25, (i) => `option${i + 10}`);
	const menu = times(25, (j) => ({ name: `name${j + 10}`, value: `text${j + 10}` }));
	let left = size - 'ask'.length - 'Ask'.length - 25 * 'option10'.length - 24 * 25 * 'name10text10'.length;
	const options = names.map((name, i) => {
		const length = Math.min(100, left - (24 - i));
		left -= length;
		return option({ name, description: x(length), choices: i === 24 ? [] : menu });
	});
	return command({ options });
}

const CASES: readonly [rule: string, accepted: object, refused: object, path: string][] = [
	['names of 32 characters', command({ name: x(32) }), command({ name: x(33) }), '0.name'],
	['names in lower case', command({ name: 'hỏi-đáp' }), command({ name: 'Ask' }), '0.name'],
	['names in normal form C', command({ name: 'tóm-tắt' }), command({ name: 'tóm-tắt'.normalize('NFD') }), '0.name'],
	['names of letters, digits, - and _', command({ name: 'résumer_2' }), command({ name: 'a b' }), '0.name'],
	['names in scripts without marks', command({ name: 'ค้นหา' }), command({ name: 'ຄົ້ນຫາ' }), '0.name'],
	['a description', command(), { name: 'ask' }, '0.description'],
	['descriptions of 100', command({ description: x(100) }), command({ description: x(101) }), '0.description'],
	['descriptions that say something', command(), command({ description: '' }), '0.description'],
	[
		'locales of Discord',
		command({ name_localizations: { vi: 'hỏi' } }),
		command({ name_localizations: { lo: 'ask' } }),
		'0.name_localizations.lo',
	],
	[
		'localised names by the same rule',
		command({ name_localizations: { fr: 'demander' } }),
		command({ name_localizations: { fr: 'Demander' } }),
		'0.name_localizations.fr',
	],
	[
		'localised descriptions of 100',
		command({ description_localizations: { fr: x(100) } }),
		command({ description_localizations: { fr: x(101) } }),
		'0.description_localizations.fr',
	],
	[
		'permissions as a string',
		command({ default_member_permissions: '32' }),
		command({ default_member_permissions: 32 }),
		'0.default_member_permissions',
	],
	['known contexts', command({ contexts: [0, 1, 2] }), command({ contexts: [3] }), '0.contexts.0'],
	['contexts once', command({ contexts: [0, 1] }), command({ contexts: [0, 0] }), '0.contexts'],
	[
		'known ways to install',
		command({ integration_types: [0, 1] }),
		command({ integration_types: [2] }),
		'0.integration_types.0',
	],
	['known properties', command({ nsfw: false }), command({ colour: 3 }), '0.colour'],
	[
		'25 options',
		command({ options: times(25, (i) => option({ name: `o${i}` })) }),
		command({ options: times(26, (i) => option({ name: `o${i}` })) }),
		'0.options',
	],
	[
		'required options first',
		command({ options: [option({ required: true }), option({ name: 'b' })] }),
		command({ options: [option(), option({ name: 'b', required: true })] }),
		'0.options.1',
	],
	[
		'option names that differ',
		command({ options: [option(), option({ name: 'b' })] }),
		command({ options: [option(), option()] }),
		'0.options.1.name',
	],
	[
		'option names that differ in every language',
		command({
			options: [option({ name_localizations: { fr: 'a' } }), option({ name: 'b', name_localizations: { fr: 'b' } })],
		}),
		command({
			options: [option({ name_localizations: { fr: 'a' } }), option({ name: 'b', name_localizations: { fr: 'a' } })],
		}),
		'0.options.1.name',
	],
	[
		'option names by the same rule',
		withOption({ name: 'câu_hỏi' }),
		withOption({ name: 'Question' }),
		'0.options.0.name',
	],
	[
		'option descriptions of 100',
		withOption({ description: x(100) }),
		withOption({ description: x(101) }),
		'0.options.0.description',
	],
	['25 choices', withOption({ choices: choices(25) }), withOption({ choices: choices(26) }), '0.options.0.choices'],
	[
		'choice names of 100',
		withOption({ choices: [{ name: x(100), value: 'a' }] }),
		withOption({ choices: [{ name: x(101), value: 'a' }] }),
		'0.options.0.choices.0.name',
	],
	[
		'choice values of 100',
		withOption({ choices: [{ name: 'a', value: x(100) }] }),
		withOption({ choices: [{ name: 'a', value: x(101) }] }),
		'0.options.0.choices.0.value',
	],
	[
		'choice names that differ',
		withOption({ choices: choices(2) }),
		withOption({ choices: [...choices(1), ...choices(1)] }),
		'0.options.0.choices.1.name',
	],
	[
		'choices of the option’s type',
		withOption({ type: 4, choices: [{ name: 'a', value: 1 }] }),
		withOption({ type: 4, choices: [{ name: 'a', value: '1' }] }),
		'0.options.0.choices.0.value',
	],
	[
		'choices or autocomplete',
		withOption({ autocomplete: true }),
		withOption({ autocomplete: true, choices: choices(1) }),
		'0.options.0.choices',
	],
	[
		'least values below greatest',
		withOption({ type: 4, min_value: 1, max_value: 5 }),
		withOption({ type: 4, min_value: 5, max_value: 1 }),
		'0.options.0.min_value',
	],
	[
		'least lengths below greatest',
		withOption({ min_length: 1, max_length: 5 }),
		withOption({ min_length: 5, max_length: 1 }),
		'0.options.0.min_length',
	],
	['lengths up to 6000', withOption({ max_length: 6000 }), withOption({ max_length: 6001 }), '0.options.0.max_length'],
	[
		'bounds on numbers alone',
		withOption({ type: 10, max_value: 0.5 }),
		withOption({ max_value: 1 }),
		'0.options.0.max_value',
	],
	[
		'subcommands without other options',
		command({ options: [sub('a'), group('b', sub('c'))] }),
		command({ options: [sub('a'), option()] }),
		'0.options.1',
	],
	[
		'no group in a group',
		command({ options: [group('a', sub('b'))] }),
		command({ options: [group('a', group('b', sub('c')))] }),
		'0.options.0.options.0.type',
	],
	['8000 characters in all', sized(8000), sized(8001), '0'],
	['message commands in any case', { type: 3, name: 'Find sources' }, { type: 3, name: x(33) }, '0.name'],
	[
		'message commands without a description',
		{ type: 3, name: 'Find' },
		{ type: 3, name: 'Find', description: 'a' },
		'0.description',
	],
];

function errorAt(body: unknown, path: string): unknown {
	let node = (body as { errors?: unknown }).errors;
	for (const key of [...path.split('.'), '_errors']) node = (node as Record<string, unknown> | undefined)?.[key];
	return node;
}

describe('commands', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await openSandbox({ check: loadOpenApiCheck() });
	});
	afterAll(async () => {
		await sandbox.close();
	});

	it.each(CASES)('may have %s', async (_, accepted) => {
		const before = sandbox.violations.length;
		const { status, body } = await request(sandbox, 'PUT', COMMANDS, [accepted]);
		expect(status, JSON.stringify(body)).toBe(200);
		expect(sandbox.violations.slice(before)).toEqual([]);
	});

	it.each(CASES)('must have %s', async (_, __, refused, path) => {
		const { status, body } = await request(sandbox, 'PUT', COMMANDS, [refused]);
		expect(status).toBe(400);
		expect(errorAt(body, path), JSON.stringify(body)).toBeDefined();
	});

	it('differ in name, within their type', async () => {
		expect((await request(sandbox, 'PUT', COMMANDS, [command(), { type: 3, name: 'ask' }])).status).toBe(200);
		const { body } = await request(sandbox, 'PUT', COMMANDS, [command(), command()]);
		expect(errorAt(body, '1.name')).toBeDefined();
	});

	it.each([
		[1, 100],
		[2, 15],
		[3, 15],
	])('of type %i are at most %i', async (type, max) => {
		const some = (count: number) =>
			times(count, (i) => (type === 1 ? command({ name: `c${i}` }) : { type, name: `c${i}` }));
		expect((await request(sandbox, 'PUT', COMMANDS, some(max))).status).toBe(200);
		expect(await request(sandbox, 'PUT', COMMANDS, some(max + 1))).toMatchObject({
			status: 400,
			body: { code: 30032 },
		});
	});

	it('keep their ids when they are registered again', async () => {
		const ids = async () => {
			const { body } = await request(sandbox, 'PUT', COMMANDS, [command(), command({ name: 'b' })]);
			return (body as { id: string }[]).map((one) => one.id);
		};
		expect(await ids()).toEqual(await ids());
	});

	it('can be made, changed and deleted one by one, in one guild too', async () => {
		for (const path of [COMMANDS, `/applications/${IDS.application}/guilds/${IDS.borderDesk}/commands`]) {
			await request(sandbox, 'PUT', path, []);
			const { status, body } = await request(sandbox, 'POST', path, command({ nsfw: false }));
			expect(status).toBe(201);
			expect((await request(sandbox, 'POST', path, command())).status).toBe(200);
			const { id } = body as { id: string };
			const changed = await request(sandbox, 'PATCH', `${path}/${id}`, { description: 'New' });
			expect(changed).toMatchObject({ status: 200, body: { id, name: 'ask', description: 'New' } });
			expect(await request(sandbox, 'GET', path)).toMatchObject({ body: [{ id, description: 'New' }] });
			expect((await request(sandbox, 'DELETE', `${path}/${id}`)).status).toBe(204);
			expect(await request(sandbox, 'GET', `${path}/${id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
		}
		expect(sandbox.violations.filter((one) => one.kind === 'response')).toEqual([]);
	});
});
