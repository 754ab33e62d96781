import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every path below a folder whose name or content holds the text; only what changed since `since` (ms) is read. */
export function placesWith(text: string, folder: string, since: number): readonly string[] {
	const found: string[] = [];
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		try {
			const stat = lstatSync(path);
			if (name.includes(text)) found.push(path);
			if (stat.isDirectory()) found.push(...placesWith(text, path, since));
			else if (stat.isFile() && stat.mtimeMs >= since && stat.size < 50_000_000 && readFileSync(path).includes(text))
				found.push(path);
		} catch {
			// Gone meanwhile: somebody else's temporary file.
		}
	}
	return found;
}

export interface Process {
	readonly pid: number;
	readonly parent: number;
	readonly program: string;
	readonly argv: readonly string[];
	/** Seccomp mode of proc(5): 2 is a filter. */
	readonly seccomp: number;
	readonly pidNamespaceDepth: number;
}

const readProcess = (pid: number): Process | undefined => {
	try {
		const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
		const value = (name: string) => new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(status)?.[1] ?? '';
		return {
			pid,
			parent: Number(value('PPid')),
			program: value('Name'),
			argv: readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split(/[\0 ]/),
			seccomp: Number(value('Seccomp')),
			pidNamespaceDepth: value('NSpid').split('\t').length
		};
	} catch {
		return undefined;
	}
};

/** All living processes below this one. */
export function descendants(): readonly Process[] {
	const all = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => readProcess(Number(name)) ?? []);
	const below = (pid: number): Process[] =>
		all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid)]);
	return below(process.pid);
}
