import type { Action, SummaryAction } from '../commands/action.js';
import { CUSTOM_ID_LIMIT } from './discord-limits.js';
import { oneLine, truncate } from './text.js';

/** Counted up where an id of before would be understood as something else. */
const VERSION = 'v1';
/** As `KeptAnswer.id` has it, and `KeptSummary.id`. */
const KEPT_ID = /^[\w-]{12}$/;
/** As Discord makes them. */
const SNOWFLAKE = /^[1-9]\d{16,19}$/;
/** As `DigestReply.mark` has it. */
const MARK = /^[\w-]{25}$/;
const PAGE = /^(?:0|[1-9]\d{0,5})$/;

/** A button: what it does, and whether it turns the pages of the message that it stands under. */
export interface ButtonId {
	readonly action: Action;
	readonly turns: boolean;
}

/**
 * The id of a button, at most 100 UTF-16 units: all that is needed to know what it does, so that it works after a restart. A
 * search that is too long is cut.
 */
export function toCustomId({ action, turns }: ButtonId): string {
	const id = [VERSION, turns ? 'turn' : 'open', ...argumentsOf(action)].join(':');
	return action.kind === 'library' ? `${id}:${fit(action.search, CUSTOM_ID_LIMIT - id.length - 1)}` : id;
}

/** The id of a button that cannot be pressed; `name` tells it from others of its message. */
export function toIdleId(name: string): string {
	return `${VERSION}:idle:${name}`;
}

/** `undefined` for an id of another version, and for whatever is no id of ours. */
export function parseCustomId(text: string): ButtonId | undefined {
	if (text.length > CUSTOM_ID_LIMIT) return undefined;
	const [version, way, ...rest] = text.split(':');
	if (version !== VERSION || (way !== 'turn' && way !== 'open')) return undefined;
	const action = toAction(rest);
	return action && { action, turns: way === 'turn' };
}

function argumentsOf(action: Action): readonly (string | number)[] {
	switch (action.kind) {
		case 'citations':
			return [action.kind, action.answerId, action.at];
		case 'further':
			return [action.kind, action.answerId, action.page];
		case 'rate':
			return [action.kind, action.answerId, action.verdict];
		case 'share':
		case 'hide':
			return [action.kind, action.answerId];
		case 'library':
			return [action.kind, action.page];
		case 'summary-share':
		case 'summary-hide':
		case 'summary-file':
		case 'summary-range':
			return [action.kind, action.summaryId];
		case 'summary-topic':
			return [action.kind, action.summaryId, action.topic, action.page];
		case 'reading-cancel':
		case 'reading-continue':
		case 'reading-take':
			return [action.kind, action.callId];
		case 'digest-join':
		case 'digest-leave':
			return [action.kind, action.digestId, ...(action.mark === '' ? [] : [action.mark])];
		default:
			return action satisfies never;
	}
}

function toAction([kind = '', first = '', ...rest]: readonly string[]): Action | undefined {
	if (kind === 'library') {
		const search = rest.join(':');
		return PAGE.test(first) && rest.length > 0 ? { kind, page: Number(first), search } : undefined;
	}
	const ofSummary = toSummaryAction(kind, first, rest);
	if (ofSummary !== undefined) return ofSummary;
	const [second = ''] = rest;
	if (!KEPT_ID.test(first) || rest.length > 1) return undefined;
	switch (kind) {
		case 'citations':
			return PAGE.test(second) ? { kind, answerId: first, at: Number(second) } : undefined;
		case 'further':
			return PAGE.test(second) ? { kind, answerId: first, page: Number(second) } : undefined;
		case 'rate':
			return second === 'right' || second === 'wrong' || second === 'wanted'
				? { kind, answerId: first, verdict: second }
				: undefined;
		case 'share':
		case 'hide':
			return rest.length === 0 ? { kind, answerId: first } : undefined;
		case 'digest-join':
		case 'digest-leave':
			return rest.length === 0 || MARK.test(second) ? { kind, digestId: first, mark: second } : undefined;
		default:
			return undefined;
	}
}

function toSummaryAction(kind: string, id: string, rest: readonly string[]): SummaryAction | undefined {
	switch (kind) {
		case 'summary-share':
		case 'summary-hide':
		case 'summary-file':
		case 'summary-range':
			return KEPT_ID.test(id) && rest.length === 0 ? { kind, summaryId: id } : undefined;
		case 'summary-topic': {
			const [topic = '', page = ''] = rest;
			const isWhole = KEPT_ID.test(id) && PAGE.test(topic) && PAGE.test(page) && rest.length === 2;
			return isWhole ? { kind, summaryId: id, topic: Number(topic), page: Number(page) } : undefined;
		}
		case 'reading-cancel':
		case 'reading-continue':
		case 'reading-take':
			return SNOWFLAKE.test(id) && rest.length === 0 ? { kind, callId: id } : undefined;
		default:
			return undefined;
	}
}

/** The cut search finds all that the whole one finds, and perhaps more: so without an ellipsis. */
function fit(search: string, limit: number): string {
	const line = oneLine(search);
	return line.length <= limit ? line : truncate(line, limit).replace(/…$/u, '');
}
