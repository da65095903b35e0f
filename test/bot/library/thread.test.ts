import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { libraryOfCalls } from '../../../bot/library/protocol.js';
import { openLibraryThread, type LibraryThread } from '../../../bot/library/thread.js';
import type { Place } from '../../../commands/services.js';
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const SERVER: Place = { guildId: '1', channelId: '10' };
const PIER = 'In winter the Ormond ferry lands at the old salt pier.';
const file = (text: string) => ({ bytes: Buffer.from(text), source: 'ferry.txt', contentType: '' });

async function openThread(dataFolder: string): Promise<LibraryThread> {
	const thread = await openLibraryThread({ dataFolder, threads: 1, keepDays: 90 });
	onTestFinished(() => thread.close());
	return thread;
}

describe('openLibraryThread', { timeout: 60_000 }, () => {
	it('answers as the library does, and keeps what was stored and the indexes when it is closed', async () => {
		const folder = await temporaryFolder();
		const { library, close } = await openThread(folder);
		const article = file(PIER);
		expect(await library.add(SERVER, article)).toMatchObject([{ kind: 'added' }]);
		expect(article.bytes.toString()).toBe(PIER);
		const question = {
			text: 'At which pier does the ferry land in winter?',
			filters: {},
			after: null,
			memberId: '5',
			citations: 3,
			forGaps: true,
		};
		const answer = await library.ask(SERVER, question);
		expect(answer.citations[0]?.quote).toBe(PIER);
		await library.changeSettings('1', { citations: 1 });
		await close();
		expect((await readdir(join(folder, 'indexes', '1'))).filter((name) => name.endsWith('.json'))).toHaveLength(2);
		await expect(library.status(SERVER)).rejects.toThrow('The library is closed');

		const again = await openThread(folder);
		expect(await again.library.answer(SERVER, answer.id)).toEqual(answer);
		expect(await again.library.settings()).toEqual(new Map([['1', { citations: 1 }]]));
		await Promise.all([again.close(), again.close()]);
	});

	it('carries an error over with its name, message and stack', async () => {
		const { library } = await openThread(await temporaryFolder());
		const refusal = await library.add({ guildId: null, channelId: '' }, file(PIER)).catch((error: unknown) => error);
		expect(refusal).toBeInstanceOf(Error);
		expect(refusal).toMatchObject({
			name: 'RangeError',
			message: expect.stringContaining('Expected a server') as string,
			stack: expect.stringContaining('library') as string,
		});
	});

	it('says why it cannot be opened', async () => {
		const opened = openLibraryThread({ dataFolder: join(PACKAGE_ROOT, 'package.json'), threads: 1, keepDays: 90 });
		await expect(opened).rejects.toThrow(/package\.json/);
	});

	it('refuses every call and says so when the thread dies', async () => {
		const started = new Promise<Worker>((resolve) => process.once('worker', resolve));
		const { library, close, onDeath } = await openThread(await temporaryFolder());
		const deaths: Error[] = [];
		onDeath((error) => deaths.push(error));
		const worker = await started;
		const pending = library.status(SERVER);
		void worker.terminate();
		await expect(pending).rejects.toThrow("The library's thread ended");
		await expect(library.status(SERVER)).rejects.toThrow("The library's thread ended");
		expect(deaths).toMatchObject([{ message: expect.stringContaining('exit code') as string }]);
		onDeath((error) => deaths.push(error));
		expect(deaths).toHaveLength(2);
		await close();
	});

	it('lets the program end by itself, with code 0, once it is closed', async () => {
		const program = `
			import { openLibraryThread } from ${JSON.stringify(join(PACKAGE_ROOT, 'dist', 'bot', 'library', 'thread.js'))};
			const { library, close } = await openLibraryThread({ dataFolder: ${JSON.stringify(await temporaryFolder())}, threads: 2, keepDays: 9 });
			const adding = library.add({ guildId: '1', channelId: '1' }, { bytes: Buffer.from(${JSON.stringify(PIER)}.repeat(400)), source: 'a.txt', contentType: '' }).catch(() => undefined);
			await new Promise((resolve) => setTimeout(resolve, 20));
			await close();
			await adding;
		`;
		const path = join(await temporaryFolder(), 'program.mjs');
		await writeFile(path, program);
		const { status, stderr } = spawnSync(process.execPath, [path], { encoding: 'utf8' });
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	});
});

describe('libraryOfCalls', () => {
	it('passes every call on by its name, with its arguments', async () => {
		const library = libraryOfCalls((method, args) => Promise.resolve([method, ...args]));
		expect(await library.list(SERVER, 'a', 1, 2)).toEqual(['list', SERVER, 'a', 1, 2]);
		expect(await library.settings()).toEqual(['settings']);
	});
});
