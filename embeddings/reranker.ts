/** Reads a question and each of some texts together, and says how well the text answers. Slower than comparing vectors, and surer. */
export interface Reranker {
	/** `owner/name` of its model. */
	readonly name: string;
	/**
	 * Keeps order. Greater is better, in (0, 1); comparable within one question. Of texts that are too long, the beginning is read.
	 *
	 * @throws {Error} If the model fails, or is closed.
	 */
	score(question: string, texts: readonly string[]): Promise<number[]>;
	/** Releases threads and memory. Work not yet answered is refused. */
	close(): Promise<void>;
}
