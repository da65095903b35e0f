import { z } from 'zod';
import { invalidForm } from '../api-error.js';
import { walk } from './component-tree.js';
import { readForm } from '../form.js';
import { entitySelect, stringSelect, textDisplay } from './components.js';
import { duplicates } from './messages.js';

/** Discord's limits for modals (receiving-and-responding.mdx, components/reference.mdx). */
const MAX_TITLE = 45;
const MAX_PARTS = 5;
const MAX_INPUT = 4000;

const id = z.int().min(0).optional();

const textInput = z
	.strictObject({
		type: z.literal(4),
		id,
		custom_id: z.string().min(1).max(100),
		style: z.literal([1, 2]),
		/** In rows, which have no label of their own. */
		label: z.string().min(1).max(45).nullish(),
		min_length: z.int().min(0).max(MAX_INPUT).nullish(),
		max_length: z.int().min(1).max(MAX_INPUT).nullish(),
		required: z.boolean().nullish(),
		value: z.string().max(MAX_INPUT).nullish(),
		placeholder: z.string().max(100).nullish(),
	})
	.refine((one) => (one.min_length ?? 0) <= (one.max_length ?? MAX_INPUT), {
		message: 'Must not be above max_length.',
		path: ['min_length'],
	})
	.refine((one) => (one.value ?? '').length <= (one.max_length ?? MAX_INPUT), {
		message: 'Must not be longer than max_length.',
		path: ['value'],
	});

const fileUpload = z.strictObject({
	type: z.literal(19),
	id,
	custom_id: z.string().min(1).max(100),
	min_values: z.int().min(0).max(10).nullish(),
	max_values: z.int().min(1).max(10).nullish(),
	required: z.boolean().nullish(),
});

const row = z.strictObject({
	type: z.literal(1),
	id,
	components: z
		.array(textInput.refine((one) => one.label, { message: 'This field is required', path: ['label'] }))
		.length(1),
});

const label = z.strictObject({
	type: z.literal(18),
	id,
	label: z.string().min(1).max(45),
	description: z.string().max(100).nullish(),
	component: z.discriminatedUnion('type', [
		textInput.refine((one) => !one.label, { message: 'The label component has it.', path: ['label'] }),
		stringSelect,
		entitySelect,
		fileUpload,
	]),
});

const modal = z.strictObject({
	custom_id: z.string().min(1).max(100),
	title: z.string().min(1).max(MAX_TITLE),
	components: z
		.array(z.discriminatedUnion('type', [row, label, textDisplay]))
		.min(1)
		.max(MAX_PARTS),
});

export type ModalForm = z.infer<typeof modal>;

/** @throws {ApiError} 50035 */
export function readModal(body: unknown): ModalForm {
	const read = readForm(modal, body, ['data']);
	if ('problems' in read) throw invalidForm(read.problems);
	const twice = duplicates(walk(read.value.components), 'custom_id');
	if (twice.length > 0) throw invalidForm(twice.map((one) => ({ ...one, path: ['data', ...one.path] })));
	return read.value;
}
