/** Quotation marks, dashes and the like, from 0x80. A control character stands for a byte that the encoding leaves free. */
const WINDOWS_PUNCTUATION = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Decodes strictly; `undefined` if the bytes are not valid in that encoding, or nobody knows the encoding. */
export function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
	try {
		const decoder = new TextDecoder(encoding, { fatal: true });
		const text = decoder.decode(bytes);
		return decoder.encoding === 'windows-1252' ? withWindowsPunctuation(text) : text;
	} catch {
		return undefined;
	}
}

/** Node 20 decodes windows-1252 as if it were Latin-1, with control characters in place of punctuation. */
function withWindowsPunctuation(text: string): string {
	return text.replace(/[\x80-\x9F]/g, (control) => WINDOWS_PUNCTUATION[control.charCodeAt(0) - 0x80] ?? control);
}
