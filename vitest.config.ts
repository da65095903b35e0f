import { defineConfig } from 'vitest/config';

// vitest asks for a default export; eslint.config.js lets this file have one
export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/support/build.ts'],
		testTimeout: 30_000,
		hookTimeout: 30_000,
		// many tests wait for a process or a page: by default a core would stand idle, the only other one where there are two
		maxWorkers: '100%',
		// what is polled for comes at once, but for on a machine in use
		expect: { poll: { timeout: 10_000 } },
	},
});
