import type { DocumentId } from '../../articles/document.js';
import type { SentencePlace } from '../../index/question-log.js';

/** Discord's limit for the name and the value of a choice, in UTF-16 units. */
const CHOICE_UNITS = 100;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What somebody who types is shown: language, date, then the words, on one line. */
export function labelOf(language: string, publishedAt: string | null, text: string): string {
	return cut([language, publishedAt?.slice(0, 10), text].filter((part) => part !== undefined).join(' · '));
}

/** The text on one line, in NFC, without what changes how the line is drawn; too long, it ends in an ellipsis between two graphemes. */
function cut(text: string): string {
	const line = text
		.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/\p{Cs}/gu, '\ufffd')
		.normalize('NFC');
	if (line.length <= CHOICE_UNITS) return line;
	let end = 0;
	for (const { index, segment } of graphemes.segment(line)) {
		if (index + segment.length > CHOICE_UNITS - 1) break;
		end = index + segment.length;
	}
	return `${line.slice(0, end).trimEnd()}…`;
}

/** A sentence by its place in the server's own library or the shared one; which server's is left to who asks. */
export interface SentenceKey {
	readonly library: 'server' | 'shared';
	readonly documentId: DocumentId;
	readonly revision: string;
	readonly start: number;
	readonly end: number;
}

const KEY = /^(own|shared):([0-9a-f]{16}):([0-9a-f]{16}):(\d{1,9})-(\d{1,9})$/;

export function toKey(
	library: 'server' | 'shared',
	{ documentId, revision, start, end }: Omit<SentencePlace, 'collection' | 'passage' | 'score'>,
): string {
	return `${library === 'server' ? 'own' : 'shared'}:${documentId}:${revision}:${start}-${end}`;
}

/** `undefined` for a text that {@link toKey} did not make. */
export function readKey(text: string): SentenceKey | undefined {
	const [, library, documentId, revision, start, end] = KEY.exec(text) ?? [];
	if (documentId === undefined || revision === undefined) return undefined;
	return {
		library: library === 'own' ? 'server' : 'shared',
		documentId: documentId as DocumentId, // 16 hexadecimal digits, as matched
		revision,
		start: Number(start),
		end: Number(end),
	};
}
