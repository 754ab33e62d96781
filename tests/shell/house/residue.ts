import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { placesWith } from '../../contract/portal-fixture/remains.ts';

export interface RunningProcess {
	readonly pid: number;
	readonly argv: readonly string[];
}

const parentOf = (pid: number) =>
	Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

/** Every living process below one, itself among them. */
export function processTree(root: number): readonly RunningProcess[] {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.flatMap((pid) => {
			try {
				const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
				// A process that has ended and only waits to be counted has no arguments left.
				return argv.join('') === '' ? [] : [{ pid, parent: parentOf(pid), argv }];
			} catch {
				return [];
			}
		});
	const below = (pid: number): RunningProcess[] =>
		all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
	return [...all.filter(({ pid }) => pid === root), ...below(root)];
}

/** How many processes of each program there are; those of a browser by what they are for. */
export const programs = (processes: readonly RunningProcess[]): Readonly<Record<string, number>> => {
	const counts: Record<string, number> = {};
	for (const { argv } of processes) {
		const all = argv.join(' ');
		const name = [all.split(' ')[0], ...(all.match(/--(type|utility-sub-type)=\S+/g) ?? [])].join(' ');
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
};

/** Every folder of this machine that the kiosk or a browser of its could write to, the private ones of its processes too. */
export function writablePlaces(kioskPid: number, sessionDir: string): readonly string[] {
	const own = processTree(kioskPid).map(({ pid }) => `/proc/${pid}/root`);
	const inside = own.flatMap((root) =>
		['home', 'tmp', 'session', 'dev/shm', 'run', 'var/tmp'].map((name) => join(root, name))
	);
	const home = ['.config', '.cache', '.local', '.pki', '.cups', '.sane'].map((name) => join(homedir(), name));
	const machine = ['/tmp', '/dev/shm', '/var/tmp', '/var/spool/cups', '/var/log', '/run', sessionDir];
	return [...machine, ...home, ...inside].filter((place) => existsSync(place));
}

/** A process that has ended meanwhile took its private places with it; any other refusal is an error of the search. */
function placesIfThere(text: string, place: string, since: number): readonly string[] {
	try {
		return placesWith(text, place, since);
	} catch (error) {
		if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
		throw error;
	}
}

/** Where any of these texts is found in a file's name or content; the test's own folders are left out. */
export function placesOf(
	texts: readonly string[],
	places: readonly string[],
	since: number,
	ofTheTest: readonly string[]
): readonly string[] {
	const found = places.flatMap((place) => texts.flatMap((text) => placesIfThere(text, place, since)));
	const isOfTheTest = (path: string) => ofTheTest.some((own) => path.replace(/^\/proc\/\d+\/root/, '').startsWith(own));
	return [...new Set(found)].filter((path) => !isOfTheTest(path));
}

/** What stands in the three selections of an X server. */
export const selectionsOf = (display: string): readonly string[] =>
	['--primary', '--secondary', '--clipboard'].map((selection) =>
		execFileSync('xsel', [selection, '--output'], { env: { PATH: '/usr/bin:/bin', DISPLAY: display } }).toString()
	);

/** Command lines and environments of all processes that hold one of these texts. */
export const processesSaying = (texts: readonly string[], except: readonly number[]): readonly number[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && !except.includes(Number(name)))
		.filter((pid) => {
			try {
				const said = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')).join();
				return texts.some((text) => said.includes(text));
			} catch {
				return false;
			}
		})
		.map(Number);
