import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'data/', 'coverage/', '**/*.js', '**/*.cjs', '**/*.mjs'] },
	js.configs.recommended,
	...tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		rules: {
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			'no-console': 'error',
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
				{ selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that has it.' },
				{ selector: 'TSEnumDeclaration', message: 'A union of literals instead of an enum.' },
				{
					selector: "MemberExpression[object.name='process'][property.name='env']",
					message: 'bot/config.ts reads the environment.',
				},
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			// articles hold control characters, and are told from binary files by them
			'no-control-regex': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// a function typed `Promise<…>` is `async` even without `await`: its throws become rejections
			'@typescript-eslint/require-await': 'off',
		},
	},
	{
		files: ['bot/config.ts', 'vitest.config.ts'],
		rules: { 'no-restricted-syntax': 'off' },
	},
	// tables of words, not code
	{ files: ['articles/language-profiles.ts', 'commands/locales/*.ts'], rules: { 'max-lines': 'off' } },
	{ files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
