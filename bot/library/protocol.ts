import type { Library } from '../../commands/services.js';
import { UserError, type Refusal } from '../../commands/user-error.js';

/** What the library's thread and the thread that speaks with Discord say to each other. All of it can be cloned. */

export interface LibraryConfig {
	/** Absolute. */
	readonly dataFolder: string;
	/** Encoder threads. */
	readonly threads: number;
	readonly keepDays: number;
	/** Name of the model that puts sentences in order; none by default. */
	readonly reranker?: string | undefined;
}

type Method = keyof Library;

export type LibraryCall =
	| {
			[M in Method]: {
				readonly kind: 'call';
				readonly id: number;
				readonly method: M;
				readonly args: Parameters<Library[M]>;
			};
	  }[Method]
	/** The last one: indexes are saved, and the thread ends. */
	| { readonly kind: 'close' };

export type LibraryReply =
	/** The first one, or `failed` without an id. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'done'; readonly id: number; readonly value: unknown }
	/** `id` is `null` where the library could not be opened, or closed. */
	| { readonly kind: 'failed'; readonly id: number | null; readonly error: CarriedError }
	/** A sentence for the log. */
	| { readonly kind: 'notice'; readonly text: string };

/** Every method of the library, by its name: the compiler holds the list to the interface. */
const METHODS: Readonly<Record<Method, true>> = {
	ask: true,
	answer: true,
	suggestPassages: true,
	passage: true,
	suggestDocuments: true,
	languages: true,
	list: true,
	summariseArticle: true,
	add: true,
	remove: true,
	status: true,
	rate: true,
	gaps: true,
	summarise: true,
	summary: true,
	forgetMessages: true,
	forgetChannel: true,
	optedOut: true,
	keepReading: true,
	reading: true,
	openReadings: true,
	endReading: true,
	addDigest: true,
	digest: true,
	digests: true,
	removeDigest: true,
	setDigestProblem: true,
	joinDigest: true,
	leaveDigest: true,
	noteDirect: true,
	takeRun: true,
	beginRunPart: true,
	endRunPart: true,
	holdRun: true,
	finishRun: true,
	lastRunBefore: true,
	lastOutcome: true,
	forget: true,
	settings: true,
	changeSettings: true,
};

/** A library whose every call is done by `call`, which must resolve as the library's method does. */
export function libraryOfCalls(call: (method: Method, args: readonly unknown[]) => Promise<unknown>): Library {
	const methods = Object.keys(METHODS) as Method[]; // the keys above
	const library = Object.fromEntries(
		methods.map((method) => [method, async (...args: unknown[]) => call(method, args)]),
	);
	return library as unknown as Library; // whole, as METHODS is
}

/** What is left of an error on its way to another thread. */
export interface CarriedError {
	readonly name: string;
	readonly message: string;
	readonly stack: string | undefined;
	/** Of a {@link UserError}. */
	readonly refusal?: Refusal;
}

export function carry(error: unknown): CarriedError {
	if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined };
	const { name, message, stack } = error;
	return { name, message, stack, ...(error instanceof UserError && { refusal: error.refusal }) };
}

export function toError({ name, message, stack, refusal }: CarriedError): Error {
	if (refusal !== undefined) return new UserError(...refusal);
	const error = new Error(message);
	error.name = name;
	if (stack !== undefined) error.stack = stack;
	return error;
}
