import { z } from 'zod';
import { refusal } from '../form.js';
import { description, localized, longest, slashName } from './command-texts.js';

const MAX_CHOICES = 25;
const MAX_OPTIONS = 25;
/** Discord's document says 6000 for values; longer ones than 100 are refused by its server. */
const MAX_CHOICE_TEXT = 100;
const MAX_STRING_OPTION = 6000;

const choiceName = z.string().min(1).max(MAX_CHOICE_TEXT);

/** A choice, of a command or of autocomplete. */
export const choice = z.strictObject({
	name: choiceName,
	name_localizations: localized(choiceName),
	value: z.union([
		z.string().min(1).max(MAX_CHOICE_TEXT),
		z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
	]),
});

/** What autocomplete answers. */
export const autocompleteResult = z.strictObject({ choices: z.array(choice).max(MAX_CHOICES) });

const texts = {
	name: slashName,
	name_localizations: localized(slashName),
	description,
	description_localizations: localized(description),
};

/** Options that take a value: string 3, integer 4, boolean 5, user 6, channel 7, role 8, mentionable 9, number 10, attachment 11. */
const valueOption = z
	.strictObject({
		...texts,
		type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]),
		required: z.boolean().nullish(),
		choices: z.array(choice).max(MAX_CHOICES).nullish(),
		autocomplete: z.boolean().nullish(),
		min_value: z.number().nullish(),
		max_value: z.number().nullish(),
		min_length: z.int().min(0).max(MAX_STRING_OPTION).nullish(),
		max_length: z.int().min(1).max(MAX_STRING_OPTION).nullish(),
		channel_types: z.array(z.int()).nullish(),
	})
	.superRefine((option, context) => {
		const isText = option.type === 3;
		const isNumber = option.type === 4 || option.type === 10;
		const bad = (key: string, message: string) => {
			context.addIssue(refusal('BASE_TYPE_BAD', message, [key]));
		};
		const choices = option.choices ?? [];
		if (choices.length > 0 && option.autocomplete) bad('choices', 'An option has choices or autocomplete, not both.');
		if (choices.length > 0 && !isText && !isNumber) bad('choices', 'Options of this type have no choices.');
		if (option.autocomplete && !isText && !isNumber) bad('autocomplete', 'Options of this type have no autocomplete.');
		for (const key of ['min_value', 'max_value'] as const) {
			const value = option[key] ?? null;
			if (value !== null && !isNumber) bad(key, 'Only numbers have bounds.');
			if (value !== null && option.type === 4 && !Number.isInteger(value)) bad(key, 'Must be whole.');
		}
		for (const key of ['min_length', 'max_length'] as const) {
			if ((option[key] ?? null) !== null && !isText) bad(key, 'Only strings have a length.');
		}
		if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity)) bad('min_value', 'Above max_value.');
		if ((option.min_length ?? 0) > (option.max_length ?? Infinity)) bad('min_length', 'Above max_length.');
		if (option.channel_types && option.type !== 7) bad('channel_types', 'Only channel options have these.');
		choices.forEach((one, i) => {
			const fits = isText ? typeof one.value === 'string' : typeof one.value === 'number';
			const whole = option.type !== 4 || Number.isInteger(one.value);
			if (!fits || !whole) {
				context.addIssue(refusal('BASE_TYPE_BAD_TYPE', 'Not of the option’s type.', ['choices', i, 'value']));
			}
			if (choices.findIndex((other) => other.name === one.name) !== i) {
				const message = 'Option choice names must be unique';
				context.addIssue(refusal('APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE', message, ['choices', i, 'name']));
			}
		});
	});

type ValueOption = z.infer<typeof valueOption>;
type Named = Pick<ValueOption, 'name' | 'name_localizations'>;
/** The part of zod's context that adds an issue. */
interface Refinement {
	addIssue(issue: ReturnType<typeof refusal>): void;
}

/** Names are unique in every language, and what is required comes first. */
function checkList(options: readonly (Named & { required?: boolean | null | undefined })[], context: Refinement): void {
	const seen = new Set<string>();
	options.forEach((option, i) => {
		const names: Record<string, string | null> = { default: option.name, ...option.name_localizations };
		const keys = Object.entries(names).map(([locale, name]) => `${locale} ${name ?? option.name}`);
		if (keys.some((key) => seen.has(key))) {
			const message = 'Option names must be unique';
			context.addIssue(refusal('APPLICATION_COMMAND_OPTIONS_NAME_INVALID', message, [i, 'name']));
		}
		for (const key of keys) seen.add(key);
		if (option.required && options.slice(0, i).some((earlier) => !earlier.required)) {
			const message = 'Required options must be placed before non-required options';
			context.addIssue(refusal('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message, [i]));
		}
	});
}

const values = z.array(valueOption).max(MAX_OPTIONS).superRefine(checkList);

const subcommand = z.strictObject({
	...texts,
	type: z.literal(1),
	required: z.literal(false).nullish(),
	options: values.nullish(),
});

const group = z.strictObject({
	...texts,
	type: z.literal(2),
	required: z.literal(false).nullish(),
	options: z.array(subcommand).min(1).max(MAX_OPTIONS).superRefine(checkList),
});

export const options = z
	.array(z.discriminatedUnion('type', [valueOption, subcommand, group]))
	.max(MAX_OPTIONS)
	.superRefine(checkList)
	.superRefine((list, context) => {
		const isBranch = list.map((one) => one.type === 1 || one.type === 2);
		if (isBranch.includes(true) && isBranch.includes(false)) {
			const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
			context.addIssue(refusal('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message, [isBranch.lastIndexOf(false)]));
		}
	});

export type Options = z.infer<typeof options>;

/** Names, descriptions and choices of all options, each in its longest language. */
export function sizeOf(list: Options | ValueOption[]): number {
	return list.reduce((sum, option) => {
		const own =
			longest(option.name, option.name_localizations) + longest(option.description, option.description_localizations);
		const choices = 'choices' in option ? (option.choices ?? []) : [];
		const chosen = choices.reduce(
			(all, one) => all + longest(one.name, one.name_localizations) + String(one.value).length,
			0,
		);
		const inner: Options = 'options' in option ? (option.options ?? []) : [];
		return sum + own + chosen + sizeOf(inner);
	}, 0);
}
