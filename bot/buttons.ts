import { InteractionContextType, MessageFlags, type ButtonInteraction, type ModalSubmitInteraction } from 'discord.js';
import { act, destinationOf } from '../commands/act.js';
import type { Action } from '../commands/action.js';
import { changeRange, MESSAGE_CHOICES, SUMMARY_LENGTHS } from '../commands/change-range.js';
import type { Context } from '../commands/command.js';
import type { Reply } from '../commands/reply.js';
import type { Ongoing } from '../commands/services.js';
import { UserError } from '../commands/user-error.js';
import { acknowledge } from './acknowledge.js';
import { contextOf } from './context.js';
import { parseCustomId } from './custom-id.js';
import { failureReply } from './failure.js';
import type { Parts } from './parts.js';
import { drawRangeDialogue, RANGE_FIELDS } from './render/range-dialogue.js';
import { answering, fieldsOf, ignoreGone, refusalBefore, respond, tell, tellBeside } from './respond.js';
import { persistently } from './transport.js';
import { workAndShow } from './work.js';

/** Of buttons that read nothing. */
const SILENT = { isTakenUp: false, show: () => Promise.resolve() };

/** Does what a button does. */
export async function press(interaction: ButtonInteraction, parts: Parts): Promise<void> {
	const context = contextOfButton(interaction, parts);
	const pressed = parseCustomId(interaction.customId);
	if (pressed === undefined) {
		await tell(interaction, { kind: 'refused', error: new UserError('error.button-unknown', {}) }, parts, context);
		return;
	}
	const { action, turns } = pressed;
	const destination = destinationOf(action, turns);
	const work = (ongoing: Ongoing) => act(parts.services, action, context, ongoing);
	if (destination === 'private' || destination === 'public' || destination === 'public-if-allowed') {
		const isPrivate = destination === 'private';
		const isRefusedInPrivate = destination === 'public-if-allowed';
		await respond(interaction, parts, context, { cost: 'look', isPrivate, isRefusedInPrivate }, async (ongoing) =>
			expectReply(await work(ongoing), action),
		);
		return;
	}
	const refusal = await refusalBefore(parts, context, 'look');
	if (refusal !== undefined) {
		await tell(interaction, refusal, parts, context);
		return;
	}
	if (action.kind === 'summary-range') {
		await acknowledge(interaction, () => interaction.showModal(drawRangeDialogue(action, context.locale)));
		return;
	}
	await acknowledge(interaction, () => interaction.deferUpdate());
	// the message with the button stays as it is
	const refuse = (reply: Reply) => tellBeside(interaction, reply, parts, context);
	if (destination === 'in-place') {
		const begun = 'callId' in action && { callId: action.callId, isTakenUp: true };
		const inPlaceOf = { ...answering(interaction, inPlace(context, interaction)), ...begun };
		await workAndShow(parts, inPlaceOf, async (ongoing) => expectReply(await work(ongoing), action), refuse);
		return;
	}
	try {
		await act(parts.services, action, context, parts.running.of({ ...answering(interaction, context), ...SILENT }));
		if (destination === 'delete') await persistently(() => interaction.deleteReply().catch(ignoreGone));
	} catch (error) {
		await refuse(failureReply(error, parts.log, fieldsOf(interaction)));
	}
}

function expectReply(reply: Reply | undefined, { kind }: Action): Reply {
	if (reply === undefined) throw new Error(`The button ${kind} gave no reply`);
	return reply;
}

/** What was filled in where a button had asked for more. */
export async function submit(interaction: ModalSubmitInteraction, parts: Parts): Promise<void> {
	const action = parseCustomId(interaction.customId)?.action;
	const { fields } = interaction;
	const typed = (name: string) => fields.getTextInputValue(name).trim() || undefined;
	const chosen = (name: string) => fields.getStringSelectValues(name)[0];
	if (action?.kind !== 'summary-range') {
		const context = contextOf(interaction, parts.services.settings);
		await tell(interaction, { kind: 'refused', error: new UserError('error.button-unknown', {}) }, parts, context);
		return;
	}
	const since = typed(RANGE_FIELDS.since);
	const until = typed(RANGE_FIELDS.until);
	const context = contextOf(interaction, parts.services.settings, [since, until].join('\n').trim());
	const change = {
		since,
		until,
		messages: MESSAGE_CHOICES.find((count) => String(count) === chosen(RANGE_FIELDS.messages)),
		length: SUMMARY_LENGTHS.find((length) => length === chosen(RANGE_FIELDS.length)),
	};
	await respond(interaction, parts, context, { cost: 'question', isPrivate: true }, (ongoing) =>
		changeRange(parts.services, action.summaryId, change, context, ongoing),
	);
}

/** Whoever called the bot may take its reply away again: Discord keeps who that was, whatever Quoth does. */
function contextOfButton(interaction: ButtonInteraction, { services }: Parts): Context {
	const context = contextOf(interaction, services.settings);
	const isOwn = interaction.message.interactionMetadata?.user.id === interaction.user.id;
	const isDirect = interaction.context === InteractionContextType.BotDM;
	return { ...context, canModerate: context.canModerate || isOwn || isDirect };
}

/** A message keeps its layout: what was sent as components cannot become an embed. */
function inPlace(context: Context, { message }: ButtonInteraction): Context {
	const layout = message.flags.has(MessageFlags.IsComponentsV2) ? 'components' : 'embed';
	return { ...context, settings: { ...context.settings, layout } };
}
