import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { createSimulatedScanner } from '../../src/lib/server/simulated/scanner.ts';
import { describeScanner, type ScannerOffers } from './scanner.contract.ts';
import { sanePlace, shadedSheets, simulatedHands } from './scanner.fixture.ts';

/** None of them is waited for here. */
const limits = { answerMs: 20_000, pageMs: 20_000, busyMs: 20_000, cancelMs: 5_000 };

const simulated: ScannerOffers = {
	capabilities: {
		makeAndModel: 'Esimerkki Simulated eSCL 1',
		serialNumber: 'SIM0001',
		sources: ['feeder', 'flatbed'],
		duplex: true,
		colour: true,
		resolutionsDpi: [75, 100, 150, 200, 300, 600]
	},
	feeder: 'loadable',
	untouched: true
};

describeScanner('the simulated scanner in process', simulated, async () => {
	const pages = await shadedSheets;
	const scanner = createSimulatedScanner({ pages, timeLimits: limits });
	return { scanner, ...simulatedHands(scanner.control, pages), close: async () => {} };
});

describeScanner('eSCL', simulated, async () => {
	const pages = await shadedSheets;
	const device = await startSimulatedEsclScanner({ pages });
	const scanner = createEsclScanner({ url: device.url, timeLimits: limits });
	return { scanner, ...simulatedHands(device.control, pages), close: device.close };
});

describeScanner(
	'SANE, backend airscan',
	{
		...simulated,
		capabilities: { ...simulated.capabilities, makeAndModel: 'eSCL Sim', serialNumber: null },
		untouched: false
	},
	async () => {
		const pages = await shadedSheets;
		const device = await startSimulatedEsclScanner({ pages });
		const place = await sanePlace('airscan', `[devices]\n"Sim" = ${device.url}\n[options]\ndiscovery = disable\n`);
		const scanner = createSaneScanner({
			device: 'airscan:e0:Sim',
			...place,
			// On a busy machine the last page takes seconds to be finished and the job to be deleted; tests/faults/scanner-cancel looks at the limit.
			timeLimits: { answerMs: 20_000, pageMs: 20_000, cancelMs: 20_000 }
		});
		return {
			scanner,
			...simulatedHands(device.control, pages),
			// airscan cancels only between pages.
			slowDown: () => device.control.setPageDelayMs(300),
			files: place.files,
			async close() {
				await device.close();
				await place.remove();
			}
		};
	}
);

const noHands = {
	load: () => {},
	slowDown: () => {},
	speedUp: () => {},
	sheetOf: () => Promise.resolve(1),
	sheet: () => new Uint8Array(),
	heldByDevice: () => 0
};

describeScanner(
	'SANE, backend test',
	{
		capabilities: {
			makeAndModel: 'Noname frontend-tester',
			serialNumber: null,
			sources: ['feeder', 'flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 100, 150, 200, 300, 400, 600]
		},
		feeder: 10,
		untouched: false
	},
	async () => {
		const place = await sanePlace('test', 'number_of_devices 1\ngeometry_max 297\n');
		const scanner = createSaneScanner({ device: 'test:0', ...place });
		return { scanner, ...noHands, files: place.files, close: place.remove };
	}
);

describeScanner(
	'SANE, backend pnm',
	{
		capabilities: {
			makeAndModel: 'Noname PNM file reader',
			serialNumber: null,
			sources: ['flatbed'],
			duplex: false,
			colour: true,
			resolutionsDpi: [75, 90, 100, 120, 135, 150, 165, 180, 195, 200, 210, 225, 240, 255, 270, 285, 300]
		},
		feeder: 'absent',
		untouched: false
	},
	async () => {
		const place = await sanePlace('pnm', '');
		const picture = join(place.folder, 'sheet.ppm');
		await writeFile(picture, Buffer.concat([Buffer.from('P6\n60 80\n255\n'), Buffer.alloc(3 * 60 * 80, 200)]));
		const deviceOptions = [`--filename=${picture}`];
		const scanner = createSaneScanner({ device: 'pnm:0', ...place, deviceOptions });
		return {
			scanner,
			...noHands,
			files: place.files,
			close: place.remove
		};
	}
);
