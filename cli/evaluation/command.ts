import { InvalidArgumentError, Option, type Command } from 'commander';
import { parsePairs, type LanguagePair } from './answers-pairs.js';
import { parseFloor, type Floor } from './floors.js';

/** The command `eval` with all that it takes, but for what it does. */
export function declareEval(program: Command): Command {
	return program
		.command('eval')
		.description('measure retrieval, or answers, on questions whose answers are known; or summaries')
		.argument(
			'<path>',
			'a folder of NAME.LANG.json or NAME.LANG.json.zst files in SQuAD format, or one file; with --articles .jsonl questions, with --summaries .jsonl talks',
		)
		.option('-l, --languages <list>', 'such as en,vi,th; all by default', languageList)
		.option(
			'-q, --questions <number>',
			'of each language at most, the same ones in every run; all by default',
			questionCount,
		)
		.addOption(
			new Option('-p, --pool', 'ask of one collection with the passages of all languages')
				.default(false)
				.conflicts(['sentences', 'withoutAccents', 'articles']),
		)
		.addOption(
			new Option(
				'-s, --sentences',
				'rank all sentences of all languages; of files that give sentences, as XQuAD-R does',
			)
				.default(false)
				.conflicts(['withoutAccents', 'articles']),
		)
		.addOption(
			new Option('--without-accents', 'ask every question without its accents as well')
				.default(false)
				.conflicts('articles'),
		)
		.addOption(
			new Option('--answers', 'ask as members do: is the cited sentence where the answer is, what is confidence worth')
				.default(false)
				.conflicts(['pool', 'sentences', 'withoutAccents', 'articles']),
		)
		.addOption(
			new Option(
				'--across [pairs]',
				'with --answers, ask across languages as well: vi:en asks in Vietnamese of English articles; all pairs by default',
			)
				.argParser(languagePairs)
				.conflicts(['pool', 'sentences', 'withoutAccents', 'articles']),
		)
		.addOption(
			new Option(
				'--diagrams <folder>',
				'with --answers or --articles, draw how far confidence can be trusted',
			).conflicts(['pool', 'sentences', 'withoutAccents']),
		)
		.addOption(
			new Option('--summaries', 'compare summaries of talks with what people wrote, and with simpler ways of choosing')
				.default(false)
				.conflicts([
					'pool',
					'sentences',
					'withoutAccents',
					'answers',
					'across',
					'diagrams',
					'articles',
					'languages',
					'questions',
				]),
		)
		.option('-a, --articles <source...>', 'articles that the questions are about')
		.option('-m, --model <name>', 'another model than the embedded one')
		.option('--against <file>', 'compare with what an earlier run printed by --json')
		.option(
			'--floor <name=value>',
			'fail where a figure is lower, such as within=0.95 or en-vi=0.6; repeatable',
			floor,
			[],
		)
		.option('--json', 'print one JSON value on standard output', false)
		.addHelpText(
			'after',
			`
In a folder, a question of one language is matched with the passage of another that holds the same question id.
With --answers, the articles are stored as yours are, and every question is also asked of each half of them: one half does not
answer it. With --articles, each line is {"question", "language", "answer", "source"}: answer is a piece of the sentence that answers,
and is left out where the articles do not say. With --summaries, each line is {"dialogue", "summary"}: a talk, an utterance a line, and
what people wrote of it; where several did, summary1, summary2 and so on. The store is left alone.`,
		);
}

function languageList(list: string): string[] {
	const languages = list.split(',').map((language) => language.trim());
	if (languages.includes('') || new Set(languages).size < languages.length)
		throw new InvalidArgumentError('Expected languages parted by commas, each once, such as en,vi,th.');
	return languages;
}

function languagePairs(text: string): LanguagePair[] {
	const pairs = parsePairs(text);
	if (pairs === undefined)
		throw new InvalidArgumentError('Expected pairs of two languages, parted by commas, such as vi:en,en:th.');
	return pairs;
}

function questionCount(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Expected a whole number of at least 1.');
	return value;
}

function floor(text: string, others: readonly Floor[]): Floor[] {
	const parsed = parseFloor(text);
	if (parsed === undefined) throw new InvalidArgumentError('Expected NAME=VALUE, such as within=0.95.');
	return [...others, parsed];
}
