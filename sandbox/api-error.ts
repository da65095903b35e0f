/** One thing wrong with a request, and where. */
export interface Problem {
	readonly path: readonly (string | number)[];
	/** Discord's name for it, such as `BASE_TYPE_MAX_LENGTH`. */
	readonly code: string;
	readonly message: string;
}

/** An answer that is an error of Discord's: `{ code, message, errors? }` with this HTTP status. */
export class ApiError extends Error {
	readonly status: 400 | 401 | 403 | 404 | 405 | 413;
	readonly code: number;
	readonly problems: readonly Problem[];

	constructor(status: ApiError['status'], code: number, message: string, problems: readonly Problem[] = []) {
		super(message);
		this.status = status;
		this.code = code;
		this.problems = problems;
	}

	/** The JSON body. */
	body(): object {
		const errors = this.problems.length > 0 ? { errors: nestProblems(this.problems) } : {};
		return { message: this.message, code: this.code, ...errors };
	}
}

interface Nested {
	[key: string]: Nested | { code: string; message: string }[];
}

/** Problems as Discord nests them: by path, each list under `_errors`. */
export function nestProblems(problems: readonly Problem[]): object {
	const root: Nested = {};
	for (const { path, code, message } of problems) {
		let node = root;
		for (const key of path) {
			const next = node[String(key)];
			if (next && !Array.isArray(next)) node = next;
			else node = node[String(key)] = {};
		}
		const list = node['_errors'];
		const error = { code, message };
		if (Array.isArray(list)) list.push(error);
		else node['_errors'] = [error];
	}
	return root;
}

export function invalidForm(problems: readonly Problem[]): ApiError {
	return new ApiError(400, 50035, 'Invalid Form Body', problems);
}

export const unknown = {
	channel: () => new ApiError(404, 10003, 'Unknown Channel'),
	guild: () => new ApiError(404, 10004, 'Unknown Guild'),
	member: () => new ApiError(404, 10007, 'Unknown Member'),
	message: () => new ApiError(404, 10008, 'Unknown Message'),
	user: () => new ApiError(404, 10013, 'Unknown User'),
	webhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
	interaction: () => new ApiError(404, 10062, 'Unknown interaction'),
	command: () => new ApiError(404, 10063, 'Unknown application command'),
};

export const refused = {
	access: () => new ApiError(403, 50001, 'Missing Access'),
	permissions: () => new ApiError(403, 50013, 'Missing Permissions'),
	directMessages: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
	notTextual: () => new ApiError(400, 50008, 'Cannot send messages in a non-text channel'),
	channelType: () => new ApiError(400, 50024, 'Cannot execute action on this channel type'),
	archived: () => new ApiError(400, 50083, 'Thread is archived'),
	noMutualGuilds: () => new ApiError(403, 50278, 'Cannot send messages to this user due to having no mutual guilds'),
	locked: () => new ApiError(400, 160_005, 'Thread is locked'),
	empty: () => new ApiError(400, 50006, 'Cannot send an empty message'),
	otherAuthor: () => new ApiError(403, 50005, 'Cannot edit a message authored by another user'),
	acknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
	tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
	expiredToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
	followUps: () => new ApiError(400, 40094, 'This interaction has reached the maximum number of follow-up messages.'),
};

/** Errors that can befall an application which does nothing wrong: something is gone or closed, or it lacks a permission. */
const CIRCUMSTANCES = new Set([10003, 10004, 10007, 10008, 10013, 50001, 50007, 50013, 50083, 50278, 160_005]);

export function isCircumstance(code: number): boolean {
	return CIRCUMSTANCES.has(code);
}
