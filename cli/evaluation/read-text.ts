import { readFile } from 'node:fs/promises';

/** A file of UTF-8, without the byte order mark that some editors put in front. */
export async function readText(path: string): Promise<string> {
	return new TextDecoder().decode(await readFile(path));
}
