import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openCustomerPage } from './customer-page.ts';
import type { Measure } from './figure.ts';

const client = fileURLToPath(new URL('../../build/client', import.meta.url));

/** All JavaScript that the customer screen's browser really loads for the start page. */
export const startPageCode: Measure = async () => {
	const page = await openCustomerPage();
	try {
		const paths = (await page.evaluate(
			`new Promise((done) => requestIdleCallback(done)).then(() => [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js') || path.endsWith('.mjs')))])`
		)) as string[];
		const files = await Promise.all(
			paths.map(async (path) => {
				const bytes = await readFile(client + path);
				return { path, kB: gzipSync(bytes, { level: 9 }).length / 1000 };
			})
		);
		const sum = files.reduce((total, { kB }) => total + kB, 0);
		const biggest = files.toSorted((a, b) => b.kB - a.kB).slice(0, 4);
		return [
			{
				name: 'code of the start page',
				unit: 'kB',
				measured:
					'JavaScript files that the browser loads for / when ready, gzip -9 of the built files, 1 kB = 1000 bytes',
				ours: [sum],
				baseline: null,
				ourValue: sum,
				limit: 60,
				notes: {
					files: files.length,
					...Object.fromEntries(biggest.map(({ path, kB }) => [path.split('/').at(-1) ?? path, kB]))
				}
			}
		];
	} finally {
		await page.close();
	}
};
