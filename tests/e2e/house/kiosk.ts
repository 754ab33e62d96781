import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ControlOrder } from '#lib/server/simulated/escl-scanner/control.ts';
import type { PrinterCommand } from '#lib/server/simulated/ipp-printer/control.ts';

/** What the simulated printer tells of a document that came. */
export interface Received {
	readonly copies: number;
	readonly sides: string;
	readonly colour: string;
	readonly format: string;
}

/** What the simulated printer was told to do with a document that came. */
export interface Ticket extends Received {
	readonly jobName: string;
	readonly userName: string;
	readonly pageRanges: readonly { readonly from: number; readonly to: number }[];
	readonly scaling?: string;
	readonly orientation?: string;
}

/** A whole kiosk in a process of its own, started as in production. */
export interface RunningKiosk {
	/** The printed address, token inside. */
	readonly address: string;
	readonly origin: string;
	readonly configDir: string;
	/** What outlives a restart: the console's records. */
	readonly stateDir: string;
	/** Of the console's own listener. */
	readonly consoleOrigin: string;
	/** The folder that holds everything of a visit. */
	readonly visitDir: string;
	/** Everything it said so far. */
	said(on: 'stdout' | 'stderr'): string;
	/** Waits until it has said this from `from` on; fails when it ends before. */
	saying(on: 'stdout' | 'stderr', words: string | RegExp, from?: number): Promise<string>;
	scanner(order: ControlOrder): Promise<void>;
	printer(command: PrinterCommand): Promise<void>;
	received(): Promise<readonly Received[]>;
	/** The same, with everything that the printer was told. */
	tickets(): Promise<readonly Ticket[]>;
	/** The document of that job, from 1, as the simulated printer got it. */
	document(job: number): Promise<Uint8Array>;
	/** Ends it as systemd does. Resolves to its exit code, or to null where it had to be killed by its signal. */
	stop(): Promise<number | null>;
}

export interface KioskWishes {
	readonly args?: readonly string[];
	/** Changes a configuration file (by its name in kiosk-config) before the start. */
	readonly files?: Readonly<Record<string, (text: string) => string>>;
	/** Puts files into the state folder before the start. */
	readonly state?: Readonly<Record<string, string>>;
}

/** A copy of the shipped configuration with folders of its own; removed by `remove`. */
export async function makeHouse({ files = {}, state = {} }: KioskWishes = {}) {
	const root = await mkdtemp('/dev/shm/kiosk-e2e-');
	const configDir = join(root, 'config');
	const sessionDir = join(root, 'sessions');
	const stateDir = join(root, 'state');
	await mkdir(stateDir, { mode: 0o700 });
	for (const [name, text] of Object.entries(state)) await writeFile(join(stateDir, name), text);
	await cp('kiosk-config', configDir, { recursive: true });
	const own = (text: string) =>
		text
			.replace(/sessionDir: .*/, `sessionDir: ${sessionDir}`)
			.replace(/printViaCups: \w+/, 'printViaCups: never')
			.replace(/^(scanner|printer): \S+/gm, '$1: simulated');
	await edit(join(configDir, 'kiosk.yaml'), own);
	for (const [name, change] of Object.entries(files)) await edit(join(configDir, name), change);
	return { configDir, sessionDir, stateDir, remove: () => rm(root, { recursive: true, force: true }) };
}

/** Changes a file in one go. */
export async function edit(file: string, change: (text: string) => string): Promise<void> {
	await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Runs the command line. `said` grows while it runs. */
export function runKiosk(args: readonly string[], stdin = '') {
	const child = spawn(process.execPath, ['src/cli/main.ts', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
	child.stdin.end(stdin);
	const said = { stdout: '', stderr: '' };
	const listeners = new Set<() => void>();
	const tell = () => listeners.forEach((look) => look());
	for (const on of ['stdout', 'stderr'] as const) {
		child[on].setEncoding('utf8').on('data', (text: string) => {
			said[on] += text;
			tell();
		});
	}
	const ended = once(child, 'close').then(([code]) => code as number | null);
	const saying = (on: 'stdout' | 'stderr', words: string | RegExp, from = 0) =>
		new Promise<string>((resolve, reject) => {
			const look = () => {
				const text = said[on].slice(from);
				if (typeof words === 'string' ? !text.includes(words) : !words.test(text)) return;
				listeners.delete(look);
				resolve(text);
			};
			listeners.add(look);
			void ended.then(() => reject(new Error(`The kiosk ended without saying ${words}:\n${said.stderr}`)));
			look();
		});
	return { child, said, saying, ended };
}

/** Starts a kiosk in any browser: `serve --screen browser --port 0 --console-port 0 --log`. */
export async function startKiosk(wishes: KioskWishes = {}): Promise<RunningKiosk> {
	const house = await makeHouse(wishes);
	const { configDir, stateDir } = house;
	const server = ['serve', '--screen', 'browser', '--port', '0', '--log', '--config', configDir];
	const ownConsole = ['--state', stateDir, '--console-port', '0'];
	const { child, said, saying, ended } = runKiosk([...server, ...ownConsole, ...(wishes.args ?? [])]);
	const greeting = await saying('stdout', 'Stop with Ctrl+C').catch(async (error: unknown) => {
		await house.remove();
		throw error;
	});
	const found = (pattern: RegExp) => pattern.exec(greeting)?.[1] ?? '';
	const address = found(/(http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)/);
	const scannerControl = found(/scanner is simulated.* (http:\S+)/);
	const printerControl = found(/printer is simulated.* (http:\S+)/);
	const order = async (url: string, body: object) => {
		const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
		if (!answer.ok) throw new Error(`${url} does not know ${JSON.stringify(body)}`);
		await answer.body?.cancel();
	};
	const tickets = async () => ((await (await fetch(printerControl)).json()) as { received: Ticket[] }).received;
	return {
		address,
		origin: new URL(address).origin,
		configDir,
		stateDir,
		consoleOrigin: found(/Console: (https?:\/\/[^/\s]+)/),
		visitDir: join(house.sessionDir, 'visit'),
		said: (on) => said[on],
		saying,
		scanner: (body) => order(scannerControl, body),
		printer: (body) => order(printerControl, body),
		async received() {
			return (await tickets()).map(({ copies, sides, colour, format }) => ({ copies, sides, colour, format }));
		},
		tickets,
		document: async (job) => (await fetch(new URL(`/received/${job}`, printerControl))).bytes(),
		async stop() {
			child.kill('SIGTERM');
			const code = await ended;
			await house.remove();
			return code;
		}
	};
}
