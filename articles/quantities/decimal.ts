/** A number without sign, as few digits as say it: `209264.5`, `0.05`, `7`; never `007`, `.5`, `3.0`. Exact, of any length. */
export type Decimal = string;

/** @param fraction digits behind the point; `''` where there are none */
export function decimalOf(integer: string, fraction = ''): Decimal {
	const whole = integer.replace(/^0+/, '') || '0';
	const rest = withoutTrailingZeros(fraction);
	return rest === '' ? whole : `${whole}.${rest}`;
}

/** Multiplies by a power of ten. */
export function timesTenTo(exponent: number, decimal: Decimal): Decimal {
	const [integer = '', fraction = ''] = decimal.split('.');
	const digits = fraction.padEnd(exponent, '0');
	return decimalOf(integer + digits.slice(0, exponent), digits.slice(exponent));
}

/** Adds what is less than ten to the `exponent` to a whole multiple of it; `undefined` where either is not so. */
export function placedBelow(exponent: number, high: Decimal, low: Decimal): Decimal | undefined {
	const [lowInteger = '', lowFraction] = low.split('.');
	if (high.includes('.') || lowInteger.length > exponent || high.length <= exponent) return undefined;
	if (!/^0*$/.test(high.slice(high.length - exponent))) return undefined;
	return decimalOf(high.slice(0, high.length - exponent) + lowInteger.padStart(exponent, '0'), lowFraction);
}

/** A loop, for `/0+$/` takes quadratic time where zeros are many and not at the end. */
function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (digits[end - 1] === '0') end--;
	return digits.slice(0, end);
}
