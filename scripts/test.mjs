import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebianPackages, ensureNpmPackages } from './ensure.mjs';
import { run } from './run.mjs';

/** No part takes half of this; a part that hangs must not take the whole run with it. */
const partLimitMs = 10 * 60_000;

/** A check that passes or fails as a whole. */
const check = (argv) => async () =>
	(await run(argv, { timeoutMs: partLimitMs })) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** The tests of one vitest project, counted. What was skipped counts as failed: a test that does not run proves nothing. */
const tests = (project) => async () => {
	const folder = mkdtempSync(join(tmpdir(), 'kiosk-test-'));
	const report = join(folder, 'report.json');
	try {
		const code = await run(
			// prettier-ignore
			['vitest', 'run', '--project', project, '--allowOnly=false', '--reporter=default', '--reporter=json',
				`--outputFile.json=${report}`],
			{ timeoutMs: partLimitMs }
		);
		const { numPassedTests: passed, numTotalTests: total, testResults } = JSON.parse(readFileSync(report, 'utf8'));
		// A file that does not load has no test to count; an error outside any test is in no file.
		const unloaded = testResults.filter(
			({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
		);
		return { passed, failed: Math.max(total - passed + unloaded.length, code === 0 ? 0 : 1) };
	} catch {
		return { passed: 0, failed: 1 };
	} finally {
		rmSync(folder, { recursive: true });
	}
};

const parts = {
	format: check(['prettier', '--check', '--log-level', 'warn', '.']),
	lint: check(['eslint', '.']),
	imports: check(['depcruise', 'src', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']),
	licences: check(['node', 'scripts/check-licences.mjs']),
	svelte: check(['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']),
	types: check(['tsc', '--noEmit']),
	build: check(['vite', 'build', '--logLevel', 'warn']),
	unit: tests('unit'),
	component: tests('component'),
	contract: tests('contract'),
	e2e: tests('e2e'),
	shell: tests('shell')
};

/** Those that read the source and write nothing: each keeps one core busy, so two go at a time. */
const readers = ['svelte', 'types', 'lint', 'format', 'imports', 'licences'];

/** `npm test`, or `npm test -- PART …`: runs every check, whatever the ones before it say. */
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
	process.exit(2);
}
if (!(await ensureNpmPackages())) process.exit(1);
if ((await ensureDebianPackages('start', 'test')).length > 0) process.exit(1);
// Kit writes the tsconfig and the types that lint, types and import rules read.
if ((await run(['svelte-kit', 'sync'])) !== 0) process.exit(1);

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (stopped = true));

const outcomes = new Map();
async function take(name) {
	console.log(`\n── ${name}`);
	const started = performance.now();
	const { passed, failed } = await parts[name]();
	outcomes.set(name, { passed, failed, seconds: Number(((performance.now() - started) / 1_000).toFixed(1)) });
}
const takeAll = async (names) => {
	while (names.length > 0 && !stopped) await take(names.shift());
};
const wanted = chosen.length > 0 ? chosen : Object.keys(parts);
const reading = readers.filter((name) => wanted.includes(name));
await Promise.all([takeAll(reading), takeAll(reading)]);
await takeAll(wanted.filter((name) => !readers.includes(name)));

console.log('');
for (const [part, { passed, failed, seconds }] of outcomes) {
	console.log(
		`${part.padEnd(10)} ${String(seconds).padStart(6)} s   ${String(passed).padStart(4)} passed ${String(failed).padStart(4)} failed`
	);
}
const sum = (key) => [...outcomes.values()].reduce((total, outcome) => total + outcome[key], 0);
if (stopped) console.log('Stopped before the end.');
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 || stopped ? 1 : 0);
