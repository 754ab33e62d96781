import { run, type RunOutcome } from '../../process/run.ts';

export interface PopplerLimits {
	/** Wall clock for one look into a document. */
	readonly timeoutMs: number;
	readonly cpuSeconds: number;
	readonly addressSpaceBytes: number;
	readonly maxOutputBytes: number;
}

export const popplerLimits: PopplerLimits = {
	timeoutMs: 8000,
	cpuSeconds: 6,
	addressSpaceBytes: 1024 ** 3,
	maxOutputBytes: 4 * 1024 * 1024
};

/** Readers of foreign PDFs get the programs and the fonts of the system, an empty /tmp, and no network, processes or user of ours. */
const capsule = [
	...['bwrap', '--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000', '--cap-drop', 'ALL'],
	...['--die-with-parent', '--new-session', '--clearenv'],
	...['--setenv', 'PATH', '/usr/bin', '--setenv', 'LC_ALL', 'C.UTF-8'],
	...['--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
	...['--ro-bind-try', '/etc/fonts', '/etc/fonts', '--ro-bind-try', '/var/cache/fontconfig', '/var/cache/fontconfig'],
	...['--tmpfs', '/tmp', '--dev', '/dev', '--']
];

/** Runs a program of poppler-utils over a PDF on its standard input, inside bubblewrap and within the limits. */
export function runPoppler(
	argv: readonly [string, ...string[]],
	pdf: Uint8Array,
	limits: PopplerLimits,
	signal: AbortSignal
): Promise<RunOutcome> {
	const { timeoutMs, cpuSeconds, addressSpaceBytes, maxOutputBytes } = limits;
	return run(['prlimit', `--as=${addressSpaceBytes}`, `--cpu=${cpuSeconds}`, '--core=0', '--', ...capsule, ...argv], {
		timeoutMs,
		signal,
		stdin: pdf,
		maxOutputBytes
	});
}
