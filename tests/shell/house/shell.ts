import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PNG } from 'pngjs';
import type { Locator, Page } from 'playwright';
import type { DemoPortalReport } from '../../../src/lib/server/simulated/demo-portal/control.ts';
import {
	startSimulatedEsclScanner,
	type SimulatedEsclScanner
} from '../../../src/lib/server/simulated/escl-scanner/server.ts';
import { until } from '../../contract/portal-fixture/until.ts';
import { startXScreen, type Pixels, type XScreen } from '../../contract/portal-fixture/x-screen.ts';
import { startIppevePrinter, type IppevePrinter } from '../../contract/printer-rig-ippeve.ts';
import { changed, type Change } from './changes.ts';
import { followView, type FollowedView } from './followed-view.ts';
import { startKiosk, type KioskProcess } from './kiosk-process.ts';
import { barHeightPx, openMirror, type Box, type Mirror, type Target } from './mirror.ts';

/** A whole customer computer on a screen of its own, with hands that press, a scanner with paper, and a real IPP printer. */
export interface Shell {
	readonly x: XScreen;
	readonly kiosk: KioskProcess;
	readonly view: FollowedView;
	readonly scanner: SimulatedEsclScanner;
	readonly printer: IppevePrinter;
	readonly mirror: Mirror;
	readonly sessionDir: string;
	readonly startedAt: number;
	/** Presses a button of the customer screen with the real pointer. */
	press(find: (page: Page) => Locator): Promise<void>;
	/** Presses something of the portal's page with the real pointer, where the mirror's page shows it. */
	pressInPortal(find: (page: Page) => Locator): Promise<void>;
	/** Waits until the work area looks like the mirror's page. */
	untilPortalShows(): Promise<void>;
	/** Waits until the real screen shows what the view says, and keeps its picture as a file of the run. */
	shot(name: string): Promise<void>;
	/** Whether the bar over the portal looks as it should: the share of its points that differ from the mirror's. */
	barDifference(): Promise<number>;
	/** Looks at the bar's edge again and again, whatever lies below; tells how often, and how often it was not the bar's colour. */
	watchBar(): () => Promise<{ readonly looks: number; readonly gone: number }>;
	demoPortal(): Promise<DemoPortalReport>;
	paperBytes(paperId: string): Promise<Uint8Array>;
	close(): Promise<void>;
}

const size = { width: 1280, height: 800 };
const shots = resolve('test-results/shell');

/** The share of points of a box of the real screen that differ clearly from a picture of the same size. */
export function difference(real: Pixels, box: Box, wanted: Pixels): number {
	let different = 0;
	for (let y = 0; y < box.height; y += 1)
		for (let x = 0; x < box.width; x += 1) {
			const here = ((box.y + y) * real.width + box.x + x) * 4;
			const there = (y * wanted.width + x) * 4;
			const apart = (channel: number) =>
				Math.abs((real.data[here + channel] ?? 0) - (wanted.data[there + channel] ?? 0));
			if (apart(0) > 40 || apart(1) > 40 || apart(2) > 40) different += 1;
		}
	return different / (box.width * box.height);
}

export async function openShell(changes: readonly Change[] = []): Promise<Shell> {
	const startedAt = Date.now();
	const folder = await mkdtemp('/dev/shm/kiosk-shell-');
	const configDir = join(folder, 'kiosk-config');
	const sessionDir = join(folder, 'visits');
	await rm(shots, { recursive: true, force: true });
	await mkdir(shots, { recursive: true });
	await cp('kiosk-config', configDir, { recursive: true });
	const ofConfig = ({ file }: Change) => file.startsWith('kiosk-config/');
	for (const change of changes.filter(ofConfig)) {
		const file = join(folder, change.file);
		await writeFile(file, changed(await readFile(file, 'utf8'), change));
	}
	const x = await startXScreen(size.width, size.height);
	const scanner = await startSimulatedEsclScanner();
	const printer = await startIppevePrinter();
	const kioskYaml = await readFile(join(configDir, 'kiosk.yaml'), 'utf8');
	await writeFile(
		join(configDir, 'kiosk.yaml'),
		kioskYaml
			.replace(/^scanner: .*$/m, `scanner: escl:${scanner.url}`)
			.replace(/^printer: .*$/m, `printer: ${printer.uri}`)
			.replace(/^(\s+)sessionDir: .*$/m, `$1sessionDir: ${sessionDir}`)
	);
	const ofProgram = changes.filter((change) => !ofConfig(change));
	const kiosk = await startKiosk(x.display, configDir, ofProgram);
	const view = await followView(kiosk.address);
	const demoPortal = async () => (await (await fetch(kiosk.demoPortal)).json()) as DemoPortalReport;
	const { ports } = await demoPortal();
	const mirror = await openMirror(kiosk.address, size, (host) => ports[host] ?? 0);

	const { shows } = x;
	const bar: Box = { x: 0, y: 0, width: size.width, height: barHeightPx };
	const whole: Box = { x: 0, y: 0, ...size };
	const work: Box = { x: 0, y: barHeightPx, width: size.width, height: size.height - barHeightPx };
	/** A customer presses what they see: it must be there first. */
	const pressWhenSeen = async ({ box, picture: looks }: Target) => {
		const wanted = PNG.sync.read(looks);
		// A button under the pointer looks otherwise than in the mirror.
		x.move(0, size.height - 1);
		await until(() => difference(shows(), box, wanted) < 0.25, 'what is to be pressed is on the screen');
		x.click(Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2));
	};
	return {
		x,
		kiosk,
		view,
		scanner,
		printer,
		mirror,
		sessionDir,
		startedAt,
		press: async (find) => pressWhenSeen(await mirror.onScreen(find)),
		pressInPortal: async (find) => pressWhenSeen(await mirror.inPortal(find)),
		async untilPortalShows() {
			const wanted = PNG.sync.read(await mirror.portal.screenshot({ animations: 'disabled' }));
			await until(() => difference(shows(), work, wanted) < 0.03, `the work area shows ${mirror.portal.url()}`);
		},
		async shot(name) {
			const { state } = view.now();
			const portalIsShown = state.name === 'inSession' && state.screen.name === 'portal';
			if (!portalIsShown) {
				const like = async () =>
					difference(shows(), whole, PNG.sync.read(await mirror.screen.screenshot({ animations: 'disabled' }))) < 0.03;
				await until(like, `the screen shows what the view says, for ${name}`);
			}
			await writeFile(join(shots, `${name}.png`), x.picture());
		},
		async barDifference() {
			return difference(shows(), bar, PNG.sync.read(await mirror.screen.screenshot({ clip: bar })));
		},
		watchBar() {
			/** A row above the buttons, from end to end. */
			const places = [2, 320, 640, 960, size.width - 3].map((left) => (3 * size.width + left) * 4);
			const colours = ({ data }: Pixels) => places.map((at) => data.subarray(at, at + 3).join());
			const wanted = colours(shows())[0];
			let looks = 0;
			let gone = 0;
			let over = false;
			const looking = (async () => {
				while (!over) {
					looks += 1;
					if (colours(shows()).some((colour) => colour !== wanted)) gone += 1;
					await setTimeout(250);
				}
			})();
			return async () => {
				over = true;
				await looking;
				return { looks, gone };
			};
		},
		demoPortal,
		async paperBytes(paperId) {
			const address = new URL(`/api/papers/${paperId}/pdf`, kiosk.address);
			const answer = await fetch(address, { headers: { cookie: view.cookie } });
			if (!answer.ok) throw new Error(`the paper answers ${answer.status}`);
			return new Uint8Array(await answer.arrayBuffer());
		},
		async close() {
			view.stop();
			await mirror.close();
			await kiosk.stop();
			await Promise.all([scanner.close(), printer.close(), x.close()]);
			await rm(folder, { recursive: true, force: true });
		}
	};
}
