import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { ScanimageEnd } from './scanimage-faults.ts';

/** A scanimage that takes pages in. */
export interface ScanimageProcess {
	/** The lines of `--batch-print`: the file of each finished page. Ends with the process. */
	readonly lines: AsyncIterableIterator<string>;
	/** Rejects never; an end without start (program missing) has code 127. */
	readonly ended: Promise<ScanimageEnd>;
	/** SIGINT, by which backends free the device, and SIGKILL after the grace time. Resolves when the process is gone. */
	stop(graceMs: number): Promise<void>;
}

const maxStderrLength = 64 * 1024;

/** Starts scanimage in a process group of its own: some backends read in a second process. */
export function startScanimage(
	list: readonly string[],
	{ folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> }
): ScanimageProcess {
	const child = spawn('scanimage', list, { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
	let stderr = '';
	child.stderr.setEncoding('utf8');
	child.stderr.on('data', (text: string) => (stderr = (stderr + text).slice(-maxStderrLength)));
	const ended = new Promise<ScanimageEnd>((resolve) => {
		child.once('error', () => resolve({ code: 127, stderr: '' }));
		child.once('close', (code) => resolve({ code, stderr }));
	});
	let over = false;
	void ended.then(() => (over = true));
	const kill = (signal: NodeJS.Signals) => {
		try {
			if (child.pid !== undefined && !over) process.kill(-child.pid, signal);
		} catch {
			// The group is gone already.
		}
	};
	return {
		lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
		ended,
		async stop(graceMs) {
			kill('SIGINT');
			await Promise.race([ended, delay(graceMs, undefined, { ref: false })]);
			kill('SIGKILL');
			await ended;
		}
	};
}
