import type { Draft, LeftOut } from './draft.js';

/** An article as its format states it, before cleaning. `null` where the format does not say. */
export interface Article {
	/** Where it came from: an `http(s)` URL, a path as it was given, or `path#record` for one record of a file. */
	readonly source: string;
	readonly title: string | null;
	/** As stated: any notation, not yet checked. */
	readonly publishedAt: string | null;
	/** As stated: `fr`, `fr_FR`, not yet checked. */
	readonly language: string | null;
	readonly blocks: readonly Draft[];
	readonly leftOut: readonly LeftOut[];
}
