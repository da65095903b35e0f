/** An article that cannot be read, with one line that says why and what to do. The line does not repeat `source`: show both. */
export class UnreadableArticle extends Error {
	override readonly name = 'UnreadableArticle';
	readonly source: string;

	constructor(source: string, reason: string, options?: ErrorOptions) {
		super(reason, options);
		this.source = source;
	}
}
