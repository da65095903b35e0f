import sharp from 'sharp';

/** Pictures are small and few: one thread beside the others, and nothing kept of them. */
sharp.concurrency(1);
sharp.cache(false);

/** Pixels to a unit: sharp on the screens that most people have. */
const SCALE = 2;
/** SVG's units are this many to the inch. */
const SVG_DPI = 72;

/**
 * Draws an SVG as PNG, twice as large, in a thread of its own: whoever waits for it does not keep the event loop from its work.
 *
 * @throws {Error} Where the library cannot draw on this machine.
 */
export async function toPng(svg: string): Promise<Buffer> {
	return sharp(Buffer.from(svg), { density: SVG_DPI * SCALE })
		.png({ compressionLevel: 9 })
		.toBuffer();
}
