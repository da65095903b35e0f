const ASCII = /^[\0-\x7f]*$/;
/** Filled as digits are met: Unicode has some 700 of them, a text those of one script or two. */
const values = new Map<string, string>();

/** A text with the decimal digits of every script as 0–9, and all else as it is. It may be shorter: some digits have two UTF-16 units. */
export function asciiDigits(text: string): string {
	if (ASCII.test(text)) return text;
	return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
		let value = values.get(digit);
		if (value === undefined) values.set(digit, (value = valueOf(digit)));
		return value;
	});
}

/** Unicode sets the ten digits of a script in a row; the rows of two scripts may follow each other without a gap. */
function valueOf(digit: string): string {
	const code = digit.codePointAt(0) ?? 0;
	let before = 0;
	while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
	return String(before % 10);
}
