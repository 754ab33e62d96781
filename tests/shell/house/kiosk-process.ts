import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { dirname, join, resolve } from 'node:path';
import { changesVariable, type Change } from './changes.ts';

/** The kiosk as its own process, as `npm start` runs it. */
export interface KioskProcess {
	readonly pid: number;
	/** Where the customer screen is, the token inside. */
	readonly address: string;
	/** `GET /control` of the demo portal. */
	readonly demoPortal: string;
	/** What it said on stdout and stderr so far. */
	said(): string;
	stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `kiosk serve` over the whole X screen, open outside the hours, with the demo portal, its sources changed as told. */
export async function startKiosk(
	display: string,
	configDir: string,
	changes: readonly Change[] = []
): Promise<KioskProcess> {
	const child = spawn(
		process.execPath,
		[
			...(changes.length > 0 ? ['--import', './tests/shell/house/changed-sources.ts'] : []),
			...['src/cli/main.ts', 'serve', '--screen', 'whole', '--port', '0', '--log', '--config', configDir],
			...['--console-port', '0', '--state', join(dirname(configDir), 'state')]
		],
		{
			cwd: resolve('.'),
			env: {
				PATH: process.env.PATH ?? '/usr/bin:/bin',
				DISPLAY: display,
				...(changes.length > 0 ? { [changesVariable]: JSON.stringify(changes) } : {})
			},
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	const lines: string[] = [];
	const exited = once(child, 'exit');
	createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
	const found = new Promise<{ address: string; demoPortal: string }>((told, failed) => {
		let address: string | undefined;
		let demoPortal: string | undefined;
		createInterface({ input: child.stdout }).on('line', (line) => {
			lines.push(line);
			address ??= /(http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)/.exec(line)?.[1];
			demoPortal ??= /received: curl (\S+)/.exec(line)?.[1];
			if (address && demoPortal) told({ address, demoPortal });
		});
		void exited.then(() => failed(new Error(`the kiosk ended:\n${lines.join('\n')}`)));
	});
	const { address, demoPortal } = await found;
	return {
		pid: child.pid ?? 0,
		address,
		demoPortal,
		said: () => lines.join('\n'),
		async stop(signal: NodeJS.Signals = 'SIGTERM') {
			child.kill(signal);
			await exited;
		}
	};
}
