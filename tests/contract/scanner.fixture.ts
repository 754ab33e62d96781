import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ScannedPage } from '../../src/lib/ports/scanner.ts';
import type { SimulatedScannerControl } from '../../src/lib/server/simulated/escl-scanner/control.ts';
import type { ScannerFixture } from './scanner.contract.ts';

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

/** The hands of a fixture whose device is simulated, loaded with the shaded sheets. */
export function simulatedHands(
	control: SimulatedScannerControl,
	sheets: readonly Uint8Array[]
): Omit<ScannerFixture, 'scanner' | 'close'> {
	control.clear();
	return {
		load: (count) => control.loadPages(count),
		speedUp: () => control.apply({ setPageDelayMs: 0, loadPages: 1 }),
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
