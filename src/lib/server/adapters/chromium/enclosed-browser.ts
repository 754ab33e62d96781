import type { Readable, Writable } from 'node:stream';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { startAnnounced } from './announced-process.ts';
import { openCdpPipe, type CdpPipe } from './cdp-pipe.ts';
import { childrenOf, foreignNamespaces, processesIn, stillThere } from './namespaces.ts';

/** What is left of a browser, as seen from outside. */
export interface BrowserRemains {
	/** Processes that are still in the namespaces, nested ones of Chromium's sandbox included. */
	processes(): readonly number[];
}

/** A Chromium in its own namespaces, driven over its pipe. */
export interface EnclosedBrowser extends BrowserRemains {
	readonly cdp: CdpPipe;
	/** The first process inside, as seen from here. */
	readonly pid: number;
	/** Settles when bubblewrap has ended. */
	readonly exited: Promise<void>;
	/** SIGKILL to the first process inside: the kernel then ends every other process of its PID namespace. */
	kill(): void;
}

/** Status descriptor that the argv has to name; 3 and 4 are the control pipe. */
export const statusFd = 5;

const killIfThere = (pid: number) => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It ended by itself a moment ago.
	}
};

/**
 * Starts the argv of `bubblewrapArgv`. The fault is what is left of one that did not come up in time: it and its children
 * are killed by then, which leaves to look whether they are gone.
 */
export async function startEnclosedBrowser(
	argv: readonly [string, ...string[]],
	startMs: number,
	signal: AbortSignal
): Promise<Result<EnclosedBrowser, BrowserRemains>> {
	const { child, announcement, exited, hasEnded } = startAnnounced(argv, {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
		announcesOn: statusFd,
		env: { PATH: '/usr/bin:/bin' },
		signal: AbortSignal.any([signal, AbortSignal.timeout(startMs)])
	});
	const childPid = Number(/"child-pid": ?(\d+)/.exec((await announcement) ?? '')?.[1]);
	const namespaces = Number.isInteger(childPid) ? foreignNamespaces(childPid) : new Set<string>();
	// With fewer, a later look for what is left would be blind.
	if (namespaces.size < 4) {
		const children = child.pid === undefined || hasEnded() ? [] : childrenOf(child.pid);
		const theirs = new Set([...namespaces, ...children.flatMap(({ pid }) => [...foreignNamespaces(pid)])]);
		child.kill('SIGKILL');
		for (const { pid } of children) killIfThere(pid);
		await exited;
		return failed({
			processes: () => [...new Set([...processesIn(theirs), ...children.filter(stillThere).map(({ pid }) => pid)])]
		});
	}
	const [, , , toBrowser, fromBrowser] = child.stdio as readonly unknown[];
	const cdp = openCdpPipe(toBrowser as Writable, fromBrowser as Readable);
	return ok({
		cdp,
		pid: childPid,
		exited,
		kill: () => {
			cdp.close();
			// Not bubblewrap itself: it is the parent, and collects it at once. Once it is gone the number could be somebody else's.
			if (!hasEnded()) killIfThere(childPid);
		},
		processes: () => processesIn(namespaces)
	});
}
