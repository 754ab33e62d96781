import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readJpeg } from '../../src/lib/domain/jpeg.ts';
import type { ScanRequest } from '../../src/lib/ports/scanner.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import {
	startSimulatedEsclScanner,
	type SimulatedEsclScanner
} from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never, takeIn } from './scanner.contract.ts';
import { sanePlace } from './scanner.fixture.ts';

const request: ScanRequest = { source: 'feeder', sides: 'one-sided', preset: 'text' };

describe('the simulated eSCL scanner', () => {
	let device: SimulatedEsclScanner;
	beforeEach(async () => {
		device = await startSimulatedEsclScanner();
	});
	afterEach(() => device.close());

	const control = async (order: unknown) => {
		const answer = await fetch(new URL('/control', device.url), { method: 'POST', body: JSON.stringify(order) });
		return { status: answer.status, state: answer.ok ? await answer.json() : null };
	};

	it('is worked from outside by JSON', async () => {
		expect(await control({ loadPages: 2, openCover: true })).toEqual({
			status: 200,
			state: { sheetsInFeeder: 2, jammed: false, coverOpen: true, offline: false, runningJobs: 0 }
		});
		expect((await takeIn(createEsclScanner({ url: device.url }), request)).fault).toBe('cover-open');
		expect((await control({ goOffline: true })).status).toBe(200);
		expect((await takeIn(createEsclScanner({ url: device.url }), request)).fault).toBe('offline');
		expect((await control({ clear: true })).state).toEqual(device.control.state());
	});

	it('refuses an order that it does not know, and does nothing of it', async () => {
		expect(await control({ loadPages: 2, explode: true })).toEqual({ status: 400, state: null });
		expect(await control({ loadPages: -1 })).toEqual({ status: 400, state: null });
		expect(device.control.state().sheetsInFeeder).toBe(0);
	});

	it('gives whole A4 letters as grey and as colour at the resolution asked for', async () => {
		const scanner = createEsclScanner({ url: device.url });
		const facts = async (preset: ScanRequest['preset']) => {
			device.control.loadPages(1);
			const { pages } = await takeIn(scanner, { ...request, preset });
			return pages.map(({ bytes, resolutionDpi }) => ({ ...readJpeg(bytes), resolutionDpi }));
		};
		expect(await facts('text')).toEqual([{ widthPx: 2480, heightPx: 3508, components: 1, resolutionDpi: 300 }]);
		expect(await facts('colour')).toEqual([{ widthPx: 2480, heightPx: 3508, components: 3, resolutionDpi: 300 }]);
		expect(await facts('photo')).toEqual([{ widthPx: 4960, heightPx: 7016, components: 3, resolutionDpi: 600 }]);
	});

	it('gives the stack of a nervous person: the letter and the certificate, then a blank, a crooked, a small and a faint sheet', async () => {
		const scanner = createEsclScanner({ url: device.url });
		device.control.loadPages(2);
		const clean = await takeIn(scanner, request);
		device.control.apply({ pages: 'mixed', loadPages: 6 });
		const { pages } = await takeIn(scanner, request);
		expect(pages.slice(0, 2)).toEqual(clean.pages);
		// A pixel for each millimetre.
		const grey = await Promise.all(
			pages.map(({ bytes }) => sharp(bytes).resize(210, 297).greyscale().raw().toBuffer())
		);
		const at = (page: number, x: number, y: number) => grey[page]?.[y * 210 + x] ?? 0;
		const darkest = (page: number) => Math.min(...(grey[page]?.subarray(210 * 20) ?? []).map((value) => value));
		const paperBegins = (page: number, y: number) => {
			for (let x = 0; x < 210; x++) if (at(page, x, y) > 230) return x;
			return 210;
		};
		expect({
			blank: darkest(2) > 200,
			crooked: paperBegins(3, 20) - paperBegins(3, 280) >= 5,
			besideTheSmallOne: at(4, 180, 250) < 60,
			onTheSmallOne: at(4, 60, 100) > 200,
			faint: darkest(5) > 150 && darkest(5) < 240,
			clean: darkest(0) < 120
		}).toEqual({
			blank: true,
			crooked: true,
			besideTheSmallOne: true,
			onTheSmallOne: true,
			faint: true,
			clean: true
		});
	});

	it('is scanned in colour by scanimage through sane-airscan', async () => {
		const place = await sanePlace('airscan', `[devices]\n"Sim" = ${device.url}\n[options]\ndiscovery = disable\n`);
		device.control.loadPages(2);
		const scanner = createSaneScanner({ device: 'airscan:e0:Sim', ...place });
		const { pages, fault } = await takeIn(scanner, { ...request, preset: 'colour' });
		await place.remove();
		expect(fault).toBeNull();
		expect(pages.map(({ bytes }) => readJpeg(bytes))).toEqual(
			pages.map(() => ({ widthPx: 2480, heightPx: 3508, components: 3 }))
		);
		expect(pages.length).toBe(2);
	});

	it('runs as a process of its own that refills its feeder, and ends when told', async () => {
		const program = fileURLToPath(new URL('../../src/lib/server/simulated/escl-scanner/main.ts', import.meta.url));
		const child = spawn(process.execPath, [program, '--refill', '2'], { stdio: ['ignore', 'pipe', 'inherit'] });
		const { value: url } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
		const scanner = createEsclScanner({ url: String(url) });
		const counts = [(await takeIn(scanner, request)).pages.length, (await takeIn(scanner, request)).pages.length];
		child.kill('SIGTERM');
		const [code] = await once(child, 'exit');
		expect({ counts, code, wiped: (await scanner.wipe(never)).proven }).toEqual({
			counts: [2, 2],
			code: 0,
			wiped: true
		});
	});
});
