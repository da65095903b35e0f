import { openApp } from '../bot/app.js';
import type { Config } from '../bot/config.js';
import { verifyCollection } from '../index/verify.js';
import { harmless, print, printError, printJson, printNotice } from './output.js';

/** Checks the store and both indexes of every collection. Returns whether all is sound. */
export async function verify(config: Config, { json }: { json: boolean }): Promise<boolean> {
	const notices: string[] = [];
	const app = await openApp(config, {
		threads: 1,
		onNotice: (notice) => {
			notices.push(notice);
			printNotice(notice);
		},
	});
	try {
		const faults = app.store.faults();
		let [documents, passages, sentences] = [0, 0, 0];
		for (const { name } of app.store.collections()) {
			const checked = verifyCollection(await app.collection(name));
			documents += checked.documents;
			passages += checked.passages;
			sentences += checked.sentences;
			faults.push(...checked.faults);
		}
		if (json) printJson({ documents, passages, sentences, mended: notices, faults });
		else {
			for (const fault of faults) printError(harmless(fault));
			print(
				`${documents} documents, ${passages} passages, ${sentences} sentences checked: ${faults.length === 0 ? 'all sound' : `${faults.length} faults`}`,
			);
		}
		if (faults.length > 0)
			printError('the store is not sound: `quoth remove` the articles that are named, then ingest them again');
		return faults.length === 0;
	} finally {
		await app.close();
	}
}
