import type { DocumentId } from '../../articles/document.js';
import type { Omission, QuotedPart } from '../../answers/quote-parts.js';
import type { Quote } from '../../answers/quote.js';
import type { KeptAnswer, Quotation } from '../../commands/services.js';
import { placed, said, type UnplacedPart } from './quoted-parts.js';

type ShownQuote = Quote & Pick<Quotation, 'text' | 'highlights'>;

/** Where the quotes of these tests begin in their articles. */
const START = 1204;

/** What is quoted, in its order; omissions have no place. */
export function quoted(parts: readonly (UnplacedPart | Omission)[]): ShownQuote {
	const shown = placed(
		parts.filter((part) => part.kind !== 'omission'),
		START,
	);
	const rest = [...shown];
	return {
		start: START,
		end: shown.at(-1)?.end ?? START,
		quote: shown.map(({ quote }) => quote).join('\n'),
		parts: parts.flatMap((part): QuotedPart[] => (part.kind === 'omission' ? [part] : rest.splice(0, 1))),
		text: '',
		highlights: shown.filter(({ isHighlight }) => isHighlight),
		context: null,
		contextKind: null,
		breadcrumb: [],
		anchor: null,
	};
}

/** Sentences of one paragraph, all of which were found. */
export function sentences(quotes: readonly string[]): ShownQuote {
	return quoted(quotes.map((quote, i) => said(quote, true, i === 0 ? '\n' : ' ')));
}

/** A Vietnamese sentence of the server's own library. */
export const LANG_SON: Quotation = {
	n: 1,
	// the store makes these
	documentId: 'd1' as DocumentId,
	revision: '3f9c2a1b7d5e4f60',
	title: 'Hợp tác kinh tế cửa khẩu Lạng Sơn – Quảng Tây',
	source: 'https://www.baolangson.example/kinh-te/cua-khau',
	language: 'vi',
	publishedAt: '2024-03-12',
	passage: { start: 1100, end: 1400 },
	score: 4,
	...sentences(['Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.']),
	alsoAt: [],
	disagreesWith: [],
	before: 'Hội nghị diễn ra tại Lạng Sơn. ',
	after: ' Lãnh đạo hai bên nhấn mạnh vai trò của thương mại biên giới.',
	library: 'server',
	sha256: '9d1e5b7c3a2f48e6b0c1d2e3f4a5968778695a4b3c2d1e0f9d1e5b7c3a2f48e6',
};

/** A French one of the shared library, whose article holds markup. */
export const COURRIER: Quotation = {
	...LANG_SON,
	n: 2,
	title: 'Le rail [reprend] en *mai*',
	source: 'https://courrier.example/rail_2024',
	language: 'fr',
	publishedAt: '2024-04',
	...sentences(['Le fret ferroviaire reprendra en mai.']),
	before: '',
	after: '\n@everyone: https://evil.example',
	library: 'shared',
};

/** An answer that cites both. */
export const ANSWER: KeptAnswer = {
	id: 'AbCdEfGhIjKl',
	question: 'What was agreed on border trade?',
	language: 'en',
	memberId: '1',
	guildId: '2',
	askedAt: 1_710_000_000_000,
	answered: true,
	confidence: 0.83,
	reason: null,
	citations: [LANG_SON, COURRIER],
	further: [COURRIER],
	alsoIn: [],
	gone: 0,
	searched: 214,
	forGaps: true,
};
