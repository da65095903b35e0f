import type { Database } from './database.js';

/** What makes the stored vectors and tokens comparable with new ones. */
export interface Space {
	/** {@link Encoder.id} of the embeddings. */
	readonly encoder: string;
	readonly dimension: number;
	/** Of the stored tokens: {@link Lexicon.vocabulary}. */
	readonly vocabulary: string;
}

const KEY = 'space';

/** The space that a database was written with, or `undefined` if nothing was written yet. */
export function storedSpace(database: Database): Space | undefined {
	const row = database.prepare<[string], { value: string }>('select value from meta where key = ?').get(KEY);
	return row === undefined ? undefined : (JSON.parse(row.value) as Space); // written below
}

/**
 * Remembers the space of a database that has none yet.
 *
 * @throws {Error} If the database was written with another model; names the command that changes it.
 */
export function expectSpace(database: Database, space: Space): void {
	const given = toText(space);
	const stored = remembered(database, KEY, given);
	if (stored === given) return;
	const { encoder: before } = JSON.parse(stored) as Space; // written below
	const name = space.encoder.split('@')[0] ?? space.encoder;
	throw new Error(
		`The store was written with the model ${before}, and ${space.encoder} was asked for: their vectors do not compare. \`quoth model use ${name}\` embeds the store anew`,
	);
}

/** Makes `space` the database's. The caller replaces, in the same transaction, all that was written in the one before. */
export function writeSpace(database: Database, space: Space): void {
	database.prepare('update meta set value = ? where key = ?').run(toText(space), KEY);
}

/** The value kept under `key`: `value` if none was kept yet. Only reads where one was. */
export function remembered(database: Database, key: string, value: string): string {
	const select = database.prepare<[string], { value: string }>('select value from meta where key = ?');
	const kept = select.get(key);
	if (kept !== undefined) return kept.value;
	database.prepare('insert into meta values (?, ?) on conflict do nothing').run(key, value);
	return select.get(key)?.value ?? value;
}

function toText({ encoder, dimension, vocabulary }: Space): string {
	return JSON.stringify({ encoder, dimension, vocabulary });
}
