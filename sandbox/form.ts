import type { z } from 'zod';
import type { Problem } from './api-error.js';

type Issue = z.core.$ZodIssue;

/** Reads a body by its schema: the value, or what is wrong with it in Discord's words. */
export function readForm<T>(
	schema: z.ZodType<T>,
	body: unknown,
	at: readonly (string | number)[] = [],
): { readonly value: T } | { readonly problems: readonly Problem[] } {
	const result = schema.safeParse(body);
	if (result.success) return { value: result.data };
	return { problems: result.error.issues.flatMap((issue) => toProblems(issue, at)) };
}

function toProblems(issue: Issue, at: readonly (string | number)[]): Problem[] {
	const path = [...at, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
	if (issue.code === 'unrecognized_keys') {
		const message = 'Discord knows no such property here.';
		return issue.keys.map((key) => ({ path: [...path, key], code: 'UNKNOWN_PROPERTY', message }));
	}
	return [{ path, ...worded(issue) }];
}

function worded(issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>): Omit<Problem, 'path'> {
	switch (issue.code) {
		case 'too_big':
			return issue.origin === 'string'
				? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
				: { code: 'BASE_TYPE_MAX', message: `At most ${issue.maximum}.` };
		case 'too_small':
			return issue.origin === 'string'
				? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
				: { code: 'BASE_TYPE_MIN', message: `At least ${issue.minimum}.` };
		case 'invalid_type':
			return issue.message.endsWith('received undefined')
				? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
				: { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
		case 'invalid_value':
		case 'invalid_union':
			return { code: 'BASE_TYPE_CHOICES', message: issue.message };
		case 'custom': {
			// `refusal` below puts a name there
			const code: unknown = issue.params?.['code'];
			return { code: typeof code === 'string' ? code : 'BASE_TYPE_BAD', message: issue.message };
		}
		default:
			return { code: 'BASE_TYPE_BAD', message: issue.message };
	}
}

/** The issue that a schema's own check adds. */
export function refusal(code: string, message: string, path: (string | number)[] = []) {
	return { code: 'custom' as const, message, path, params: { code }, input: undefined };
}
