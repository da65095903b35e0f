/** A half-open range `[start, end)` of UTF-16 code units in the `text` of one document. */
export interface Span {
	readonly start: number;
	readonly end: number;
}
