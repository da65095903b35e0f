import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EMBEDDED_MODEL_FOLDER, readConfig } from '../../bot/config.js';

describe('readConfig', () => {
	it('has a default for everything', () => {
		expect(readConfig({})).toMatchObject({
			dataFolder: resolve('data'),
			threads: availableParallelism(),
			hub: 'https://huggingface.co',
		});
	});

	it('reads what is set, and takes an empty variable for one that is not', () => {
		const env = { QUOTH_DATA: 'here', QUOTH_THREADS: '3', QUOTH_HUB: 'http://localhost:1' };
		expect(readConfig(env)).toMatchObject({ dataFolder: resolve('here'), threads: 3, hub: 'http://localhost:1' });
		expect(readConfig({ QUOTH_DATA: '', QUOTH_THREADS: '', QUOTH_HUB: '' })).toMatchObject({
			dataFolder: resolve('data'),
		});
	});

	it('reports every malformed variable at once, by name and never by value', () => {
		const read = () => readConfig({ QUOTH_THREADS: 'hunter2', QUOTH_HUB: 'ftp://hunter2' });
		expect(read).toThrow(/QUOTH_THREADS: .*; QUOTH_HUB: /);
		expect(read).not.toThrow('hunter2');
	});

	it.each(['0', '-1', '1.5', '257', 'NaN'])('refuses %s threads', (QUOTH_THREADS) => {
		expect(() => readConfig({ QUOTH_THREADS })).toThrow('QUOTH_THREADS');
	});

	it('finds the embedded model', () => {
		expect(existsSync(join(EMBEDDED_MODEL_FOLDER, 'tokenizer.json'))).toBe(true);
	});
});
