import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

export interface FrontMatter {
	/** Empty where there is none, or none that can be read. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** What follows it. */
	readonly body: string;
}

const OPENING = /^\uFEFF?(-{3}|\+{3})[ \t]*\r?\n/;

/**
 * Parts front matter from the document below it: YAML between lines of `---`, or TOML between lines of `+++`. What is
 * broken states nothing; YAML that is no mapping at all is text between two rules.
 */
export function splitFrontMatter(markdown: string): FrontMatter {
	const opening = OPENING.exec(markdown);
	const whole: FrontMatter = { fields: {}, body: markdown };
	if (opening === null) return whole;
	const start = opening[0].length;
	const isToml = opening[1] === '+++';
	const closing = isToml ? /^\+{3}[ \t]*\r?$/m : /^(?:-{3}|\.{3})[ \t]*\r?$/m;
	const rest = markdown.slice(start);
	const end = closing.exec(rest);
	if (end === null) return whole;
	const body = rest.slice(end.index + end[0].length);
	if (isToml) return { fields: fieldsOfToml(rest.slice(0, end.index)), body };
	const fields = fieldsOf(rest.slice(0, end.index));
	return fields === null ? whole : { fields, body };
}

function fieldsOfToml(toml: string): Readonly<Record<string, unknown>> {
	try {
		const stated = Object.entries(parseToml(toml));
		return Object.fromEntries(
			stated.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
		);
	} catch {
		return {};
	}
}

/** `null` where the text states no fields, not even wrongly. */
function fieldsOf(yaml: string): Readonly<Record<string, unknown>> | null {
	try {
		const value: unknown = parseYaml(yaml, { logLevel: 'silent' });
		if (value === null || value === undefined) return {};
		return typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
	} catch {
		return /^[\w-]+[ \t]*:/m.test(yaml) ? {} : null;
	}
}
