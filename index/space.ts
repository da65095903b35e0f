import type { Database } from './database.js';

/** What makes the stored vectors and tokens comparable with new ones. */
export interface Space {
	/** {@link Encoder.id} of the embeddings. */
	readonly encoder: string;
	readonly dimension: number;
	/** Of the stored tokens: {@link Lexicon.vocabulary}. */
	readonly vocabulary: string;
}

/**
 * What is done with a space: it is searched; it is being filled, to be searched next; nobody needs it any more, and its rows are being
 * deleted. At most one is `used`, and at most one `next`.
 */
export type SpaceState = 'used' | 'next' | 'left';

/** How many of the store's documents have passages in a space. */
export interface SpaceProgress {
	readonly done: number;
	readonly total: number;
}

/** The model of the store is another one than when the store was opened: what was begun with the earlier one has to be begun again. */
export class ModelChanged extends Error {
	override readonly name = 'ModelChanged';
}

interface SpaceRow extends Space {
	readonly id: number;
	readonly state: SpaceState;
}

/** The space that is searched, or `undefined` if nothing was written yet. */
export function storedSpace(database: Database): Space | undefined {
	return toSpace(inState(database, 'used'));
}

/** The space that is being filled, to be searched next. */
export function nextSpace(database: Database): Space | undefined {
	return toSpace(inState(database, 'next'));
}

/** {@link nextSpace}, with how far it is filled. */
export function nextProgress(database: Database): (SpaceProgress & { readonly space: Space }) | undefined {
	const next = inState(database, 'next');
	const space = toSpace(next);
	return next && space && { space, ...progressOf(database, next.id) };
}

export function isSameSpace(a: Space, b: Space): boolean {
	return a.encoder === b.encoder && a.dimension === b.dimension && a.vocabulary === b.vocabulary;
}

/** The model's name in an encoder's id, which goes on with its revision. */
export function modelNameOf(encoder: string): string {
	return encoder.split('@')[0] ?? encoder;
}

/**
 * The number of the space that is searched, which is `space`. Remembers it where nothing was written yet.
 *
 * @throws {Error} If the database was written with another model; names the command that changes it.
 */
export function expectSpace(database: Database, space: Space): number {
	if (inState(database, 'used') === undefined) {
		// another process may be as quick
		database
			.prepare(
				`insert into space(encoder, dimension, vocabulary, state, complete)
				values (@encoder, @dimension, @vocabulary, 'used', 1) on conflict do nothing`,
			)
			.run({ ...space });
	}
	const used = inState(database, 'used');
	if (used !== undefined && isSameSpace(used, space)) return used.id;
	throw new Error(
		`The store was written with the model ${used?.encoder ?? 'of another process'}, and ${space.encoder} was asked for: their vectors do not compare. \`quoth model use ${modelNameOf(space.encoder)}\` embeds the store anew`,
	);
}

/** Makes `space` the one to be searched next; another one that was is given up. Gives its number, that of the used one if it is `space`. */
export function beginSpace(database: Database, space: Space): number {
	return database
		.transaction(() => {
			const found = find(database, space);
			if (found?.state !== 'next') leave(database, 'next');
			if (found === undefined) return insert(database, space, 'next');
			if (found.state === 'left') setState(database, found.id, 'next');
			return found.id;
		})
		.immediate();
}

/**
 * Makes `space` the one that is searched at once, though its documents are still to be embedded: for a store whose model is gone. What
 * another process has made of it meanwhile is left as it is.
 */
export function replaceSpace(database: Database, before: Space, space: Space): void {
	database
		.transaction(() => {
			const used = inState(database, 'used');
			if (used === undefined || !isSameSpace(used, before)) return;
			leave(database, 'used');
			const found = find(database, space);
			if (found === undefined) insert(database, space, 'used');
			else setState(database, found.id, 'used');
		})
		.immediate();
}

/**
 * Makes a space the one that is searched, for good, if every document has passages in it; the one before is left. Returns whether that
 * is so now.
 *
 * @throws {ModelChanged} If the space was given up meanwhile.
 */
export function completeSpace(database: Database, id: number): boolean {
	return database
		.transaction(() => {
			expectWanted(database, id);
			const { done, total } = progressOf(database, id);
			if (done < total) return false;
			if (stateOf(database, id) === 'next') {
				leave(database, 'used');
				setState(database, id, 'used');
			}
			database.prepare('update space set complete = 1 where id = ?').run(id);
			return true;
		})
		.immediate();
}

/** @throws {ModelChanged} If the space is neither searched nor to be searched next. */
export function expectWanted(database: Database, id: number): void {
	const state = stateOf(database, id);
	if (state === 'used' || state === 'next') return;
	const wanted = inState(database, 'next') ?? inState(database, 'used');
	throw new ModelChanged(
		`Another process has begun meanwhile to embed the store with ${wanted?.encoder ?? 'another model'}: this one has ended`,
	);
}

/** `undefined` if there is no such space, or no longer. */
export function stateOf(database: Database, id: number): SpaceState | undefined {
	return database.prepare<[number], { state: SpaceState }>('select state from space where id = ?').get(id)?.state;
}

export function progressOf(database: Database, id: number): SpaceProgress {
	const counted = database
		.prepare<[number], SpaceProgress>(
			'select (select count(*) from encoding where space = ?) as done, (select count(*) from document) as total',
		)
		.get(id);
	return counted ?? { done: 0, total: 0 };
}

/** Numbers of the spaces that are searched or to be searched. */
export function wantedSpaces(database: Database): number[] {
	return database
		.prepare<[], { id: number }>(`select id from space where state <> 'left' order by id`)
		.all()
		.map(({ id }) => id);
}

/** The value kept under `key`: `value` if none was kept yet. Only reads where one was. */
export function remembered(database: Database, key: string, value: string): string {
	const select = database.prepare<[string], { value: string }>('select value from meta where key = ?');
	const kept = select.get(key);
	if (kept !== undefined) return kept.value;
	database.prepare('insert into meta values (?, ?) on conflict do nothing').run(key, value);
	return select.get(key)?.value ?? value;
}

function toSpace(row: SpaceRow | undefined): Space | undefined {
	return row && { encoder: row.encoder, dimension: row.dimension, vocabulary: row.vocabulary };
}

const COLUMNS = 'id, encoder, dimension, vocabulary, state';

function inState(database: Database, state: SpaceState): SpaceRow | undefined {
	return database.prepare<[string], SpaceRow>(`select ${COLUMNS} from space where state = ?`).get(state);
}

function find(database: Database, { encoder, dimension, vocabulary }: Space): SpaceRow | undefined {
	return database
		.prepare<[string, number, string], SpaceRow>(
			`select ${COLUMNS} from space where encoder = ? and dimension = ? and vocabulary = ?`,
		)
		.get(encoder, dimension, vocabulary);
}

function insert(database: Database, { encoder, dimension, vocabulary }: Space, state: SpaceState): number {
	const { lastInsertRowid } = database
		.prepare('insert into space(encoder, dimension, vocabulary, state, complete) values (?, ?, ?, ?, 0)')
		.run(encoder, dimension, vocabulary, state);
	return Number(lastInsertRowid);
}

/** What is in a space that was left may be on its way out: it is complete when that was looked at. */
function setState(database: Database, id: number, state: SpaceState): void {
	database.prepare('update space set state = ?, complete = 0 where id = ?').run(state, id);
}

function leave(database: Database, state: SpaceState): void {
	database.prepare(`update space set state = 'left', complete = 0 where state = ?`).run(state);
}
