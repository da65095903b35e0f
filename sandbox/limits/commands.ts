import { z } from 'zod';
import { ApiError, invalidForm, type Problem } from '../api-error.js';
import { readForm, refusal } from '../form.js';
import { options, sizeOf } from './command-options.js';
import { description, localized, longest, MAX_NAME, slashName } from './command-texts.js';

/** Commands an application may have, global or in one guild (application-commands.mdx), by type. */
const MAX_COMMANDS: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
/** Over names, descriptions and values of one command, each in its longest language. */
const MAX_SIZE = 8000;

const unique = (list: readonly number[]) => new Set(list).size === list.length;

const settings = {
	nsfw: z.boolean().nullish(),
	default_member_permissions: z
		.string()
		.regex(/^\d{1,20}$/)
		.nullish(),
	contexts: z
		.array(z.literal([0, 1, 2]))
		.min(1)
		.refine(unique, 'Must be unique.')
		.nullish(),
	integration_types: z
		.array(z.literal([0, 1]))
		.min(1)
		.refine(unique, 'Must be unique.')
		.nullish(),
};

const slashCommand = z
	.strictObject({
		...settings,
		type: z.literal(1),
		name: slashName,
		name_localizations: localized(slashName),
		description,
		description_localizations: localized(description),
		options: options.nullish(),
	})
	.superRefine((command, context) => {
		const own =
			longest(command.name, command.name_localizations) +
			longest(command.description, command.description_localizations);
		if (own + sizeOf(command.options ?? []) > MAX_SIZE) {
			const message = `Command exceeds maximum size (${MAX_SIZE})`;
			context.addIssue(refusal('APPLICATION_COMMAND_TOO_LARGE', message));
		}
	});

const menuName = z.string().min(1).max(MAX_NAME);

/** A command of a person's (2) or message's (3) context menu, which describes itself by its name alone. */
const menuCommand = z.strictObject({
	...settings,
	type: z.literal([2, 3]),
	name: menuName,
	name_localizations: localized(menuName),
	description: z.literal('').nullish(),
	description_localizations: z.strictObject({}).nullish(),
	options: z.tuple([]).nullish(),
});

const command = z.discriminatedUnion('type', [slashCommand, menuCommand]);

export type CommandForm = z.infer<typeof command>;

/** Slash commands may leave their type out. */
function typed(body: unknown): unknown {
	return typeof body === 'object' && body !== null && !('type' in body) ? { ...body, type: 1 } : body;
}

/** @throws {ApiError} 50035 */
export function readCommand(body: unknown): CommandForm {
	const read = readForm(command, typed(body));
	if ('problems' in read) throw invalidForm(read.problems);
	return read.value;
}

/** All commands at once, as they replace what was registered. @throws {ApiError} 50035 or 30032 */
export function readCommands(body: unknown): CommandForm[] {
	if (!Array.isArray(body)) {
		throw invalidForm([{ path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' }]);
	}
	const commands: CommandForm[] = [];
	const problems: Problem[] = [];
	body.forEach((one: unknown, i) => {
		const read = readForm(command, typed(one), [i]);
		if ('problems' in read) problems.push(...read.problems);
		else if (commands.some((other) => other.type === read.value.type && other.name === read.value.name)) {
			const message = 'Application command names must be unique';
			problems.push({ path: [i, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message });
		} else commands.push(read.value);
	});
	if (problems.length > 0) throw invalidForm(problems);
	checkCount(commands);
	return commands;
}

/** @throws {ApiError} 30032 */
export function checkCount(commands: readonly { readonly type: number }[]): void {
	for (const [type, max] of Object.entries(MAX_COMMANDS)) {
		if (commands.filter((one) => one.type === Number(type)).length <= max) continue;
		throw new ApiError(400, 30032, `Maximum number of application commands reached (${max})`);
	}
}
