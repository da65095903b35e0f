import { type Line, pieceFrom, pieceWithin } from './lines.js';

type Role = NonNullable<Line['role']>;

interface Label {
	readonly role: Role;
	/** Its places in {@link PAIRS}: one word may label in several languages. */
	readonly pairs: readonly number[];
	/** UTF-16 units of the line up to what it labels. */
	readonly units: number;
}

/** What people write before a question, and before its answer, in lower case. */
const PAIRS: readonly (readonly [questions: string, answers: string])[] = [
	['q|question|qn', 'a|answer|ans'],
	['f|frage', 'a|antwort'],
	['q|question', 'r|réponse|reponse'],
	['p|pregunta', 'r|respuesta'],
	['p|pergunta', 'r|resposta'],
	['d|domanda', 'r|risposta'],
	['v|vraag', 'a|antwoord'],
	['p|pytanie', 'o|odpowiedź'],
	['h|hỏi|câu hỏi', 'đ|đáp|trả lời|câu trả lời'],
	['t|tanya|pertanyaan', 'j|jawab|jawaban'],
	['ถ|ถาม|คำถาม', 'ต|ตอบ|คำตอบ'],
	['ຖ|ຖາມ|ຄຳຖາມ|ຄໍາຖາມ', 'ຕ|ຕອບ|ຄຳຕອບ|ຄໍາຕອບ'],
	['សំណួរ', 'ចម្លើយ'],
	['问|問|问题|問題|提问|質問|q', '答|答案|回答|a'],
	['문|질문', '답|답변'],
	['в|вопрос', 'о|ответ'],
	['з|питання|запитання', 'в|відповідь'],
	['s|soru', 'c|cevap'],
	['س|سؤال', 'ج|جواب|الجواب'],
];

const WORDS = { question: wordsOf(0), answer: wordsOf(1) } as const;

const LABEL =
	/^(\p{L}[\p{L}\p{M}]{0,14}(?: \p{L}[\p{L}\p{M}]{0,9})?)[ .#\u00A0\u202F]{0,2}(\p{Nd}{0,3})\s{0,2}([:：．.)）])\s*/u;

/** UTF-16 units of a line that a label may take. */
const LABEL_UNITS = 60;

function wordsOf(side: 0 | 1): ReadonlyMap<string, readonly number[]> {
	const words = new Map<string, number[]>();
	for (const [pair, sides] of PAIRS.entries()) {
		for (const word of sides[side].split('|')) words.set(word.normalize('NFC'), [...(words.get(word) ?? []), pair]);
	}
	return words;
}

function labelOf(text: string, role: Role): Label | null {
	const [whole = '', word = '', number = '', mark = ''] = LABEL.exec(text.slice(0, LABEL_UNITS)) ?? [];
	if (word === '') return null;
	const pairs = WORDS[role].get(word.normalize('NFC').toLowerCase());
	if (pairs === undefined) return null;
	const isLetter = word.length === 1;
	// a letter that has capitals is a label only as a capital, and `Q.` needs a space after it
	if (isLetter && word !== word.toUpperCase()) return null;
	const isColon = mark === ':' || mark === '：';
	if (!isColon && !((isLetter || number !== '') && (/\s$/.test(whole) || whole.length === text.length))) return null;
	return { role, pairs, units: whole.length };
}

/** Lines with the labels that begin them; a line that holds a question and its answer counts as two. */
function* labelledParts(line: Line): Generator<{ line: Line; labels: readonly Label[] }> {
	const labels = labelsOf(line.text);
	let from = 0;
	let own = labels;
	if (labels.some(({ role }) => role === 'question')) {
		for (const { 0: end, index } of line.text.matchAll(/[?？؟]\s+/g)) {
			const at = index + end.length;
			const answer = labelOf(line.text.slice(at, at + LABEL_UNITS), 'answer');
			if (answer === null) continue;
			yield { line: { ...line, ...pieceWithin(line, from, at) }, labels: own };
			from = at;
			own = [answer];
		}
	}
	const isRest = from > 0;
	yield {
		line: isRest ? { ...line, ...pieceFrom(line, from), hasBlankBefore: false } : line,
		labels: own,
	};
}

function labelsOf(text: string): Label[] {
	return [labelOf(text, 'question'), labelOf(text, 'answer')].filter((label) => label !== null);
}

/**
 * Gives a role to the lines that begin with `Q:` or `A:`, in any of the languages known, and takes the label off.
 * A label counts only where the other of its pair stands in the text too. `null` where there is none.
 */
export function withLabels(lines: readonly Line[]): Line[] | null {
	const seen = { question: new Set<number>(), answer: new Set<number>() };
	for (const line of lines) {
		for (const { labels } of labelledParts(line)) {
			for (const { role, pairs } of labels) for (const pair of pairs) seen[role].add(pair);
		}
	}
	const isUsed = (pair: number): boolean => seen.question.has(pair) && seen.answer.has(pair);
	if (!PAIRS.some((_, pair) => isUsed(pair))) return null;

	const labelled: Line[] = [];
	/** Of a label that stands alone on its line. */
	let waiting: Line | null = null;
	for (const line of lines) {
		const parts = Array.from(labelledParts(line));
		const isSplit = parts.every(({ labels }) => labels.some(({ pairs }) => pairs.some(isUsed)));
		for (const { line: part, labels } of isSplit ? parts : [{ line, labels: parts[0]?.labels ?? [] }]) {
			const label = labels.find(({ pairs }) => pairs.some(isUsed));
			if (label === undefined) {
				labelled.push(waiting === null ? part : { ...part, ...roleOf(waiting) });
				waiting = null;
				continue;
			}
			const own: Line = { ...part, ...pieceFrom(part, label.units), role: label.role };
			waiting = own.text === '' ? own : null;
			if (own.text !== '') labelled.push(own);
		}
	}
	return labelled;
}

function roleOf({ role, hasBlankBefore }: Line): Pick<Line, 'role' | 'hasBlankBefore'> {
	return role === undefined ? { hasBlankBefore } : { role, hasBlankBefore };
}
