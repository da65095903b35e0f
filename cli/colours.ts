import pc from 'picocolors';

/** Colours where a person reads: on a terminal, unless NO_COLOR is set. (picocolors alone would colour any pipe of a CI machine.) */
// isTTY is undefined, and not false, where there is no terminal
const coloursFor = ({ isTTY }: { isTTY?: boolean }) => pc.createColors(pc.isColorSupported && isTTY === true);

export const onOutput = coloursFor(process.stdout);
export const onError = coloursFor(process.stderr);
