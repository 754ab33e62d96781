import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** A process that runs as root (a build machine, CI) has no user namespace for Chromium's own sandbox. */
const browserArguments = [
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

const node = (name: string, include: string[], extra: object = {}) => ({
	extends: true as const,
	test: { name, environment: 'node' as const, include, ...extra }
});

export default defineConfig({
	plugins: [
		sveltekit({
			adapter: adapter({ out: 'build' }),
			csp: {
				mode: 'nonce',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// Kit's route announcer carries one style attribute.
					'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
					'img-src': ['self', 'blob:', 'data:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'worker-src': ['self'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none']
				}
			}
		})
	],
	test: {
		projects: [
			// Vitest by itself leaves one core to nobody.
			node('unit', ['src/**/*.spec.ts'], {
				exclude: ['src/**/*.svelte.spec.ts'],
				maxWorkers: '100%',
				testTimeout: 30_000
			}),
			node('contract', ['tests/contract/**/*.spec.ts', 'tests/faults/**/*.spec.ts'], {
				testTimeout: 60_000,
				hookTimeout: 60_000,
				maxWorkers: 2
			}),
			// Each file has kiosks of its own on ports of their own, and mostly waits for them.
			node('e2e', ['tests/e2e/**/*.spec.ts'], { testTimeout: 120_000, hookTimeout: 60_000, maxWorkers: 2 }),
			node('shell', ['tests/shell/**/*.spec.ts'], {
				testTimeout: 180_000,
				hookTimeout: 120_000,
				fileParallelism: false
			}),
			{
				extends: true,
				test: {
					name: 'component',
					include: ['src/**/*.svelte.spec.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({
							launchOptions: { executablePath: '/usr/bin/chromium', args: browserArguments }
						}),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
