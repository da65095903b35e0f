/** A failure whose message says in one line what is wrong and what to do. Ends the program with exit code 1. */
export class CommandError extends Error {
	override readonly name = 'CommandError';
}
