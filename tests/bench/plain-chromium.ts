import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumFlags, chromiumProgram } from '../../src/lib/server/adapters/chromium/chromium-flags.ts';
import { startDemoPortal } from '../../src/lib/server/simulated/demo-portal/demo-portal.ts';
import { backgroundX, backgroundY, portalColour } from './portal-visit.ts';
import { startSeenScreen } from './screen-pixels.ts';

/** An ordinary kiosk: one Chromium over the whole screen whose home page is the portal; after a customer it is killed and begun anew. */
export interface PlainChromium {
	/** SIGKILL, rm -rf of the profile, cold launch until the page is seen. In milliseconds. */
	restart(): Promise<number>;
	close(): Promise<void>;
}

const ours = ['--remote-debugging-pipe', '--user-data-dir'];

export async function startPlainChromium(): Promise<PlainChromium> {
	const folder = await mkdtemp('/dev/shm/plain-chromium-');
	const [screen, portal] = await Promise.all([startSeenScreen(), startDemoPortal()]);
	const profile = join(folder, 'profile');
	const { width, height } = screen.size;
	let child: ChildProcess | undefined;

	const launch = async () => {
		child = spawn(
			chromiumProgram,
			[
				...chromiumFlags.filter((flag) => !ours.some((own) => flag.startsWith(own))),
				`--user-data-dir=${profile}`,
				'--kiosk',
				'--window-position=0,0',
				`--window-size=${width},${height}`,
				`--host-resolver-rules=MAP portal.test:443 127.0.0.1:${portal.hosts['portal.test'].port}`,
				'--ignore-certificate-errors',
				// Root has no sandbox of Chromium's own; an ordinary user keeps it.
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
				portal.startUrl
			],
			{
				detached: true,
				stdio: 'ignore',
				env: { PATH: '/usr/bin:/bin', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', DISPLAY: screen.display }
			}
		);
		return screen.untilColour(backgroundX, backgroundY, portalColour);
	};
	const end = async () => {
		if (child?.pid === undefined) return;
		const exited = once(child, 'exit');
		process.kill(-child.pid, 'SIGKILL');
		await exited;
		await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 5 });
		child = undefined;
	};

	await launch();
	return {
		async restart() {
			await screen.untilSettled(null);
			const startedAt = performance.now();
			await end();
			return (await launch()) - startedAt;
		},
		async close() {
			await end();
			await Promise.all([screen.close(), portal.close()]);
			await rm(folder, { recursive: true, force: true });
		}
	};
}
