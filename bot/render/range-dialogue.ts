import {
	ComponentType,
	TextInputStyle,
	type APILabelComponent,
	type APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { SummaryAction } from '../../commands/action.js';
import { MESSAGE_CHOICES, SUMMARY_LENGTHS } from '../../commands/change-range.js';
import { choiceName, format, type Locale } from '../../commands/messages.js';
import { toCustomId } from '../custom-id.js';

/** The fields of the dialogue, by the names under which they come back. */
export const RANGE_FIELDS = { since: 'since', until: 'until', messages: 'messages', length: 'length' } as const;

/** A dialogue in which somebody says which messages they want instead. Nothing in it must be filled in. */
export function drawRangeDialogue(
	action: Extract<SummaryAction, { kind: 'summary-range' }>,
	locale: Locale,
): APIModalInteractionResponseCallbackData {
	const { since, until, messages, length } = RANGE_FIELDS;
	return {
		custom_id: toCustomId({ action, turns: false }),
		title: format(locale, 'range.title'),
		components: [
			{ ...moment(since, format(locale, 'range.since'), locale), description: format(locale, 'range.keep') },
			moment(until, format(locale, 'range.until'), locale),
			choices(
				messages,
				format(locale, 'range.messages'),
				MESSAGE_CHOICES.map((count) => ({ label: count.toLocaleString(locale), value: String(count) })),
			),
			choices(
				length,
				format(locale, 'range.length'),
				SUMMARY_LENGTHS.map((value) => ({ label: choiceName(locale, `summarize.length.${value}`), value })),
			),
		],
	};
}

function moment(name: string, label: string, locale: Locale): APILabelComponent {
	return {
		type: ComponentType.Label,
		label,
		component: {
			type: ComponentType.TextInput,
			custom_id: name,
			style: TextInputStyle.Short,
			required: false,
			max_length: 100,
			placeholder: format(locale, 'range.example'),
		},
	};
}

function choices(
	name: string,
	label: string,
	options: readonly { readonly label: string; readonly value: string }[],
): APILabelComponent {
	return {
		type: ComponentType.Label,
		label,
		component: {
			type: ComponentType.StringSelect,
			custom_id: name,
			required: false,
			min_values: 0,
			max_values: 1,
			options: [...options],
		},
	};
}
