import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { controls, type Control } from './controls.ts';

/**
 * `npm run escapes [-- WORD…]`: runs the escape suite once as it is and once without each control whose name holds one of the words
 * (all, without a word), and prints which rows noticed. Exit 1: a control that no row notices, or rows that fail with all in place.
 */
interface Report {
	readonly testResults: readonly {
		readonly message?: string;
		readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
	}[];
}

/** The rows that fail without this control; null where the suite itself did not come to an end. */
async function failing(control: Control | null, folder: string): Promise<readonly string[] | null> {
	const outputFile = join(folder, 'report.json');
	await rm(outputFile, { force: true });
	const child = spawn(
		'vitest',
		[
			...['run', '--project', 'shell', 'tests/shell/escapes', '--reporter=json', `--outputFile=${outputFile}`],
			...(control ? ['-t', control.chapters] : [])
		],
		{
			stdio: 'ignore',
			env: { ...process.env, ...(control ? { ESCAPES_WITHOUT: control.name } : {}) }
		}
	);
	await once(child, 'exit');
	const report = await readFile(outputFile, 'utf8').then(
		(text) => JSON.parse(text) as Report,
		() => null
	);
	const all = report?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? [];
	if (all.length === 0 || all.every(({ status }) => status !== 'passed')) return null;
	return all.filter(({ status }) => status === 'failed').map(({ title }) => title);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'escapes-'));
const wanted = process.argv.slice(2);
const chosen = controls.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
let findings = 0;
say('| control taken away | rows that notice |');
say('|---|---|');
const inPlace = await failing(null, folder);
say(
	`| none | ${inPlace === null ? 'the suite did not run' : inPlace.length === 0 ? 'none, as it should be' : inPlace.join('; ')} |`
);
if (inPlace === null || inPlace.length > 0) findings += 1;
for (const control of chosen) {
	const { name } = control;
	const noticed = await failing(control, folder);
	if (noticed?.length === 0) findings += 1;
	say(
		`| ${name} | ${noticed === null ? 'the shell does not start without it' : noticed.length === 0 ? '**FINDING: nobody notices**' : noticed.join('; ')} |`
	);
}
await rm(folder, { recursive: true, force: true });
process.exitCode = findings > 0 ? 1 : 0;
