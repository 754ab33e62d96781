import { expect } from 'vitest';
import type { ScanFault, ScannedPage, Scanner } from '../../../src/lib/ports/scanner.ts';
import { createEsclScanner } from '../../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createSaneScanner } from '../../../src/lib/server/adapters/sane/sane-scanner.ts';
import type { SimulatedScannerControl } from '../../../src/lib/server/simulated/escl-scanner/control.ts';
import { startSimulatedEsclScanner } from '../../../src/lib/server/simulated/escl-scanner/server.ts';
import { createSimulatedScanner } from '../../../src/lib/server/simulated/scanner.ts';
import { never, takeIn } from '../../contract/scanner.contract.ts';
import { sanePlace, shadedSheet, shadedSheets } from '../../contract/scanner.fixture.ts';
import { numberOf, smallPages } from './small-pages.ts';

/** A scanner that is really spoken to, and the hands of somebody beside it. */
export interface ScannerHouse {
	readonly scanner: Scanner;
	readonly control: SimulatedScannerControl;
	sheetOf(page: ScannedPage): number | Promise<number>;
	close(): Promise<void>;
}

/** Long limits; a test shortens the one that it waits for, and no other: the machine may be busy. */
const patient = { answerMs: 20_000, pageMs: 20_000, busyMs: 20_000, cancelMs: 5_000 };
type Limits = Partial<typeof patient>;
/** What a test waits for that waits for a limit. */
export const shortMs = 1500;

const sheets = 4;

const openSimulated = async (limits: Limits = {}): Promise<ScannerHouse> => {
	const scanner = createSimulatedScanner({ pages: smallPages(sheets), timeLimits: { ...patient, ...limits } });
	scanner.control.clear();
	return { scanner, control: scanner.control, sheetOf: numberOf, close: async () => {} };
};

const openEscl = async (limits: Limits = {}): Promise<ScannerHouse> => {
	const { url, control, close } = await startSimulatedEsclScanner({ pages: smallPages(sheets) });
	control.clear();
	const scanner = createEsclScanner({ url, timeLimits: { ...patient, ...limits } });
	return { scanner, control, sheetOf: numberOf, close };
};

export const openAirscan = async (limits: Limits = {}): Promise<ScannerHouse> => {
	const device = await startSimulatedEsclScanner({ pages: (await shadedSheets).slice(0, sheets) });
	const place = await sanePlace('airscan', `[devices]\n"Sim" = ${device.url}\n[options]\ndiscovery = disable\n`);
	device.control.clear();
	return {
		scanner: createSaneScanner({ device: 'airscan:e0:Sim', ...place, timeLimits: { ...patient, ...limits } }),
		control: device.control,
		sheetOf: shadedSheet,
		async close() {
			await device.close();
			await place.remove();
		}
	};
};

/** The simulated scanner in process and over eSCL, with limits to choose. */
export const wired = { 'the simulated scanner in process': openSimulated, eSCL: openEscl };
/** The same, and SANE on top of eSCL. */
export const allWired = { ...wired, 'SANE, backend airscan': openAirscan };

/** Which sheets come, and what ends them; with `holdAt` that page comes only when the ones before it have arrived. */
export async function scanned(
	{ scanner, control, sheetOf }: ScannerHouse,
	{ source = 'feeder', holdAt }: { source?: 'feeder' | 'flatbed'; holdAt?: number } = {}
): Promise<{ sheets: readonly number[]; fault: ScanFault | null }> {
	let arrived = 0;
	const letGo = () => {
		if (holdAt !== undefined && arrived + 1 >= holdAt) control.apply({ holdAtPage: null });
	};
	control.apply({ holdAtPage: holdAt ?? null });
	letGo();
	const { pages, fault } = await takeIn(scanner, { source, sides: 'one-sided', preset: 'text' }, never, () => {
		arrived++;
		letGo();
	});
	return { sheets: await Promise.all(pages.map(sheetOf)), fault };
}

/** Somebody sees to the scanner and lays in one sheet: it comes, and nothing is left behind. */
export async function expectWellAgain(house: ScannerHouse): Promise<void> {
	house.control.apply({
		...{ openCover: true, closeCover: true, goOnline: true, setBusy: 0, setPageDelayMs: 0, playNonsense: null },
		loadPages: 1
	});
	const { fault, sheets } = await scanned(house);
	expect({ fault, some: sheets.length > 0 }).toEqual({ fault: null, some: true });
	expect(await house.scanner.wipe(never)).toMatchObject({ step: 'scanner', proven: true, found: [] });
	expect(house.control.state().runningJobs).toBe(0);
}
