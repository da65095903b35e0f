import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { connectPage } from './connection.js';
import type { PageFiles } from './files.js';
import { findPageFiles, KEPT_MODULES } from './files.js';
import type { Sandbox } from '../sandbox.js';

/**
 * Serves the page in which a person uses the sandbox, at its address: nothing of it comes from elsewhere.
 *
 * Only who asks for this address by its own name gets the page, so that no other website, not even one whose name was
 * made to lead here, reads it; and only who read the page knows the token that its socket needs.
 *
 * @throws {Error} If the page's code was not compiled.
 */
export async function servePage(sandbox: Sandbox): Promise<void> {
	const files = await findPageFiles();
	const token = randomBytes(32).toString('base64url');
	const { port } = new URL(sandbox.url);
	const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
	const isForeign = (context: Context): boolean => {
		const origin = context.req.header('origin');
		if (!hosts.has(context.req.header('host') ?? '')) return true;
		return origin !== undefined && ![...hosts].some((host) => origin === `http://${host}`);
	};
	sandbox.app.get('/', (context) => {
		if (isForeign(context)) return context.text(`The page is at ${sandbox.url}.`, 403);
		for (const [name, value] of Object.entries(headersOf(files, hosts))) context.header(name, value);
		return context.html(htmlOf(files, token));
	});
	sandbox.app.get('/page/*', async (context) => {
		if (isForeign(context)) return context.text(`The page is at ${sandbox.url}.`, 403);
		const file = files.modules.get(context.req.path);
		if (file === undefined) return context.notFound();
		context.header('content-type', 'text/javascript; charset=utf-8');
		context.header('x-content-type-options', 'nosniff');
		context.header('cross-origin-resource-policy', 'same-origin');
		const isKept = context.req.path.startsWith(KEPT_MODULES);
		context.header('cache-control', isKept ? 'private, max-age=31536000, immutable' : 'no-cache');
		return context.body(await readFile(file, 'utf8'));
	});
	sandbox.acceptSockets('/page', (socket) => {
		connectPage(sandbox, socket, token);
	});
}

function headersOf({ importMapHash }: PageFiles, hosts: ReadonlySet<string>): Record<string, string> {
	const policy = [
		"default-src 'none'",
		`script-src 'self' '${importMapHash}'`,
		"style-src 'self'",
		// colours and sizes that lit writes into elements
		"style-src-attr 'unsafe-inline'",
		`img-src 'self' data: blob:${[...hosts].map((host) => ` http://${host}`).join('')}`,
		`connect-src 'self'${[...hosts].map((host) => ` ws://${host}`).join('')}`,
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	];
	return {
		'content-security-policy': policy.join('; '),
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'no-store',
	};
}

function htmlOf({ importMap }: PageFiles, token: string): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<meta name="page-token" content="${token}">
<title>Quoth sandbox</title>
<link rel="icon" href="data:,">
<script type="importmap">${importMap}</script>
<script type="module" src="/page/code/main.js"></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
}
