import { describe, expect, it } from 'vitest';
import { outcomeOf, quoth, startQuoth } from '../support/quoth.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('quoth sandbox', () => {
	it.each(['sandbox', 'start'])(
		'%s opens a page on this machine, with the bot in it, until it is stopped',
		async (command) => {
			const data = await temporaryFolder();
			const program = startQuoth([command, '--port', '0'], { data });
			const ended = outcomeOf(program);
			const address = await new Promise<string>((resolve, reject) => {
				let said = '';
				program.stdout.on('data', (part: Buffer) => {
					said += part.toString();
					const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
					if (url !== undefined) resolve(url);
				});
				void ended.then(({ stderr }) => {
					reject(new Error(`Expected an address, got ${stderr}`));
				});
			});
			const page = await fetch(address);
			expect(page.status).toBe(200);
			expect(await page.text()).toContain('<title>');

			const { port } = new URL(address);
			const second = await quoth(['sandbox', '--port', port], { data });
			expect(second).toMatchObject({ code: 1, stdout: '' });
			expect(second.stderr).toContain(`Port ${port} is taken`);

			program.kill('SIGTERM');
			const { code, stderr } = await ended;
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		},
		60_000,
	);
});
