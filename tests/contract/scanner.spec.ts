import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { createSimulatedScanner } from '../../src/lib/server/simulated/scanner.ts';
import { describeScanner, type ScannerOffers } from './scanner.contract.ts';
import { sanePlace, shadedSheets, simulatedHands } from './scanner.fixture.ts';

const limits = { answerMs: 1500, pageMs: 1500, busyMs: 400, cancelMs: 1000 };

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
	untouched: true,
	mishaps: {
		'the feeder is empty': { pages: 0, fault: 'feeder-empty' },
		'a sheet jams': { pages: 0, fault: 'jam' },
		'the second sheet jams': { pages: 1, fault: 'jam' },
		'the cover is open': { pages: 0, fault: 'cover-open' },
		'the scanner is switched off': { pages: 0, fault: 'offline' },
		'the scanner stays busy': { pages: 0, fault: 'busy' },
		'nothing is ever answered': { pages: 0, fault: 'timed-out' },
		'the second page never comes': { pages: 1, fault: 'timed-out' },
		'the second page is cut in half': { pages: 1, fault: 'bad-answer' },
		'the second page is no picture': { pages: 1, fault: 'bad-answer' },
		'the second page is longer than it says': { pages: 1, fault: 'bad-answer' },
		'the second page is shorter than it says': { pages: 1, fault: 'timed-out' },
		'the connection drops in the second page': { pages: 1, fault: 'io-error' },
		'its answers are nonsense': { pages: 0, fault: 'bad-answer' },
		'its answers end half way': { pages: 0, fault: 'bad-answer' }
	}
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
		untouched: false,
		mishaps: {
			'the feeder is empty': { pages: 0, fault: 'feeder-empty' },
			'the second sheet jams': { pages: 1, fault: 'jam' },
			'the cover is open': { pages: 0, fault: 'cover-open' },
			'the scanner is switched off': { pages: 0, fault: 'offline' },
			'nothing is ever answered': { pages: 0, fault: 'timed-out' },
			'the second page never comes': { pages: 1, fault: 'timed-out' },
			'the second page is no picture': { pages: 1, fault: 'io-error' },
			'its answers are nonsense': { pages: 0, fault: 'offline' }
		}
	},
	async () => {
		const pages = await shadedSheets;
		// airscan forgets a page that it has when the next one jams before scanimage asked for the first; real paper is slower than that.
		const device = await startSimulatedEsclScanner({ pages, pageDelayMs: 150 });
		const place = await sanePlace('airscan', `[devices]\n"Sim" = ${device.url}\n[options]\ndiscovery = disable\n`);
		const scanner = createSaneScanner({
			device: 'airscan:e0:Sim',
			...place,
			timeLimits: { answerMs: 4000, pageMs: 3000, cancelMs: 4000 }
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
	play: () => {},
	mend: () => {},
	slowDown: () => {},
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
		untouched: false,
		mishaps: {}
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
		untouched: false,
		mishaps: {
			'the feeder is empty': { pages: 0, fault: 'feeder-empty' },
			'a sheet jams': { pages: 0, fault: 'jam' },
			'the cover is open': { pages: 0, fault: 'cover-open' },
			'the scanner has no memory left': { pages: 0, fault: 'out-of-memory' }
		}
	},
	async () => {
		const place = await sanePlace('pnm', '');
		const picture = join(place.folder, 'sheet.ppm');
		await writeFile(picture, Buffer.concat([Buffer.from('P6\n60 80\n255\n'), Buffer.alloc(3 * 60 * 80, 200)]));
		const statusOptions = {
			'the feeder is empty': '--status-nodocs=yes',
			'a sheet jams': '--status-jammed=yes',
			'the cover is open': '--status-coveropen=yes',
			'the scanner has no memory left': '--status-nomem=yes'
		} as Record<string, string>;
		const deviceOptions = [`--filename=${picture}`];
		const scanner = createSaneScanner({ device: 'pnm:0', ...place, deviceOptions });
		return {
			scanner,
			...noHands,
			files: place.files,
			play: (mishap) => deviceOptions.push('--status=no', statusOptions[mishap] ?? ''),
			mend: () => deviceOptions.splice(1),
			close: place.remove
		};
	}
);
