import { snowflake } from './snowflake.js';
import type { PostedData, ReactionData } from './world-data.js';

/** How talk becomes messages. */
export interface TalkOptions {
	/** When the talk is looked at: its times count back from here. Milliseconds since the epoch. */
	readonly now: number;
	/** Ids of those who talk, by the names that the talk has for them. */
	readonly people: Readonly<Record<string, string>>;
	/** Keeps the ids of two talks apart; below 1000. */
	readonly number: number;
}

/** A message of a talk, which has an id. */
export type Said = PostedData & { readonly id: string };

/** `26:40 lan > chloe: words [👍 ada minh; edited]` */
const LINE = /^(\d+):(\d\d) (\w+)(?: > (\w+))?: (.*?)(?: \[([^\]]*)\])?$/u;
/** How long after a message its edit comes. */
const EDITED_AFTER_MS = 90_000;
/** Of the ids of talk, so that they meet none that the sandbox makes: 2²⁰ and more of a millisecond. */
const FIRST_ID = 1 << 20;
const MOST_LINES = 1000;

/**
 * Messages from talk that is written down one message a line: how long before it is looked at, in hours and minutes, who
 * says it, whose latest message it answers, the words (`⏎` begins a new line), and at the end who reacts how, and whether
 * it was edited. Empty lines part the talk for readers.
 *
 * @throws {Error} With the line that cannot be read.
 */
export function readTalk(talk: string, options: TalkOptions): Said[] {
	const said: Said[] = [];
	for (const line of talk.split('\n')) {
		if (line.trim() !== '') said.push(readLine(line.trim(), said, options));
	}
	return said;
}

function readLine(line: string, before: readonly Said[], { now, people, number }: TalkOptions): Said {
	const [, hours, minutes, who = '', whom, words = '', more = ''] = LINE.exec(line) ?? [];
	const idOf = (name: string): string => {
		const id = people[name];
		if (id === undefined) throw new Error(`Expected one of ${Object.keys(people).join(', ')} in: ${line}`);
		return id;
	};
	if (hours === undefined) throw new Error(`Expected "HOURS:MINUTES NAME: WORDS", got: ${line}`);
	const at = now - (Number(hours) * 60 + Number(minutes)) * 60_000;
	const extras = more.split(';').map((one) => one.trim());
	const answered = whom === undefined ? undefined : before.findLast((one) => one.authorId === idOf(whom));
	if (whom !== undefined && !answered) throw new Error(`Expected ${whom} to have said something before: ${line}`);
	const reactions = extras.flatMap((one): ReactionData[] => {
		const [emoji = '', ...names] = one.split(' ');
		return names.length === 0 ? [] : [{ emoji, userIds: names.map(idOf) }];
	});
	return {
		id: snowflake(at, FIRST_ID + number * MOST_LINES + before.length),
		authorId: idOf(who),
		content: words.replaceAll('⏎', '\n'),
		at,
		...(answered && { replyTo: answered.id }),
		...(reactions.length > 0 && { reactions }),
		...(extras.includes('edited') && { editedAt: at + EDITED_AFTER_MS }),
	};
}
