/** A command line that asks for what cannot be; its message says in one line what can. Ends the program with exit code 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}
