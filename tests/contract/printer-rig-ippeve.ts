import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type NetConnectOpts } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Condition, Received } from './printer.contract.ts';

const fixtures = resolve('tests/fixtures/printer');

/** setpriv(1): ends with the test run, also when that is killed. */
const withUs = ['--pdeathsig', 'KILL'];

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

const answering = async (place: NetConnectOpts, child: ChildProcess): Promise<void> => {
	for (;;) {
		const socket = connect(place);
		const answered = await Promise.race([
			once(socket, 'connect').then(() => true),
			once(socket, 'error').then(() => false)
		]).catch(() => false);
		socket.destroy();
		if (answered) return;
		if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} instead of answering`);
		await sleep(20);
	}
};

const attributesOf = (text: string) => new Map(text.split('\n').map((line) => line.split('=', 2) as [string, string]));

export interface IppevePrinter {
	readonly uri: string;
	set(condition: Condition): Promise<void>;
	received(): Promise<readonly (Received & { readonly attributes: ReadonlyMap<string, string> })[]>;
	/** Sides that came out since the start. */
	printed(): Promise<number>;
	close(): Promise<void>;
}

/**
 * ippeveprinter of CUPS on a bus of its own, printing by `print-command.sh` in a folder of its own. By default it takes PDF; one that takes
 * `image/pwg-raster` alone is what a printer without PDF is to us.
 */
export async function startIppevePrinter(format = 'application/pdf'): Promise<IppevePrinter> {
	const folder = await mkdtemp('/tmp/ippeve-');
	await Promise.all(['received', 'spool'].map((name) => mkdir(join(folder, name))));
	await copyFile(join(fixtures, 'job-cancelled.test'), join(folder, 'job-cancelled.test'));
	const busConfiguration = await readFile(join(fixtures, 'bus.conf'), 'utf8');
	await writeFile(join(folder, 'bus.conf'), busConfiguration.replace('@FOLDER@', folder));
	const bus = spawn(
		'setpriv',
		[...withUs, 'dbus-daemon', `--config-file=${folder}/bus.conf`, '--nofork', '--nopidfile'],
		{
			stdio: 'ignore'
		}
	);
	await answering({ path: join(folder, 'bus') }, bus);
	const port = await freePort();
	const printer = spawn(
		'setpriv',
		[
			...withUs,
			'ippeveprinter',
			...['-r', 'off', '-n', 'localhost', '-p', String(port), '-2', '-s', '10,10', '-f', format],
			...['-d', join(folder, 'spool'), '-c', join(fixtures, 'print-command.sh'), 'Contract']
		],
		{
			stdio: 'ignore',
			detached: true,
			env: {
				PATH: `${process.env.PATH ?? '/usr/bin:/bin'}:/usr/sbin`,
				DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${folder}/bus`,
				RIG_FOLDER: folder
			}
		}
	);
	await answering({ port, host: 'localhost' }, printer);
	const end = async (child: ChildProcess, pid: number | undefined) => {
		if (child.exitCode !== null || child.signalCode !== null || pid === undefined) return;
		const closed = once(child, 'exit');
		process.kill(pid, 'SIGKILL');
		await closed;
	};
	// Its command runs in its process group and goes with it.
	const endPrinter = () => end(printer, printer.pid === undefined ? undefined : -printer.pid);
	const raise = (name: string) => writeFile(join(folder, name), '');
	const clear = (name: string) => rm(join(folder, name), { force: true });
	const actions: Record<Condition, () => Promise<void>> = {
		'paper out': () => raise('paper-out'),
		'paper loaded': () => clear('paper-out'),
		'cover open': () => raise('cover-open'),
		'cover closed': () => clear('cover-open'),
		held: () => raise('hold'),
		released: () => clear('hold'),
		'next job aborts': () => raise('abort-next'),
		offline: endPrinter
	};
	return {
		uri: `ipp://localhost:${port}/ipp/print`,
		set: (condition) => actions[condition](),
		received: async () => {
			const jobs = (await readdir(join(folder, 'received'))).filter((name) => !name.endsWith('.part'));
			return Promise.all(
				jobs
					.toSorted((one, other) => Number(one) - Number(other))
					.map(async (job) => {
						const attributes = attributesOf(await readFile(join(folder, 'received', job, 'attributes'), 'utf8'));
						return {
							document: await readFile(join(folder, 'received', job, 'document.pdf')),
							jobName: attributes.get('IPP_JOB_NAME') ?? '',
							userName: attributes.get('IPP_JOB_ORIGINATING_USER_NAME') ?? '',
							copies: Number(attributes.get('IPP_COPIES') ?? '1'),
							sides: attributes.get('IPP_SIDES') ?? 'one-sided',
							attributes
						};
					})
			);
		},
		printed: async () => (await readFile(join(folder, 'printed'), 'utf8').catch(() => '')).length,
		close: async () => {
			await endPrinter();
			await end(bus, bus.pid);
			await rm(folder, { recursive: true, force: true });
		}
	};
}
