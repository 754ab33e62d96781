import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ScannedPage } from '../../src/lib/ports/scanner.ts';
import type { SimulatedScannerControl } from '../../src/lib/server/simulated/escl-scanner/control.ts';
import type { Mishap, ScannerFixture } from './scanner.contract.ts';

const shade = (sheet: number) => 250 - 20 * sheet;

/** Ten grey A4 sheets at 300 dpi, each darker than the one before, so that a re-encoded page still tells which it is. */
export const shadedSheets: Promise<readonly Uint8Array[]> = Promise.all(
	Array.from({ length: 10 }, (_, index) =>
		sharp({ create: { width: 2480, height: 3508, channels: 3, background: '#fff' } })
			.linear(shade(index + 1) / 255, 0)
			.toColourspace('b-w')
			.jpeg()
			.toBuffer()
	)
);

/** Which of the shaded sheets a page shows. */
export async function shadedSheet(page: ScannedPage): Promise<number> {
	const { channels } = await sharp(page.bytes).greyscale().stats();
	return Math.round((250 - (channels[0]?.mean ?? 0)) / 20);
}

const played: Readonly<Partial<Record<Mishap, (control: SimulatedScannerControl) => void>>> = {
	'the feeder is empty': () => {},
	'the second sheet jams': (control) => control.jamAtPage(2),
	'a sheet jams': (control) => control.jamAtPage(1),
	'the cover is open': (control) => control.openCover(),
	'the scanner is switched off': (control) => control.goOffline(),
	'the scanner stays busy': (control) => control.setBusy(1_000_000),
	'nothing is ever answered': (control) => control.playNonsense('black-hole'),
	'the second page never comes': (control) => control.playNonsense('black-hole', 2),
	'the second page is cut in half': (control) => control.playNonsense('truncated-page', 2),
	'the second page is no picture': (control) => control.playNonsense('not-a-jpeg', 2),
	'the second page is longer than it says': (control) => control.playNonsense('content-length-too-short', 2),
	'the second page is shorter than it says': (control) => control.playNonsense('content-length-too-long', 2),
	'the connection drops in the second page': (control) => control.playNonsense('cut-connection', 2),
	'its answers are nonsense': (control) => control.playNonsense('nonsense-xml'),
	'its answers end half way': (control) => control.playNonsense('half-answer')
};

/** The hands of a fixture whose device is simulated, loaded with the shaded sheets. */
export function simulatedHands(
	control: SimulatedScannerControl,
	sheets: readonly Uint8Array[]
): Omit<ScannerFixture, 'scanner' | 'close'> {
	control.clear();
	return {
		load: (count) => control.loadPages(count),
		play(mishap) {
			const play = played[mishap];
			if (!play) throw new Error(`the simulated scanner cannot play: ${mishap}`);
			play(control);
		},
		mend: () =>
			control.apply({
				openCover: true,
				closeCover: true,
				goOnline: true,
				setBusy: 0,
				setPageDelayMs: 0,
				playNonsense: null,
				loadPages: 1
			}),
		slowDown: () => control.setPageDelayMs(600_000),
		sheetOf: shadedSheet,
		sheet: (number) => sheets[number - 1] ?? new Uint8Array(),
		heldByDevice: () => control.state().runningJobs,
		files: () => Promise.resolve([])
	};
}

/** A private SANE set-up and a session folder in a folder of their own. */
export async function sanePlace(backend: 'test' | 'pnm' | 'airscan', configuration: string) {
	const folder = await mkdtemp(join(tmpdir(), 'scanner-contract-'));
	const configDir = join(folder, 'sane');
	const sessionDir = join(folder, 'session');
	await mkdir(configDir);
	await mkdir(sessionDir);
	await writeFile(join(configDir, 'dll.conf'), `${backend}\n`);
	await writeFile(join(configDir, `${backend}.conf`), configuration);
	return {
		folder,
		configDir,
		sessionDir,
		files: () => readdir(sessionDir, { recursive: true }),
		remove: () => rm(folder, { recursive: true })
	};
}
