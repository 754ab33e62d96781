import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Programs are run by argv array: what a customer or a device says never reaches a shell. */
const noShell = {
	'no-restricted-imports': [
		'error',
		{
			paths: ['child_process', 'node:child_process'].map((name) => ({
				name,
				importNames: ['exec', 'execSync', 'default'],
				message: 'A shell string. Use run() of src/lib/server/process, or spawn with an argv array.'
			}))
		}
	],
	'no-restricted-syntax': [
		'error',
		{
			selector: 'Property[key.name="shell"]:matches([value.value=true], [value.raw=/^["\\x27]/])',
			message: 'A shell string. Use an argv array without shell.'
		},
		{ selector: 'TSEnumDeclaration', message: 'Node runs our files by type stripping: use a union of literals.' }
	]
};

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.strict,
	ts.configs.stylistic,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node } },
		rules: {
			...noShell,
			'no-console': 'error',
			'no-eval': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			// The contract is told by interfaces and unions alike; which one reads better is decided where it stands.
			'@typescript-eslint/consistent-type-definitions': 'off',
			// A listener that does nothing, and "a value or nothing", are what they say.
			'@typescript-eslint/no-empty-function': 'off',
			'@typescript-eslint/no-invalid-void-type': 'off',
			// TypeScript itself finds what is not defined, and knows Svelte's and Kit's own names.
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: { ...globals.browser },
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Each listener serves at its root: there is no base path to resolve against.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// A test that asserts what is not there fails, which is what a test is for.
		files: ['**/*.spec.ts', 'tests/**', 'src/lib/session/testing/**'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	{ files: ['src/cli/**', 'scripts/**', 'tests/bench/**'], rules: { 'no-console': 'off' } }
);
