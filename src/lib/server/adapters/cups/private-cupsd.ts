import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { run } from '../../process/run.ts';
import { fetchOverSocket } from './socket-fetch.ts';

export interface PrivateCupsdOptions {
	/** A folder for this cupsd alone, on the session's tmpfs; made, and emptied of whatever an earlier one left. */
	readonly directory: string;
	/** The printer, as an IPP address. */
	readonly printerUri: string;
	/** Where `cupsd.conf` and `cups-files.conf` are (`kiosk-config/host/cups`). */
	readonly templates: string;
	/** For the start, and for making the queue. */
	readonly startMs?: number;
}

/** Why there is no queue. `printer-not-usable`: cupsd runs, but made no queue for this printer. */
export type CupsFault = 'not-installed' | 'did-not-start' | 'printer-not-usable';

export interface CupsFaultReport {
	readonly fault: CupsFault;
	readonly detail: string;
}

/** What is left of a cupsd that was stopped, as far as it can be seen. */
export interface CupsRemains {
	readonly processes: number;
	readonly files: number;
}

export interface PrivateCupsd {
	/** The queue, to be reached by {@link PrivateCupsd.fetch} only. */
	readonly uri: string;
	readonly fetch: typeof fetch;
	/** Settles when cupsd has ended, however it came to that. */
	readonly ended: Promise<void>;
	/** Lets a queue that a fault has paused work again (CUPS #278: it stays paused by itself). */
	enableQueue(signal: AbortSignal): Promise<boolean>;
	/** Kills cupsd, its filters and its backends at once, removes its folder, and looks whether both are gone. */
	stop(): Promise<CupsRemains>;
}

export const defaultStartMs = 15_000;

const queue = 'kiosk';
/** `sun_path` of a Unix socket (unix(7)). */
const maxSocketPath = 107;
const folders = ['conf', 'spool', 'cache', 'state', 'tmp'] as const;

const answers = (socketPath: string): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = connect(socketPath);
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/**
 * Own user and process namespaces: cupsd is an ordinary user in it even where the kiosk runs as root, and no backend outlives
 * the namespace. It sees the whole system read-only but its own folder.
 */
const capsule = (directory: string): string[] => [
	...['--unshare-user', '--uid', '1000', '--gid', '1000', '--unshare-pid', '--unshare-ipc', '--die-with-parent'],
	...['--ro-bind', '/', '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp', '--bind', directory, directory],
	...['--clearenv', '--setenv', 'PATH', '/usr/sbin:/usr/bin:/sbin:/bin', '--setenv', 'LC_ALL', 'C.UTF-8'],
	...['--setenv', 'HOME', join(directory, 'tmp'), '--setenv', 'TMPDIR', join(directory, 'tmp'), '--info-fd', '3'],
	...['/usr/sbin/cupsd', '-f', '-c', join(directory, 'conf/cupsd.conf'), '-s', join(directory, 'conf/cups-files.conf')]
];

/** Reads to the end: bwrap writes in pieces, and a pipe closed under it would kill it half-way. */
const firstInside = async (child: ChildProcess): Promise<number | undefined> => {
	let text = '';
	for await (const chunk of (child.stdio[3] ?? []) as AsyncIterable<Buffer>) text += chunk.toString('utf8');
	const pid = /"child-pid"\s*:\s*(\d+)/.exec(text)?.[1];
	return pid === undefined ? undefined : Number(pid);
};

const namespaceOf = (pid: number | string) => readlink(`/proc/${pid}/ns/pid`).catch(() => undefined);

/** A zombie is a number in a table that its new parent has not looked at yet; nothing of the process is left. */
const isAlive = async (pid: string): Promise<boolean> => {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z');
	return !/\) [ZX]/.test(stat);
};

const livingProcesses = async (isMeant: (pid: string) => Promise<boolean>): Promise<number> => {
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
	const meant = await Promise.all(pids.map(async (pid) => (await isMeant(pid)) && isAlive(pid)));
	return meant.filter(Boolean).length;
};

const processesIn = (namespace: string) => livingProcesses(async (pid) => (await namespaceOf(pid)) === namespace);

/** Whether the command line or environment of a process names the folder: cupsd, its filters and its backends have it in TMPDIR. */
const worksIn = async (pid: string, directory: string): Promise<boolean> => {
	const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
	return (await read('cmdline')).includes(`${directory}/`) || (await read('environ')).includes(`${directory}/`);
};

/** Removes everything a cupsd had written, and looks what is left, also of one whose namespace nobody knows. */
export async function removeCupsFolder(directory: string): Promise<CupsRemains> {
	await rm(directory, { recursive: true, force: true });
	const processes = await livingProcesses((pid) => worksIn(pid, directory));
	return { processes, files: (await readdir(directory, { recursive: true }).catch(() => [])).length };
}

const writeConfiguration = async (templates: string, directory: string): Promise<void> => {
	await rm(directory, { recursive: true, force: true });
	await mkdir(directory, { recursive: true, mode: 0o700 });
	for (const folder of folders) await mkdir(join(directory, folder), { mode: 0o700 });
	for (const name of ['cupsd.conf', 'cups-files.conf']) {
		const template = await readFile(join(templates, name), 'utf8');
		await writeFile(join(directory, 'conf', name), template.replaceAll('@DIRECTORY@', directory), { mode: 0o600 });
	}
};

/**
 * Starts a cupsd of our own with one queue for one printer. Everything it writes is under `directory`, it listens on a socket
 * there and nowhere else, and keeps no history, no documents and no page log. Ends with this process at the latest. The signal ends a
 * start that is not wanted any more.
 */
export async function startPrivateCupsd(
	options: PrivateCupsdOptions,
	signal: AbortSignal = new AbortController().signal
): Promise<Result<PrivateCupsd, CupsFaultReport>> {
	const { directory, printerUri, templates, startMs = defaultStartMs } = options;
	const socketPath = join(directory, 'cups.sock');
	if (Buffer.byteLength(socketPath) > maxSocketPath) {
		return failed({ fault: 'did-not-start', detail: `the folder's path is too long for a socket` });
	}
	const unwritable = await writeConfiguration(templates, directory).then(
		() => undefined,
		(error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')
	);
	if (unwritable !== undefined) {
		return failed({ fault: 'did-not-start', detail: `its folder cannot be made: ${unwritable}` });
	}

	const child = spawn('bwrap', capsule(directory), { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
	let complaints = '';
	child.stderr?.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString('utf8')).slice(-2000)));
	const started = await Promise.race([
		once(child, 'spawn').then(() => true),
		once(child, 'error').then(() => false)
	]).catch(() => false);
	if (!started) {
		await rm(directory, { recursive: true, force: true });
		return failed({ fault: 'not-installed', detail: 'bwrap cannot be started' });
	}
	const closed = once(child, 'close');
	// Not cut short by the signal: a bwrap that is killed before it is set up leaves a child behind that waits for it for ever.
	const inside = await Promise.race([
		firstInside(child),
		closed.then(() => undefined),
		sleep(startMs, undefined, { ref: false })
	]);
	const namespace = inside === undefined ? undefined : await namespaceOf(inside);

	/** bwrap's child ends with it only once it is set up; killed before, bwrap leaves it waiting for ever. */
	const endInside = () => {
		if (inside === undefined || child.exitCode !== null || child.signalCode !== null) return;
		try {
			process.kill(inside, 'SIGKILL');
		} catch {
			// It ended by itself a moment ago.
		}
	};

	const stop = async (): Promise<CupsRemains> => {
		endInside();
		child.kill('SIGKILL');
		await closed;
		// The namespace's first process is killed with bwrap; the kernel may still be taking the others down.
		for (let look = 0; namespace !== undefined && look < 100 && (await processesIn(namespace)) > 0; look += 1) {
			await sleep(20);
		}
		const { processes, files } = await removeCupsFolder(directory);
		return { processes: Math.max(processes, namespace === undefined ? 0 : await processesIn(namespace)), files };
	};
	const giveUp = async (fault: CupsFault, detail: string) => {
		await stop();
		return failed<CupsFaultReport>({ fault, detail });
	};

	for (let waitedMs = 0; !(await answers(socketPath)); waitedMs += 20) {
		if (child.exitCode !== null) {
			const missing = /execvp .*No such file/.test(complaints);
			return giveUp(missing ? 'not-installed' : 'did-not-start', complaints.trim() || `exit ${child.exitCode}`);
		}
		if (signal.aborted) return giveUp('did-not-start', 'not wanted any more');
		if (waitedMs >= startMs) return giveUp('did-not-start', `no socket within ${startMs} ms`);
		await sleep(20);
	}
	const made = await run(
		[
			...(['lpadmin', '-h', socketPath, '-p', queue, '-E', '-v', printerUri, '-m', 'everywhere'] as const),
			...['-o', 'printer-error-policy=abort-job', '-o', 'printer-is-shared=false']
		],
		{ timeoutMs: startMs, signal, env: { LC_ALL: 'C.UTF-8' } }
	);
	if (made.ended === 'not-started') return giveUp('not-installed', 'lpadmin cannot be started');
	if (made.ended !== 'exited' || made.code !== 0) {
		return giveUp('printer-not-usable', `lpadmin ${made.ended}: ${made.stderr.trim()}`);
	}
	return ok({
		uri: `ipp://localhost/printers/${queue}`,
		fetch: fetchOverSocket(socketPath),
		ended: closed.then(() => {}),
		enableQueue: async (wanted) => {
			const outcome = await run(['cupsenable', '-h', socketPath, queue], { timeoutMs: startMs, signal: wanted });
			return outcome.ended === 'exited' && outcome.code === 0;
		},
		stop
	});
}
