import type { DocumentId } from '../../articles/document.js';
import type { KeptAnswer, Quotation } from '../../commands/services.js';

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
	start: 1204,
	end: 1263,
	quote: 'Hai tỉnh đã ký biên bản ghi nhớ về hợp tác kinh tế cửa khẩu.',
	passage: { start: 1100, end: 1400 },
	score: 4,
	context: null,
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
	quote: 'Le fret ferroviaire reprendra en mai.',
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
