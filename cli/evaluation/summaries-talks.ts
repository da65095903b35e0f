import { z } from 'zod';
import { CommandError } from '../command-error.js';
import { readText } from './read-text.js';

/** A talk of which it is known how people would sum it up. */
export interface KnownTalk {
	/** One for each line that says something, in order. */
	readonly utterances: readonly Utterance[];
	/** At least one. */
	readonly references: readonly string[];
}

export interface Utterance {
	/** As it stands, with who says it. */
	readonly line: string;
	/** Who says it; `''` where the line does not say. */
	readonly voice: string;
	/** The line without that. */
	readonly text: string;
}

/** `summary`, `summary1`, `summary2` …: references. */
const SUMMARY = /^summary\d*$/;
/** `#Person1#: …` or `Amanda: …`; what stands before the colon is short, and no sentence. */
const VOICE = /^([^:.!?\s][^:.!?]{0,39}):\s+(?=\S)/u;

const line = z.looseObject({ dialogue: z.string().regex(/\S/u) });
const reference = z.string().regex(/[\p{L}\p{N}]/u);

/**
 * Reads talks, one JSON object a line, as DialogSum and SAMSum have them.
 *
 * @throws {CommandError} If the file cannot be read, or a line is none; names it.
 */
export async function readKnownTalks(path: string): Promise<KnownTalk[]> {
	let text: string;
	try {
		text = await readText(path);
	} catch (cause) {
		throw new CommandError(`${path} cannot be read: expected a file of talks, one {"dialogue", "summary"} a line`, {
			cause,
		});
	}
	const talks = text.split('\n').flatMap((row, i) => (row.trim() === '' ? [] : [talkOf(row, i + 1, path)]));
	if (talks.length === 0) throw new CommandError(`${path} holds no talks: expected one {"dialogue", "summary"} a line`);
	return talks;
}

function talkOf(row: string, number: number, path: string): KnownTalk {
	const refuse = (reason: string) =>
		new CommandError(`Line ${number} of ${path} is not a talk: expected {"dialogue", "summary"}, ${reason}`);
	const parsed = line.safeParse(parseJson(row));
	if (!parsed.success) throw refuse(parsed.error.issues[0]?.message ?? '');
	const references = Object.entries(parsed.data).flatMap(([key, value]) => {
		if (!SUMMARY.test(key)) return [];
		const summary = reference.safeParse(value);
		if (!summary.success) throw refuse(`"${key}" is no text with words`);
		return [summary.data];
	});
	if (references.length === 0) throw refuse('no "summary" was found');
	return { utterances: parsed.data.dialogue.split('\n').filter(isSaid).map(utteranceOf), references };
}

function isSaid(row: string): boolean {
	return row.trim() !== '';
}

function utteranceOf(row: string): Utterance {
	const said = row.trim();
	const [before = '', voice = ''] = VOICE.exec(said) ?? [];
	return { line: said, voice, text: said.slice(before.length) };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
