/** The bytes that every PNG begins with; its width and height follow in the first chunk. */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WIDTH_AT = 16;
const HEIGHT_AT = 20;

/** Width and height of a PNG, in pixels; null for all else. */
export function pictureSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
	if (bytes.byteLength < HEIGHT_AT + 4 || PNG.some((byte, i) => bytes[i] !== byte)) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return { width: view.getUint32(WIDTH_AT), height: view.getUint32(HEIGHT_AT) };
}
