import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SessionCommand } from '../../src/lib/session/session-command.ts';
import type { SessionView, VisitView } from '../../src/lib/session/session-view.ts';
import { until } from '../contract/portal-fixture/until.ts';
import { startSeenScreen, type SeenScreen } from './screen-pixels.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const limitMs = 60_000;

/** `npm run kiosk -- serve` as a process of its own on an X server of its own, spoken to as its screens speak to it. */
export interface RunningKiosk {
	readonly screen: SeenScreen;
	/** What the customer screen opens, token inside. */
	readonly address: string;
	/** Throws when it is refused. */
	command(command: SessionCommand): Promise<void>;
	view(): SessionView;
	/** Resolves to `performance.now()` when a view that fits has arrived; at once when it is there already. */
	untilView(fits: (view: SessionView) => boolean, what: string): Promise<number>;
	untilVisit(fits: (visit: VisitView) => boolean, what: string): Promise<number>;
	/** Language, start. Resolves when the visit has begun. */
	startVisit(): Promise<void>;
	/** Resolves to `performance.now()` when the wipe is proven and the next customer may come. */
	endVisit(): Promise<number>;
	/** Entries of its log, oldest first. */
	log(): readonly Readonly<Record<string, unknown>>[];
	/** VmRSS of the server process alone, in MB. */
	rssMb(): Promise<number>;
	/** Descriptors that the server process holds, and files of its session folder. */
	held(): Promise<{ readonly descriptors: number; readonly files: number }>;
	/** An answer of the customer's listener. */
	get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
	close(): Promise<void>;
}

export interface KioskChoice {
	readonly screen: 'whole' | 'browser';
	/** As in kiosk.yaml. */
	readonly scanner?: string;
	readonly printer?: string;
}

export async function startKiosk({
	screen: choice,
	scanner = 'simulated',
	printer = 'simulated'
}: KioskChoice): Promise<RunningKiosk> {
	const folder = await mkdtemp('/dev/shm/kiosk-bench-');
	const screen = await startSeenScreen();
	const config = join(folder, 'config');
	await cp(join(root, 'kiosk-config'), config, { recursive: true });
	const file = join(config, 'kiosk.yaml');
	const text = await readFile(file, 'utf8');
	await writeFile(
		file,
		text
			.replace(/sessionDir: \S+/, `sessionDir: ${folder}/session`)
			.replace(/^scanner: \S+/m, `scanner: ${scanner}`)
			.replace(/^printer: \S+/m, `printer: ${printer}`)
			.replace(/sidesPerVisit: \d+/, 'sidesPerVisit: 9999')
	);

	// What production runs with, as far as it can change a figure; its own X server, folders and user cannot.
	const unit = await readFile(join(root, 'kiosk-config/host/systemd/service-point-kiosk.service'), 'utf8');
	const environment = Object.fromEntries(
		[...unit.matchAll(/^Environment=(NODE_\w+|MALLOC_\w+|LANG)=(\S+)$/gm)].map(([, name, value]) => [name, value])
	);
	const child = spawn(
		process.execPath,
		[
			...['src/cli/main.ts', 'serve', '--screen', choice, '--port', '0', '--log', '--config', config],
			...['--console-port', '0', '--state', join(folder, 'state')]
		],
		{
			cwd: root,
			env: { ...environment, PATH: process.env.PATH, DISPLAY: screen.display },
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	const exited = once(child, 'exit');
	const said = { out: '', err: '' };
	child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
	child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
	const stream = new AbortController();
	const close = async () => {
		stream.abort();
		child.kill('SIGTERM');
		const hard = setTimeout(() => child.kill('SIGKILL'), 20_000);
		await exited;
		clearTimeout(hard);
		await screen.close();
		await rm(folder, { recursive: true, force: true });
	};

	try {
		const findAddress = () => /http:\/\/\S+\?token=\S+/.exec(said.out)?.[0];
		const address = await until(findAddress, `an address; the server said ${said.out}${said.err}`, limitMs);
		const { origin } = new URL(address);
		const opened = await fetch(address, { redirect: 'manual' });
		const headers = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '', origin };

		let view: SessionView | undefined;
		const listeners = new Set<() => void>();
		const follow = async () => {
			const response = await fetch(`${origin}/api/session/stream`, { headers, signal: stream.signal });
			let received = '';
			for await (const chunk of response.body ?? []) {
				const events = (received + new TextDecoder().decode(chunk)).split('\n\n');
				received = events.pop() ?? '';
				for (const event of events) {
					if (!event.startsWith('data: ')) continue;
					view = JSON.parse(event.slice('data: '.length)) as SessionView;
					for (const listener of listeners) listener();
				}
			}
		};
		void follow().catch(() => {});
		await until(() => view, 'a first view', limitMs);
		const current = () => view as SessionView;

		const untilView = (fits: (view: SessionView) => boolean, what: string) =>
			new Promise<number>((resolve, reject) => {
				const settle = (end: () => void) => {
					clearTimeout(timer);
					listeners.delete(look);
					end();
				};
				const look = () => {
					try {
						if (fits(current())) settle(() => resolve(performance.now()));
					} catch (error) {
						settle(() => reject(error));
					}
				};
				const timer = setTimeout(() => {
					const state = JSON.stringify(current().state);
					settle(() => reject(new Error(`never happened: ${what}; state ${state}`)));
				}, limitMs);
				listeners.add(look);
				look();
			});
		const untilReady = () => untilView(({ state }) => state.name === 'ready', 'ready');
		const command = async (order: SessionCommand) => {
			const response = await fetch(`${origin}/api/session/command`, {
				method: 'POST',
				headers: { ...headers, 'content-type': 'application/json' },
				body: JSON.stringify(order)
			});
			if (!response.ok) throw new Error(`${order.type}: ${response.status} ${await response.text()}`);
		};
		await untilReady();
		return {
			screen,
			address,
			command,
			view: current,
			untilView,
			untilVisit: (fits, what) => untilView(({ state }) => state.name === 'inSession' && fits(state), what),
			async startVisit() {
				await command({ type: 'choose language', language: 'en' });
				await command({ type: 'start visit' });
				await untilView(({ state }) => state.name === 'inSession', 'the visit begins');
			},
			async endVisit() {
				await command({ type: 'end visit' });
				return untilReady();
			},
			log: () =>
				said.err
					.split('\n')
					.filter((line) => line.startsWith('{'))
					.map((line) => JSON.parse(line) as Record<string, unknown>),
			async rssMb() {
				const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
				return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
			},
			async held() {
				const descriptors = await readdir(`/proc/${child.pid}/fd`);
				const files = await readdir(`${folder}/session`, { recursive: true });
				return { descriptors: descriptors.length, files: files.length };
			},
			get: (path, more = {}) => fetch(`${origin}${path}`, { headers: { ...headers, ...more } }),
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}
