import { z } from 'zod';
import { invalidForm, type Problem } from '../api-error.js';
import { walk } from './component-tree.js';
import { readForm } from '../form.js';
import { topLevel } from './components.js';
import { embeds } from './embeds.js';

/** Discord's limits for messages (resources/message.mdx, components/reference.mdx), in UTF-16 units. */
const MAX_CONTENT = 2000;
const MAX_ROWS = 5;
const MAX_COMPONENTS = 40;
const MAX_TEXT_DISPLAYS = 4000;
const MAX_ATTACHMENTS = 10;

/** Flags of messages; Discord's names say `SUPPRESS_NOTIFICATIONS` for `silent` and `IS_COMPONENTS_V2` for `v2`. */
export const FLAGS = {
	suppressEmbeds: 4,
	hasThread: 32,
	ephemeral: 64,
	loading: 128,
	silent: 4096,
	voice: 8192,
	v2: 32_768,
} as const;

/** What a request does with a message. `answer`: a callback's first message; `edit`: of any kind. */
export type Sending = 'create' | 'answer' | 'follow-up' | 'edit';

const ALLOWED_FLAGS: Readonly<Record<Sending, number>> = {
	create: FLAGS.suppressEmbeds | FLAGS.silent | FLAGS.voice | FLAGS.v2,
	answer: FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.silent | FLAGS.voice | FLAGS.v2,
	'follow-up': FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.silent | FLAGS.voice | FLAGS.v2,
	edit: FLAGS.suppressEmbeds | FLAGS.v2,
};

const snowflake = z.string().regex(/^\d{1,20}$/);

const attachment = z.strictObject({
	id: z.union([snowflake, z.int().min(0)]),
	filename: z.string().max(1024).nullish(),
	description: z.string().max(1024).nullish(),
	title: z.string().max(1024).nullish(),
	is_remix: z.boolean().nullish(),
	duration_secs: z.number().nullish(),
	waveform: z.string().nullish(),
});

export const allowedMentions = z
	.strictObject({
		parse: z.array(z.enum(['users', 'roles', 'everyone'])).nullish(),
		users: z.array(snowflake).max(100).nullish(),
		roles: z.array(snowflake).max(100).nullish(),
		replied_user: z.boolean().nullish(),
	})
	.refine(
		(one) => !(['users', 'roles'] as const).some((key) => one.parse?.includes(key) && (one[key] ?? []).length > 0),
		'parse and a list of ids exclude each other.',
	);

const message = z.strictObject({
	content: z.string().max(MAX_CONTENT).nullish(),
	embeds: embeds.nullish(),
	components: z.array(topLevel).max(MAX_COMPONENTS).nullish(),
	flags: z.int().min(0).nullish(),
	allowed_mentions: allowedMentions.nullish(),
	attachments: z.array(attachment).nullish(),
	tts: z.boolean().nullish(),
	nonce: z.union([z.int(), z.string().max(25)]).nullish(),
	enforce_nonce: z.boolean().nullish(),
	message_reference: z
		.strictObject({
			type: z.literal(0).optional(),
			message_id: snowflake,
			channel_id: snowflake.nullish(),
			guild_id: snowflake.nullish(),
			fail_if_not_exists: z.boolean().nullish(),
		})
		.nullish(),
});

/** What is asked of a message that is created or edited. Undefined: left as it is. */
export type MessageForm = z.infer<typeof message>;

/** What must be known to judge an edit or a file's name. */
export interface MessageSituation {
	readonly sending: Sending;
	/** The flags that the message has already. */
	readonly flags: number;
	/** Ids of the attachments that the message has already. */
	readonly attachments: readonly { readonly id: string; readonly filename: string }[];
	/** Names of the files that come with the request, in order. */
	readonly files: readonly string[];
	/** Where in the body the message stands. */
	readonly at: readonly string[];
}

/** @throws {ApiError} 50035 with everything that is wrong. Emptiness is for the caller to see, once the edit is applied. */
export function readMessage(body: unknown, situation: MessageSituation): MessageForm {
	const read = readForm(message, body, situation.at);
	if ('problems' in read) throw invalidForm(read.problems);
	const problems = [
		...flagProblems(read.value, situation),
		...componentProblems(read.value, situation),
		...fileProblems(read.value, situation),
	];
	if (problems.length > 0) {
		throw invalidForm(problems.map((one) => ({ ...one, path: [...situation.at, ...one.path] })));
	}
	return read.value;
}

/** Whether the message will be one of components v2. */
export function isV2(form: MessageForm, flags: number): boolean {
	return (((form.flags ?? 0) | flags) & FLAGS.v2) !== 0;
}

function flagProblems(form: MessageForm, { sending, flags }: MessageSituation): Problem[] {
	const problems: Problem[] = [];
	const extra = (form.flags ?? 0) & ~ALLOWED_FLAGS[sending];
	if (extra !== 0) {
		const message = `Flags ${extra} cannot be set here.`;
		problems.push({ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message });
	}
	const keeps = typeof form.flags === 'number' && (form.flags & FLAGS.v2) === 0;
	if (sending === 'edit' && keeps && (flags & FLAGS.v2) !== 0) {
		const message = 'The IS_COMPONENTS_V2 flag cannot be removed.';
		problems.push({ path: ['flags'], code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', message });
	}
	if (!isV2(form, flags)) return problems;
	for (const key of ['content', 'embeds'] as const) {
		if (!form[key]?.length) continue;
		const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
		problems.push({ path: [key], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message });
	}
	return problems;
}

function componentProblems(form: MessageForm, { flags }: MessageSituation): Problem[] {
	const problems: Problem[] = [];
	const components = form.components ?? [];
	const all = walk(components);
	if (!isV2(form, flags)) {
		if (components.length > MAX_ROWS) {
			problems.push({
				path: ['components'],
				code: 'BASE_TYPE_BAD_LENGTH',
				message: `Must be between 1 and ${MAX_ROWS} in length.`,
			});
		}
		components.forEach((one, i) => {
			if (one.type === 1) return;
			const message = 'Value of field "type" must be one of (1,), or the IS_COMPONENTS_V2 flag be set.';
			problems.push({ path: ['components', i, 'type'], code: 'UNION_TYPE_CHOICES', message });
		});
	}
	if (all.length > MAX_COMPONENTS) {
		const message = `The total number of components must be at most ${MAX_COMPONENTS}, got ${all.length}.`;
		problems.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
	}
	const text = all.reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0);
	if (text > MAX_TEXT_DISPLAYS) {
		const message = `The text of all components must be at most ${MAX_TEXT_DISPLAYS} in length, got ${text}.`;
		problems.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
	}
	return [...problems, ...duplicates(all, 'custom_id'), ...duplicates(all, 'id')];
}

/** Components whose `custom_id` or `id` stands on an earlier one. */
export function duplicates(all: ReturnType<typeof walk>, key: 'custom_id' | 'id'): Problem[] {
	const seen = new Set<unknown>();
	return all.flatMap(({ component, path }) => {
		const value = component[key];
		// id 0 asks Discord to choose
		if (!value) return [];
		const twice = seen.has(value);
		seen.add(value);
		const code = key === 'id' ? 'COMPONENT_ID_DUPLICATED' : 'COMPONENT_CUSTOM_ID_DUPLICATED';
		return twice ? [{ path: [...path, key], code, message: `Component ${key} cannot be duplicated` }] : [];
	});
}

function fileProblems(form: MessageForm, { attachments, files }: MessageSituation): Problem[] {
	const problems: Problem[] = [];
	const stays = form.attachments ? form.attachments.map((one) => String(one.id)) : attachments.map((one) => one.id);
	const kept = attachments.filter((one) => stays.includes(one.id));
	(form.attachments ?? []).forEach((one, i) => {
		const isKept = attachments.some((known) => known.id === String(one.id));
		if (isKept || Number(one.id) < files.length) return;
		const message = `Neither an uploaded file nor an attachment of this message has the id ${one.id}.`;
		problems.push({ path: ['attachments', i, 'id'], code: 'ATTACHMENT_NOT_FOUND', message });
	});
	if (kept.length + files.length > MAX_ATTACHMENTS) {
		problems.push({ path: ['attachments'], code: 'BASE_TYPE_MAX', message: `At most ${MAX_ATTACHMENTS}.` });
	}
	const names = new Set([...kept.map((one) => one.filename), ...files]);
	const parts = JSON.stringify([form.embeds, form.components]).matchAll(/"url":"attachment:\/\/([^"]+)"/g);
	for (const [, name = ''] of parts) {
		if (names.has(name)) continue;
		const message = `Referenced attachment "${name}" was not found.`;
		problems.push({ path: ['attachments'], code: 'REFERENCED_ATTACHMENT_NOT_FOUND', message });
	}
	return problems;
}
