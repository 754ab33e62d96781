import { existsSync, rmSync } from 'node:fs';
import { startAnnounced } from './announced-process.ts';

export interface NestedXOptions {
	/** `:N` of the outer server. */
	readonly outerDisplay: string;
	readonly outerXAuthority?: string;
	/** Cookie file of the nested server. */
	readonly authorityFile: string;
	readonly widthPx: number;
	readonly heightPx: number;
	/** WM_CLASS instance and title of its window on the outer server. */
	readonly windowClass: string;
	readonly startMs: number;
}

/** The disposable X server of one portal: clipboard, key state, grabs and full screen end at it. */
export interface NestedX {
	readonly pid: number;
	readonly socketPath: string;
	readonly exited: Promise<void>;
	/** SIGKILL, and away with the socket and lock file that the server then cannot remove itself. */
	kill(): Promise<void>;
	/** How many of its process, socket and lock file are still there. */
	remains(): number;
}

const alive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/** Starts Xephyr on a free display number. Undefined when it did not say its number in time. */
export async function startNestedX(options: NestedXOptions, signal: AbortSignal): Promise<NestedX | undefined> {
	const { child, announcement, exited, hasEnded } = startAnnounced(
		[
			// Xephyr would outlive a server that was killed.
			...(['setpriv', '--pdeathsig', 'KILL', 'Xephyr', '-displayfd', '3'] as const),
			...['-screen', `${String(options.widthPx)}x${String(options.heightPx)}`],
			...['-name', options.windowClass, '-title', options.windowClass],
			...['-auth', options.authorityFile, '-nolisten', 'tcp', '-no-host-grab', '-noreset', '-br']
		],
		{
			stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
			announcesOn: 3,
			env: {
				PATH: '/usr/bin:/bin',
				DISPLAY: options.outerDisplay,
				...(options.outerXAuthority === undefined ? {} : { XAUTHORITY: options.outerXAuthority })
			},
			signal: AbortSignal.any([signal, AbortSignal.timeout(options.startMs)])
		}
	);
	const number = (await announcement)?.trim();
	if (child.pid === undefined || number === undefined || !/^\d+$/.test(number)) {
		// It has a socket and a lock file by now, and only it knows which.
		child.kill('SIGTERM');
		const harder = setTimeout(() => child.kill('SIGKILL'), 500);
		await exited;
		clearTimeout(harder);
		return undefined;
	}
	const { pid } = child;
	const socketPath = `/tmp/.X11-unix/X${number}`;
	const files = [socketPath, `/tmp/.X${number}-lock`];
	return {
		pid,
		socketPath,
		exited,
		kill: async () => {
			if (!hasEnded()) child.kill('SIGKILL');
			await exited;
			for (const file of files) rmSync(file, { force: true });
		},
		remains: () => (hasEnded() && !alive(pid) ? 0 : 1) + files.filter((file) => existsSync(file)).length
	};
}
