import { z } from 'zod';
import { invalidForm, refused, unknown } from '../api-error.js';
import { readForm } from '../form.js';
import type { Hub } from '../hub.js';
import type { Choice, Modal } from './interaction.js';
import { edit, reply, think } from './messages.js';
import { FIRST_RESPONSE_MS, type InteractionState } from './state.js';
import { autocompleteResult } from '../limits/command-options.js';
import { FLAGS, readMessage, type MessageForm } from '../limits/messages.js';
import { readModal } from '../limits/modals.js';
import type { UploadedFile } from '../uploads.js';
import type { Message } from '../world.js';

const callback = z.strictObject({ type: z.literal([4, 5, 6, 7, 8, 9]), data: z.unknown().optional() });
/** Of a deferral: nothing, or the ephemeral flag alone. */
const deferral = z.strictObject({ flags: z.literal([0, FLAGS.ephemeral]).nullish() }).nullish();

/** Which responses may be given to what. 4 reply, 5 defer, 6 defer an update, 7 update, 8 choices, 9 modal. */
const RESPONSES: Readonly<Record<InteractionState['kind'], readonly number[]>> = {
	command: [4, 5, 9],
	component: [4, 5, 6, 7, 9],
	autocomplete: [8],
	modal: [4, 5, 6, 7],
};

export interface CallbackResult {
	readonly type: number;
	/** The message that the response made or changed. */
	readonly message: Message | null;
	/** For the house rules. */
	readonly form: MessageForm | null;
}

/**
 * The first response to an interaction.
 * @throws {ApiError} 10062 when it is too late, 40060 when it is not the first, 50035, 50006.
 */
export function respond(
	hub: Hub,
	interaction: InteractionState,
	body: unknown,
	files: readonly UploadedFile[],
): CallbackResult {
	if (interaction.expired) throw unknown.interaction();
	if (interaction.acknowledgedAt !== null) throw refused.acknowledged();
	if (hub.now() - interaction.createdAt > FIRST_RESPONSE_MS) throw unknown.interaction();
	const read = readForm(callback, body);
	if ('problems' in read) throw invalidForm(read.problems);
	const { type, data } = read.value;
	const { kind, message: origin } = interaction.facts;
	if (!RESPONSES[kind].includes(type) || ((type === 6 || type === 7) && !origin)) {
		const message = `Response type ${type} is not available for this ${kind} interaction.`;
		throw invalidForm([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE_INVALID', message }]);
	}
	const acknowledge = () => {
		interaction.acknowledgedAt = hub.now();
	};
	const result = give(hub, interaction, type, data, files, acknowledge);
	hub.emit({ kind: 'interaction-acknowledged', interaction });
	return { type, ...result };
}

function give(
	hub: Hub,
	interaction: InteractionState,
	type: number,
	data: unknown,
	files: readonly UploadedFile[],
	acknowledge: () => void,
): Omit<CallbackResult, 'type'> {
	const none = { message: null, form: null };
	const names = files.map((file) => file.name);
	if (type === 8) {
		const choices = readChoices(data, interaction);
		acknowledge();
		interaction.choices = choices;
		hub.emit({ kind: 'autocomplete', interaction, choices });
		return none;
	}
	if (type === 9) {
		// the schema has read it; Discord's type is a union over the same
		const modal = readModal(data) as unknown as Modal;
		acknowledge();
		interaction.modal = modal;
		hub.emit({ kind: 'modal', interaction, modal });
		return none;
	}
	if (type === 5 || type === 6) {
		const read = readForm(deferral, data, ['data']);
		if ('problems' in read) throw invalidForm(read.problems);
		acknowledge();
		if (type === 6) {
			const origin = changed(interaction);
			interaction.originalId = origin.id;
			return { message: origin, form: null };
		}
		interaction.deferred = true;
		return { message: think(hub, interaction, read.value?.flags ?? 0), form: null };
	}
	if (type === 7) {
		const origin = changed(interaction);
		const { flags = 0, attachments } = origin;
		const form = readMessage(data ?? {}, { sending: 'edit', flags, attachments, files: names, at: ['data'] });
		interaction.originalId = origin.id;
		return { message: edit(hub, interaction, origin, form, files, acknowledge), form };
	}
	const form = readMessage(data ?? {}, { sending: 'answer', flags: 0, attachments: [], files: names, at: ['data'] });
	return { message: reply(hub, interaction, form, files, acknowledge), form };
}

/** The message that a component stands in, as it is now. @throws {ApiError} 10008 */
function changed(interaction: InteractionState): Message {
	const { message } = interaction.facts;
	const current = message ? interaction.message(message.id) : undefined;
	if (!current) throw unknown.message();
	return current;
}

/** @throws {ApiError} 50035 */
function readChoices(data: unknown, interaction: InteractionState): readonly Choice[] {
	const read = readForm(autocompleteResult, data, ['data']);
	if ('problems' in read) throw invalidForm(read.problems);
	const wanted = interaction.facts.optionType === 3 ? 'string' : 'number';
	const wrong = read.value.choices.findIndex((choice) => typeof choice.value !== wanted);
	if (wrong >= 0) {
		const message = `Expected a ${wanted}, as the option takes.`;
		throw invalidForm([{ path: ['data', 'choices', wrong, 'value'], code: 'BASE_TYPE_BAD_TYPE', message }]);
	}
	// the schema has read it; Discord's type names every locale
	return read.value.choices as readonly Choice[];
}
