import { readFileSync } from 'node:fs';
import type { ChatMessage } from '../../answers/summary/conversation.js';
import { integerBelow, seededRandom } from './random.js';

/** A conversation of which it is known what is in it. */
export interface PlantedTalk {
	/** Oldest first. */
	readonly messages: readonly ChatMessage[];
	/** By message id, the topic's name; chatter has none. */
	readonly topics: ReadonlyMap<string, string>;
	/** By message id, the place of its talk, a topic or a small talk, in the file; noise has none. */
	readonly talks: ReadonlyMap<string, number>;
	/** By the decision's number, the ids of the messages that say it: its proposal, or that it is agreed. */
	readonly decisions: ReadonlyMap<string, ReadonlySet<string>>;
	/** By the question's number, the ids of the messages that ask it. */
	readonly questions: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Script {
	readonly topic: string | undefined;
	/** Sittings, in order. */
	readonly sittings: Line[][];
}

interface Placed {
	readonly line: Line;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly script: Script | undefined;
}

interface Line {
	readonly author: string;
	readonly text: string;
	/** The line that it answers. */
	readonly replyTo: Line | undefined;
	readonly inThread: boolean;
	/** `!1` or `?1`. */
	readonly marks: readonly string[];
}

const LINE = /^((?:[!?]\d |@ )*)(\S+?)(?: >(\d+))?: (.*)$/u;
const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Monday. */
const FIRST_DAY = Date.UTC(2026, 10, 23);
/** When sittings of topics begin, in minutes of their day: each begins in the middle of the one before. */
const SITTINGS = [130, 148, 172, 400, 418, 442];
const SITTING_DAYS = [0, 2];
const CHATTER = { days: 4, from: 100, to: 640 };

/**
 * Puts the small talks of a file in the order of a channel: topics side by side, chatter between them, noise until there are enough.
 *
 * @param path of a file written as `test/answers/summary/data/talk-harbour.txt` says
 * @param count messages in all; noise is left out or repeated to have so many
 */
export function plantTalk(
	path: string,
	{ count, seed }: { readonly count: number; readonly seed: number },
): PlantedTalk {
	const random = seededRandom(seed);
	const { scripts, noise } = readScripts(readFileSync(path, 'utf8'));
	const placed: Placed[] = [];
	const place = (script: Script, lines: readonly Line[], start: number) => {
		let at = start;
		for (const line of lines) {
			placed.push({ line, at, script });
			at += gapMs(random);
		}
	};
	const topics = scripts.filter(({ topic }) => topic !== undefined);
	for (const [i, script] of topics.entries()) {
		for (const [j, lines] of script.sittings.entries()) {
			const minute = (SITTINGS[i % SITTINGS.length] ?? 0) + integerBelow(random, 5);
			place(script, lines, FIRST_DAY + (SITTING_DAYS[j] ?? j) * DAY_MS + minute * MINUTE_MS);
		}
	}
	const anyTime = () =>
		FIRST_DAY +
		integerBelow(random, CHATTER.days) * DAY_MS +
		(CHATTER.from + integerBelow(random, CHATTER.to - CHATTER.from)) * MINUTE_MS;
	for (const script of scripts) if (script.topic === undefined) place(script, script.sittings.flat(), anyTime());
	const authors = [...new Set(placed.map(({ line }) => line.author))];
	for (let i = 0; placed.length < count; i++) {
		const text = noise[i < noise.length ? i : integerBelow(random, noise.length)] ?? 'ok';
		const author = text.includes('://') ? 'stranger' : (authors[integerBelow(random, authors.length)] ?? 'stranger');
		placed.push({
			line: { author, text, replyTo: undefined, inThread: false, marks: [] },
			at: anyTime(),
			script: undefined,
		});
	}
	placed.sort((a, b) => a.at - b.at);
	return toTalk(placed, scripts);
}

/** To the next message of a talk: mostly less than a minute, sometimes ten. A minute and a half on average. */
function gapMs(random: () => number): number {
	const kind = random();
	const [least, most] = kind < 0.7 ? [10, 60] : kind < 0.95 ? [60, 240] : [240, 600];
	return (least + integerBelow(random, most - least)) * 1000;
}

function toTalk(placed: readonly Placed[], scripts: readonly Script[]): PlantedTalk {
	const ids = new Map(placed.map(({ line }, i) => [line, String(1_400_000_000_000_000_000n + BigInt(i))]));
	const idOf = (line: Line) => ids.get(line) ?? '';
	const marked = (sign: string) => {
		const groups = new Map<string, Set<string>>();
		for (const { line } of placed) {
			for (const mark of line.marks.filter((one) => one.startsWith(sign))) {
				groups.set(mark, (groups.get(mark) ?? new Set()).add(idOf(line)));
			}
		}
		return groups;
	};
	return {
		messages: placed.map(({ line, at }) => ({
			id: idOf(line),
			authorId: authorId(line.author),
			at,
			text: line.text,
			replyTo: line.replyTo === undefined ? null : idOf(line.replyTo),
			threadId: line.inThread ? '77' : null,
			attachments: 0,
			reactions: 0,
		})),
		topics: new Map(
			placed.flatMap(({ line, script }) => (script?.topic === undefined ? [] : [[idOf(line), script.topic]])),
		),
		talks: new Map(
			placed.flatMap(({ line, script }) => (script === undefined ? [] : [[idOf(line), scripts.indexOf(script)]])),
		),
		decisions: marked('!'),
		questions: marked('?'),
	};
}

function authorId(name: string): string {
	return Array.from(name)
		.reduce((sum, letter) => sum * 31n + BigInt(letter.charCodeAt(0)), 9n)
		.toString();
}

function readScripts(file: string): { scripts: Script[]; noise: string[] } {
	const scripts: Script[] = [];
	const noise: string[] = [];
	let section: string | undefined;
	let all: Line[] = [];
	const begin = (topic: string | undefined) => {
		scripts.push({ topic, sittings: [[]] });
		all = [];
	};
	for (const row of file.split('\n')) {
		const heading = /^== ?(.*)$/u.exec(row);
		if (heading !== null) {
			section = heading[1] ?? '';
			begin(section === '' || section === '*' ? undefined : section);
		} else if (row.startsWith('#') || section === undefined) continue;
		else if (row === '') {
			if (section === '') begin(undefined);
		} else if (section === '*') noise.push(row);
		else if (row === '--') scripts.at(-1)?.sittings.push([]);
		else {
			const line = readLine(row, all);
			all.push(line);
			scripts.at(-1)?.sittings.at(-1)?.push(line);
		}
	}
	return { scripts, noise };
}

/** @throws {Error} If the row is none of the form. */
function readLine(row: string, before: readonly Line[]): Line {
	const match = LINE.exec(row);
	if (match === null) throw new Error(`Expected "[marks] author[ >N]: text"; got "${row}"`);
	const [, marks = '', author = '', back, text = ''] = match;
	return {
		author,
		text: text.replaceAll('\\n', '\n'),
		replyTo: back === undefined ? undefined : before.at(-Number(back)),
		inThread: marks.includes('@'),
		marks: marks.split(' ').filter((mark) => /^[!?]\d$/u.test(mark)),
	};
}
