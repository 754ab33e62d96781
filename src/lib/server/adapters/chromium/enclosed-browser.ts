import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { openCdpPipe, type CdpPipe } from './cdp-pipe.ts';
import { foreignNamespaces, processesIn } from './namespaces.ts';

/** A Chromium in its own namespaces, driven over its pipe. */
export interface EnclosedBrowser {
	readonly cdp: CdpPipe;
	/** The first process inside, as seen from here. */
	readonly pid: number;
	/** Settles when bubblewrap has ended. */
	readonly exited: Promise<void>;
	/** SIGKILL to the first process inside: the kernel then ends every other process of its PID namespace. */
	kill(): void;
	/** Processes that are still in the namespaces, nested ones of Chromium's sandbox included. */
	processes(): readonly number[];
}

/** Status descriptor that the argv has to name; 3 and 4 are the control pipe. */
export const statusFd = 5;

/** Starts the argv of `bubblewrapArgv`. Undefined when it did not come up in time (the process is then ended). */
export async function startEnclosedBrowser(
	[program, ...programArguments]: readonly [string, ...string[]],
	startMs: number,
	signal: AbortSignal
): Promise<EnclosedBrowser | undefined> {
	const child = spawn(program, programArguments, {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
		env: { PATH: '/usr/bin:/bin' }
	});
	let ended = false;
	const exited = new Promise<void>((resolve) => {
		const settle = () => {
			ended = true;
			resolve();
		};
		child.once('exit', settle).once('error', settle);
	});
	const [, , , toBrowser, fromBrowser, status] = child.stdio as readonly unknown[];
	const limit = AbortSignal.any([signal, AbortSignal.timeout(startMs)]);
	const childPid = await Promise.race([
		once(status as Readable, 'data', { signal: limit }).then(
			([chunk]: unknown[]) => Number(/"child-pid": ?(\d+)/.exec(String(chunk))?.[1]),
			() => Number.NaN
		),
		exited.then(() => Number.NaN)
	]);
	const namespaces = Number.isInteger(childPid) ? foreignNamespaces(childPid) : new Set<string>();
	// With fewer, a later look for what is left would be blind.
	if (namespaces.size < 4) {
		child.kill('SIGKILL');
		await exited;
		return undefined;
	}
	(status as Readable).resume();
	const cdp = openCdpPipe(toBrowser as Writable, fromBrowser as Readable);
	return {
		cdp,
		pid: childPid,
		exited,
		kill: () => {
			cdp.close();
			// Once bubblewrap is gone the number could be somebody else's.
			if (ended) return;
			try {
				// Not bubblewrap itself: it is the parent, and collects it at once.
				process.kill(childPid, 'SIGKILL');
			} catch {
				// It ended by itself a moment ago.
			}
		},
		processes: () => processesIn(namespaces)
	};
}
