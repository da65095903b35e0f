import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../answers/answer.js';
import { answerQuestion } from '../../answers/answerer.js';
import { openModels, type OpenModels } from '../../bot/app.js';
import { EMBEDDED_MODEL_FOLDER } from '../../bot/config.js';
import { readArticles } from '../../articles/read.js';
import { toDocument } from '../../articles/to-document.js';
import type { Collection } from '../../index/collection.js';
import { ingestDocument } from '../../index/ingest.js';
import { expectWholeBlocks } from '../support/cited-blocks.js';
import { collectionOf, storeFor } from '../support/collections.js';

const PAGES = join(import.meta.dirname, 'data', 'team');

/** Questions of a FAQ, and what answers them. */
const FAQ: readonly (readonly [question: string, answer: string])[] = [
	['How do I join the boat club?', 'Ask at the jetty, or write your name on the board.'],
	['Can I bring my cat on board?', 'Yes, in a basket.'],
	['What happens if I lose my badge?', 'We cut a new one for 3.50.'],
	['Does the ferry stop at the island?', 'Only when the lamp is lit.'],
	['Is rowing free for guests?', 'On Sundays.'],
];

const FAQ_FILES: Readonly<Record<string, string>> = {
	'headings.md': `# Questions about the boat club\n\n${FAQ.map(([q, a]) => `## ${q}\n\n${a}`).join('\n\n')}\n`,
	'bold.md': `# Questions about the boat club\n\n${FAQ.map(([q, a]) => `**${q}** ${a}`).join('\n\n')}\n`,
	'labels.txt': `Questions about the boat club\n\n${FAQ.map(([q, a]) => `Q: ${q}\nA: ${a}`).join('\n\n')}\n`,
	'details.html': `<h1>Questions about the boat club</h1>${FAQ.map(([q, a]) => `<details><summary>${q}</summary><p>${a}</p></details>`).join('')}`,
};

describe('answers from pages as teams write them', { timeout: 120_000 }, () => {
	let models: OpenModels;
	beforeAll(async () => {
		models = await openModels(EMBEDDED_MODEL_FOLDER, 1);
	}, 120_000);
	afterAll(() => models.close());

	async function collectionWith(files: Readonly<Record<string, Uint8Array>>): Promise<Collection> {
		const collection = await collectionOf(models, storeFor(models));
		for (const [source, bytes] of Object.entries(files)) {
			for (const article of readArticles(bytes, source).articles)
				await ingestDocument(collection, models, toDocument(article));
		}
		return collection;
	}

	async function ask(collection: Collection, question: string): Promise<Answer> {
		const answer = await answerQuestion([collection], models, question);
		for (const citation of [...answer.citations, ...answer.nearest])
			expectWholeBlocks(citation, collection.store.documentById(collection.id, citation.documentId)!);
		const texts = answer.citations.map(({ text }) => text);
		expect(new Set(texts).size).toBe(texts.length);
		return answer;
	}

	it.each(Object.entries(FAQ_FILES))(
		'quotes the answer under its question, never the question (%s)',
		async (source, text) => {
			const collection = await collectionWith({ [source]: Buffer.from(text) });
			for (const [question, expected] of FAQ) {
				const { citations } = await ask(collection, question);
				expect([citations[0]?.text, citations[0]?.context?.quote]).toEqual([expected, question]);
			}
		},
	);

	it.each([
		['shed.md', 'How long may I keep a drill?', 'A drill may be kept for nine days.'],
		['shed.md', 'How do I open the side door?', 'Press the yellow lever twice, then push.'],
		['shed.md', 'When are letters answered?', 'Letters are answered on Thursdays.'],
		['shed.md', 'Where do the gloves hang?', 'Gloves hang beside the blue cupboard.'],
		['shed.md', 'Which saw needs goggles?', 'The large saw bites: wear goggles.'],
		[
			'shed.md',
			'What must be brought back, with the green slip?',
			'1. The tool itself\n2. Its case and its cable\n3. The green slip\n4. The key of the cupboard',
		],
		['sauna.html', 'May children come along to the sauna?', 'From seven on, if a grown-up sits beside them.'],
		['sauna.html', 'Who brings the firewood?', 'Whoever heats first takes it from the rack behind the boathouse.'],
		['sauna.html', 'What if the stove is still hot?', 'Leave the flap open and hang the red board on the door.'],
		[
			'pump.md',
			'How do I start the pump again?',
			'Type this on the box beside the pump:\ncd /srv/kelder\npumpctl halt --all\nrm -f run/pump.pid\npumpctl go',
		],
		['pump.md', 'How long does it take to empty the basin?', /forty minutes/],
		[
			'berths.md',
			'What does the Alder berth cost a month?',
			'Berth: Alder · Boats up to: 11 meters · Fee a month: 48 crowns · Power: yes · Watchman: no',
		],
		['berths.md', 'Which boats may lie in an Oak berth?', /^Berth: Oak · Boats up to: 19 meters · /],
	])('quotes of %s what a person would point at: %s', async (source, question, expected) => {
		const collection = await collectionWith({ [source]: await readFile(join(PAGES, source)) });
		const { citations } = await ask(collection, question);
		const text = citations[0]?.text ?? '';
		if (typeof expected === 'string') expect(text).toBe(expected);
		else expect(text).toMatch(expected);
	});
});
