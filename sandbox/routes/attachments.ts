import type { Hono } from 'hono';
import type { Hub } from '../hub.js';

/** Serves what was uploaded, to whoever has the address. */
export function addAttachmentRoute(app: Hono, hub: Hub): void {
	app.get('/attachments/:channel/:attachment/:name', (c) => {
		const file = hub.uploads.get(c.req.param('attachment'));
		if (!file) return c.text('This content is no longer available.', 404);
		return c.body(file.bytes, 200, {
			'content-type': file.contentType,
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		});
	});
}
