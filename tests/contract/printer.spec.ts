import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import type { PrinterCommand, PrinterControl } from '../../src/lib/server/simulated/ipp-printer/control.ts';
import { startSimulatedIppPrinter } from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { createSimulatedPrinter } from '../../src/lib/server/simulated/printer.ts';
import { startIppevePrinter } from './printer-rig-ippeve.ts';
import { printerContract, type Condition, type PrinterRig } from './printer.contract.ts';

const pace = { pollMs: 20, timeLimits: { wipeMs: 10_000 } };
const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
	createIppPrinter({ uri, ...pace, ...(fetch ? { fetch } : {}) });

const commands: Record<Condition, PrinterCommand['do']> = {
	'paper out': 'paperOut',
	'paper loaded': 'loadPaper',
	'cover open': 'openCover',
	'cover closed': 'closeCover',
	held: 'hold',
	released: 'release',
	'next job aborts': 'abortNext',
	offline: 'goOffline'
};
const simulated = (control: PrinterControl): Pick<PrinterRig, 'set' | 'received'> => ({
	set: async (condition) => control.apply({ do: commands[condition] } as PrinterCommand),
	received: async () => control.received
});

printerContract({
	name: 'the simulated printer',
	document: 'same bytes',
	whilePrinting: 'queues',
	start: async () => {
		const printer = createSimulatedPrinter({ pageMs: 1 });
		return { printer, ...simulated(printer.control), close: async () => {} };
	}
});

printerContract({
	name: 'IPP to the simulated IPP printer',
	document: 'same bytes',
	whilePrinting: 'queues',
	start: async () => {
		const server = await startSimulatedIppPrinter({ pageMs: 1 });
		return { printer: speakIpp(server.uri), ...simulated(server.control), close: server.close };
	}
});

printerContract({
	name: 'IPP to ippeveprinter',
	document: 'same bytes',
	whilePrinting: 'says busy',
	start: async () => {
		const ippeve = await startIppevePrinter();
		return { printer: speakIpp(ippeve.uri), ...ippeve };
	}
});

printerContract({
	name: 'IPP through a private cupsd',
	document: 'same pages',
	whilePrinting: 'queues',
	start: async () => {
		const server = await startSimulatedIppPrinter({ pageMs: 1 });
		const folder = await mkdtemp('/dev/shm/cupsd-');
		const printer = createCupsPrinter({
			directory: join(folder, 'cupsd'),
			templates: resolve('kiosk-config/host/cups'),
			printerUri: server.uri,
			speakIpp,
			pollMs: pace.pollMs
		});
		return {
			printer,
			...simulated(server.control),
			close: async () => {
				await printer.wipe(new AbortController().signal);
				await server.close();
				await rm(folder, { recursive: true, force: true });
			}
		};
	}
});
