import { createInterface } from 'node:readline';
import { EMBEDDED_MODEL_FOLDER } from '../bot/config.js';
import { openModels } from '../bot/app.js';

/**
 * Compares the embedded model's tokenizer with SentencePiece, which the model was trained with: reads {"language", "text", "ids"},
 * one a line, from standard input (training/sample_tokens.py). Exits 1 if any text is cut otherwise.
 */
const models = await openModels(EMBEDDED_MODEL_FOLDER, 2);
let texts = 0;
const unequal: string[] = [];
for await (const line of createInterface({ input: process.stdin })) {
	const { language, text, ids } = JSON.parse(line) as { language: string; text: string; ids: number[] };
	const [tokens] = await models.lexicon.tokenize([text]);
	texts++;
	if (tokens?.join() !== ids.join())
		unequal.push(
			`${language}: ${JSON.stringify(text)}\n  expected ${ids.join(' ')}\n  got      ${tokens?.join(' ') ?? ''}`,
		);
}
await models.close();
for (const report of unequal.slice(0, 10)) process.stderr.write(`${report}\n`);
process.stdout.write(`${texts} texts, ${unequal.length} cut otherwise than by SentencePiece\n`);
process.exitCode = unequal.length === 0 ? 0 : 1;
