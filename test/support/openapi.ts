import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Exchange, ExchangeCheck } from '../../sandbox/exchanges.js';

/** Discord's own description of its API (discord/discord-api-spec), where somebody put it beside the repository. */
const DOCUMENT = new URL('../../../shared/discord/openapi.json', import.meta.url);

interface Content {
	/** Names one of the document's shared responses instead. */
	readonly $ref?: string;
	readonly content?: Readonly<Record<string, unknown>>;
}

interface Operation {
	readonly requestBody?: Content;
	readonly responses?: Readonly<Record<string, Content>>;
}

interface Document {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: {
		readonly schemas: Record<string, Record<string, unknown> & { properties?: Record<string, unknown> }>;
		readonly responses: Readonly<Record<string, Content>>;
	};
}

/** The callback's branches, by type: errors of a union of all would name every branch. */
const CALLBACKS: Readonly<Record<number, string>> = {
	4: 'CreateMessageInteractionCallbackRequest',
	5: 'CreateMessageInteractionCallbackRequest',
	6: 'UpdateMessageInteractionCallbackRequest',
	7: 'UpdateMessageInteractionCallbackRequest',
	8: 'ApplicationCommandAutocompleteCallbackRequest',
	9: 'ModalInteractionCallbackRequest',
};

export const hasOpenApi = existsSync(DOCUMENT);

/**
 * Holds requests and responses against Discord's document, but for two things that it describes as integers and
 * Discord takes and sends as strings: `default_member_permissions` of requests, and the codes inside of `errors`.
 * @returns a check that finds nothing where the document is not there ({@link hasOpenApi}).
 */
export function loadOpenApiCheck(): ExchangeCheck {
	if (!hasOpenApi) return () => ({ request: [], response: [] });
	const document = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as Document;
	for (const [name, schema] of Object.entries(document.components.schemas)) {
		if (!name.endsWith('Request') || !schema.properties?.['default_member_permissions']) continue;
		schema.properties['default_member_permissions'] = { type: ['string', 'null'], pattern: '^[0-9]+$' };
	}
	document.components.schemas['InnerErrors'] = {
		type: 'object',
		properties: { _errors: { type: 'array', items: { type: 'object', required: ['code', 'message'] } } },
		required: ['_errors'],
		additionalProperties: false,
	};
	const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
	// a CommonJS package whose default export TypeScript and Node see differently
	const addFormats = createRequire(import.meta.url)('ajv-formats') as (ajv: Ajv2020) => void;
	addFormats(ajv);
	ajv.addFormat('snowflake', /^\d{1,20}$/);
	ajv.addFormat('nonce', true);
	ajv.addSchema({ ...document, $id: 'discord' });
	const compiled = new Map<string, ValidateFunction>();
	const validate = (pointer: string, value: unknown): string[] => {
		const check = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
		compiled.set(pointer, check);
		if (check(value)) return [];
		return (check.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? error.keyword}`);
	};
	const routes = Object.keys(document.paths).map((path) => ({
		path,
		pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
		variables: path.split('{').length,
	}));
	routes.sort((a, b) => a.variables - b.variables);
	return (exchange) => {
		const route = routes.find(({ pattern }) => pattern.test(exchange.path));
		const method = exchange.method.toLowerCase();
		const operation = route && document.paths[route.path]?.[method];
		if (!route || !operation) {
			return { request: [`Discord's document has no ${exchange.method} ${exchange.path}.`], response: [] };
		}
		const pointer = `/paths/${route.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
		return {
			request: requestProblems(exchange, operation, pointer, validate),
			response: responseProblems(exchange, operation, document, pointer, validate),
		};
	};
}

type Validate = (pointer: string, value: unknown) => string[];

const JSON_SCHEMA = '/content/application~1json/schema';

function requestProblems(exchange: Exchange, operation: Operation, pointer: string, validate: Validate): string[] {
	const { body } = exchange;
	if (!operation.requestBody?.content?.['application/json'] || body === null) return [];
	if (exchange.path.endsWith('/callback') && typeof body === 'object' && 'type' in body) {
		const branch = CALLBACKS[Number(body.type)];
		return branch
			? validate(`/components/schemas/${branch}`, body)
			: [`No callback has the type ${String(body.type)}.`];
	}
	return validate(`${pointer}/requestBody${JSON_SCHEMA}`, body);
}

function responseProblems(
	exchange: Exchange,
	operation: Operation,
	document: Document,
	pointer: string,
	validate: Validate,
): string[] {
	const { status, response } = exchange;
	const key = [String(status), `${String(status).charAt(0)}XX`].find((one) => operation.responses?.[one]);
	const named = key === undefined ? undefined : operation.responses?.[key];
	if (key === undefined || !named) return [`Discord's document has no answer ${status} here.`];
	const shared = named.$ref?.split('/').at(-1);
	const described = shared === undefined ? named : document.components.responses[shared];
	if (!described?.content?.['application/json']) {
		return response === null ? [] : [`Discord answers ${status} without a body here.`];
	}
	if (response === null) return [`Discord answers ${status} with a body here.`];
	const at = shared === undefined ? `${pointer}/responses/${key}` : `/components/responses/${shared}`;
	return validate(`${at}${JSON_SCHEMA}`, response);
}
