import { format, type Locale } from '../../commands/messages.js';
import { small } from './drawing.js';
import { BOLD, FENCE, ITALIC, QUOTE, type CodeUnit, type ShownUnit, type Unit } from './quote-unit.js';

const LEFT_OUT = '…';

/** Words before and after a quote, escaped, with the spaces that part them from it. */
export interface Around {
	readonly before: string;
	readonly after: string;
}

type Line =
	| { readonly kind: 'sentences'; readonly runs: Run[] }
	/** `isTall`: of a unit of several lines. */
	| { readonly kind: 'quoted'; readonly text: string; readonly isTall: boolean }
	| { readonly kind: 'small'; readonly text: string }
	| CodeUnit;

interface Run {
	readonly text: string;
	readonly isBold: boolean;
	readonly joint: string;
}

/**
 * The units that are shown, as Markdown: code in a block of its own, for Discord shows both badly together, all else in
 * a quote. In the place of the others stands how many they are.
 *
 * @param around is drawn only beside sentences
 */
export function drawUnits(
	units: readonly Unit[],
	isShown: (unit: ShownUnit) => boolean,
	locale: Locale,
	around: Around = { before: '', after: '' },
): string {
	const lines: Line[] = [];
	let gap: Unit[] = [];
	for (const unit of units) {
		if (unit.kind === 'omission' || !isShown(unit)) {
			// a question is not part of the quote
			if (unit.kind !== 'question') gap.push(unit);
		} else {
			addGap(lines, gap, locale);
			gap = [];
			addUnit(lines, unit);
		}
	}
	addGap(lines, gap, locale);
	return written(lines, around);
}

function addUnit(lines: Line[], unit: ShownUnit): void {
	const last = lines.at(-1);
	if (unit.kind === 'code') lines.push(unit);
	else if (unit.kind === 'sentence') addRun(lines, unit);
	else {
		const isTall = unit.lines.length > 1;
		const isBelow = last?.kind === 'sentences' || last?.kind === 'quoted';
		if (isBelow && (isTall || (last.kind === 'quoted' && last.isTall)))
			lines.push({ kind: 'quoted', text: '', isTall: false });
		lines.push(...unit.lines.map((text) => ({ kind: 'quoted', text, isTall }) as const));
	}
}

function addRun(lines: Line[], run: Run): void {
	const last = lines.at(-1);
	if (last?.kind !== 'sentences' || run.joint === '\n') {
		lines.push({ kind: 'sentences', runs: [run] });
		return;
	}
	const isAfterGap = last.runs.at(-1)?.text === LEFT_OUT;
	last.runs.push(isAfterGap ? { ...run, joint: ' ' } : run);
}

/** Sentences are left out within their line; of items, rows and lines of code it is said how many are. */
function addGap(lines: Line[], gap: readonly Unit[], locale: Locale): void {
	if (gap.length === 0) return;
	const counted = (kinds: readonly Unit['kind'][]) =>
		gap.reduce((sum, unit) => sum + (kinds.includes(unit.kind) ? ('count' in unit ? unit.count : 1) : 0), 0);
	const items = counted(['item', 'row', 'omission']);
	const code = counted(['code']);
	const isInCode = items === 0 && lines.at(-1)?.kind === 'code';
	if (items > 0) {
		const text = format(locale, 'answer.omitted.items', { count: items });
		lines.push({ kind: 'quoted', text: `${ITALIC}${text}${ITALIC}`, isTall: false });
	} else if (code > 0) {
		const text = format(locale, code === 1 ? 'answer.omitted.line' : 'answer.omitted.lines', { count: code });
		if (isInCode) lines.push({ kind: 'small', text });
		else lines.push({ kind: 'quoted', text: `${ITALIC}${text}${ITALIC}`, isTall: false });
	} else addRun(lines, { text: LEFT_OUT, isBold: false, joint: ' ' });
}

function written(lines: readonly Line[], { before, after }: Around): string {
	const shown: string[] = [];
	let open: CodeUnit | undefined;
	lines.forEach((line, i) => {
		if (open !== undefined && (line.kind !== 'code' || line.block !== open.block)) {
			shown.push(FENCE);
			open = undefined;
		}
		switch (line.kind) {
			case 'code':
				if (open === undefined) shown.push(`${FENCE}${line.language}`);
				open = line;
				shown.push(line.text);
				break;
			case 'sentences': {
				const words = `${i === 0 ? before : ''}${runsText(line.runs)}${i === lines.length - 1 ? after : ''}`;
				// two sentences may make the number of a list of what is none in either
				shown.push(`${QUOTE}${words.replace(/^(\*{0,2}\d+)\./u, '$1\\.')}`);
				break;
			}
			case 'quoted':
				shown.push(`${QUOTE}${line.text}`);
				break;
			case 'small':
				shown.push(small(line.text));
		}
	});
	if (open !== undefined) shown.push(FENCE);
	return shown.join('\n') || `${QUOTE}${before}${after}`;
}

/** Bold sentences side by side are bold together: between them, the marks of two would be read as other marks. */
function runsText(runs: readonly Run[]): string {
	let [words, isBold] = ['', false];
	for (const [i, run] of runs.entries()) {
		const joint = i === 0 ? '' : run.joint;
		const goesOn = isBold && run.isBold && joint.trim() === '';
		if (goesOn) words += `${joint}${run.text}`;
		else words += `${isBold ? BOLD : ''}${joint}${run.isBold ? BOLD : ''}${run.text}`;
		({ isBold } = run);
	}
	return isBold ? `${words}${BOLD}` : words;
}
