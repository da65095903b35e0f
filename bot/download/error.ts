import { STATUS_CODES } from 'node:http';

/** Why something was not downloaded, with what a message in any language needs. */
export type DownloadProblem =
	/** Not a URL, or one of another scheme. */
	| { readonly kind: 'not-http'; readonly got: string }
	/** The URL holds a user name or password. */
	| { readonly kind: 'credentials' }
	| { readonly kind: 'port'; readonly port: number; readonly allowed: readonly number[] }
	/** Not one of `allowedHosts`. */
	| { readonly kind: 'host'; readonly host: string; readonly allowed: readonly string[] }
	/** `addresses` tell of the operator's network: they are for logs, not for members. */
	| { readonly kind: 'private-address'; readonly host: string; readonly addresses: readonly string[] }
	| { readonly kind: 'too-many-redirects'; readonly most: number }
	/** From `https` to `to`, which is `http`. */
	| { readonly kind: 'downgrade'; readonly to: string }
	/** No answer: no such name, nothing that listens, a bad certificate. `reason` is for logs: it may hold an address. */
	| { readonly kind: 'unreachable'; readonly reason: string }
	/** The answer broke off, or was not compressed as it said. */
	| { readonly kind: 'incomplete'; readonly reason: string }
	| { readonly kind: 'http-status'; readonly status: number }
	/** Lower case, without parameters. */
	| { readonly kind: 'content-type'; readonly contentType: string }
	/** `bytes` is what the server stated, if it did. */
	| { readonly kind: 'too-large'; readonly maxBytes: number; readonly bytes: number | undefined }
	| { readonly kind: 'timeout'; readonly timeoutMs: number };

/** A download that was refused or failed. The message is one line for logs and the terminal, and does not repeat the URL. */
export class DownloadError extends Error {
	override readonly name = 'DownloadError';
	readonly problem: DownloadProblem;

	constructor(problem: DownloadProblem, options?: ErrorOptions) {
		super(messageOf(problem), options);
		this.problem = problem;
	}

	get kind(): DownloadProblem['kind'] {
		return this.problem.kind;
	}
}

function messageOf(problem: DownloadProblem): string {
	switch (problem.kind) {
		case 'not-http':
			return `expected an http or https address, got ${problem.got}: give the address of a web page`;
		case 'credentials':
			return 'expected an address without user name and password, got one with them: save the page as a file';
		case 'port':
			return `expected port ${problem.allowed.join(', ')}, got ${problem.port}: give the page's public address`;
		case 'host':
			return `expected an address at ${problem.allowed.join(' or ')}, got one at ${problem.host}: attach the file itself`;
		case 'private-address':
			return `expected a public address, got one of a private network (${problem.host}): only "quoth ingest" with that very address may read it`;
		case 'too-many-redirects':
			return `expected the page after at most ${problem.most} redirects, got another one: open it in a browser and give the address it ends at`;
		case 'downgrade':
			return `expected an address that stays encrypted, got a redirect from https to ${problem.to}: give that address itself if you trust it`;
		case 'unreachable':
			return `expected an answer from the server, got none (${problem.reason}): check the address`;
		case 'incomplete':
			return `expected the whole page, got a part of it (${problem.reason}): try again`;
		case 'http-status':
			return `expected the page, the server answered ${statusLine(problem.status)}: open it in a browser to see why`;
		case 'content-type':
			return `expected text, Markdown, HTML, JSON or JSON Lines, got ${problem.contentType === 'application/pdf' ? 'a PDF document' : problem.contentType}: export its text first`;
		case 'too-large':
			return `expected at most ${megabytes(problem.maxBytes)} MB, got ${problem.bytes === undefined ? 'more' : `${megabytes(problem.bytes)} MB`}: split it into its articles`;
		case 'timeout':
			return `expected the page within ${problem.timeoutMs / 1000} seconds, got no end of it: try later`;
	}
}

/** With the standard's words: those of the server could be anything. */
function statusLine(status: number): string {
	return [status, STATUS_CODES[status]].filter((part) => part !== undefined).join(' ');
}

function megabytes(bytes: number): string {
	return (bytes / 1e6).toFixed(1).replace(/\.0$/, '');
}
