/** First bytes that name a kind of file. Offsets other than 0 are not needed for the kinds that people mistake for articles. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
	['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
	['a zip archive (.docx, .odt, .epub and .xlsx are such archives)', [0x50, 0x4b, 0x03, 0x04]],
	['an older Word, Excel or PowerPoint document', [0xd0, 0xcf, 0x11, 0xe0]],
	['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
	['a JPEG image', [0xff, 0xd8, 0xff]],
	['a GIF image', [0x47, 0x49, 0x46, 0x38]],
	['a WebP, WAV or AVI file', [0x52, 0x49, 0x46, 0x46]],
	['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
	['a gzip archive', [0x1f, 0x8b]],
	['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
	['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
	['an MP3 file', [0x49, 0x44, 0x33]],
	['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** What a file that is no text says it is by its first bytes, in words, or `undefined`. */
export function binaryKind(bytes: Uint8Array): string | undefined {
	return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}
