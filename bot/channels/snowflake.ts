/** The beginning of 2015, from which Discord's ids count milliseconds. */
const EPOCH_MS = 1_420_070_400_000;
/** Below the milliseconds. */
const REST_BITS = 22n;

/** The least id of that moment: whatever was made before has a lesser one. Milliseconds since 1970. */
export function idOf(atMs: number): string {
	return String(BigInt(Math.max(0, Math.floor(atMs) - EPOCH_MS)) << REST_BITS);
}

/** When the thing of that id was made; milliseconds since 1970. */
export function timeOf(id: string): number {
	return Number(BigInt(id) >> REST_BITS) + EPOCH_MS;
}

/** Below 0 where `a` was made before `b`. */
export function compareIds(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : Number(a > b);
}
