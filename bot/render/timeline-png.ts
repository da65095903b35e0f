import sharp from 'sharp';

/** Pictures are small and few: one thread beside the others, and nothing kept of them. */
sharp.concurrency(1);
sharp.cache(false);

/** Pixels to a unit: sharp on the screens that most people have. */
const SCALE = 2;
/** SVG's units are this many to the inch. */
const SVG_DPI = 72;
/** zlib's own; 9 takes four times as long for two thirds of the bytes. */
const COMPRESSION = 6;

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws an SVG as PNG, twice as large, in a thread of its own: whoever waits for it does not keep the event loop from its work. Pictures are
 * drawn one after the other, for each that is drawn at the same time takes memory that is hardly given back.
 *
 * @throws {Error} Where the library cannot draw on this machine.
 */
export async function toPng(svg: string): Promise<Buffer> {
	const drawn = last.then(() =>
		sharp(Buffer.from(svg), { density: SVG_DPI * SCALE })
			.png({ compressionLevel: COMPRESSION })
			.toBuffer(),
	);
	last = drawn.catch(() => undefined);
	return drawn;
}
