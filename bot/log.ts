/** Facts beside a log line. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
	info(message: string, fields?: Fields): void;
	warn(message: string, fields?: Fields): void;
	/** `error` is written with its stack, on lines of their own. */
	error(message: string, error: unknown, fields?: Fields): void;
}

/**
 * One line for each event: time, level, message, then `name=value`. Line breaks and control characters are escaped: nothing that a member or
 * an article says can pass for a line of the log. Questions and articles are not logged.
 */
export function createLog(write: (line: string) => void, now: () => Date = () => new Date()): Log {
	const line = (level: string, message: string, fields: Fields = {}) => {
		const facts = Object.entries(fields)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => ` ${name}=${typeof value === 'string' ? quoted(value) : String(value)}`);
		write(`${now().toISOString()} ${level} ${oneLine(message)}${facts.join('')}\n`);
	};
	return {
		info: (message, fields) => {
			line('info', message, fields);
		},
		warn: (message, fields) => {
			line('warn', message, fields);
		},
		error(message, error, fields) {
			line('error', message, { ...fields, error: messageOf(error) });
			if (error instanceof Error && error.stack !== undefined)
				for (const place of error.stack.split('\n').slice(1)) write(`    ${oneLine(place.trim())}\n`);
		},
	};
}

export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function quoted(value: string): string {
	return /^[\w.:/@-]+$/.test(value) ? value : oneLine(JSON.stringify(value));
}

function oneLine(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
		(control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
