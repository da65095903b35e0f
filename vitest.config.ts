import { defineConfig } from 'vitest/config';

// vitest asks for a default export; eslint.config.js lets this file have one
export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		globalSetup: ['test/support/build.ts'],
		testTimeout: 30_000,
		hookTimeout: 30_000,
	},
});
