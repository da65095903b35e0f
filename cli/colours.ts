import pc from 'picocolors';
import { isColourForced } from '../bot/config.js';

/**
 * Colours where a person reads: on a terminal, or where FORCE_COLOR asks for them, and never where NO_COLOR forbids them.
 * (picocolors alone would colour any pipe of a machine that sets CI.)
 */
const coloursFor = ({ isTTY }: { isTTY?: boolean }) =>
	// isTTY is undefined, and not false, where there is no terminal
	pc.createColors(pc.isColorSupported && (isTTY === true || isColourForced()));

export const onOutput = coloursFor(process.stdout);
export const onError = coloursFor(process.stderr);
