import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Printer } from '../../ports/printer.ts';
import type { Scanner } from '../../ports/scanner.ts';
import { createCupsPrinter } from '../adapters/cups/cups-printer.ts';
import { createEsclScanner } from '../adapters/escl/escl-scanner.ts';
import { createIppPrinter } from '../adapters/ipp/ipp-printer.ts';
import { createSaneScanner } from '../adapters/sane/sane-scanner.ts';
import type { PrinterAddress, ScannerAddress } from '../config/device-address.ts';
import type { KioskConfiguration } from '../config/kiosk-schema.ts';
import { createRoutedPrinter } from '../machine/printer-route.ts';
import { startSimulatedEsclScanner } from '../simulated/escl-scanner/server.ts';
import { startSimulatedIppPrinter } from '../simulated/ipp-printer/start.ts';

/** A device that is plugged in, and how to unplug it. */
export interface Plugged<Device> {
	readonly device: Device;
	/** Where a simulated device is controlled from outside; null for a real one. */
	readonly controlUrl: string | null;
	close(): Promise<void>;
}

const unplugged = async () => {};

/** Milliseconds that a simulated sheet takes, so that a person trying it sees pages come one by one. */
const simulatedSheetMs = 700;

/** The configured scanner; the simulated one is a real eSCL server with two sheets in its feeder. */
export async function plugScanner(address: ScannerAddress, visitDir: string): Promise<Plugged<Scanner>> {
	switch (address.kind) {
		case 'escl':
			return { device: createEsclScanner({ url: address.url }), controlUrl: null, close: unplugged };
		case 'sane':
			return {
				device: createSaneScanner({ device: address.device, sessionDir: visitDir }),
				controlUrl: null,
				close: unplugged
			};
		case 'simulated': {
			const server = await startSimulatedEsclScanner({ pageDelayMs: simulatedSheetMs });
			server.control.loadPages(2);
			return {
				device: createEsclScanner({ url: server.url }),
				controlUrl: new URL('/control', server.url).href,
				close: () => server.close()
			};
		}
	}
}

/** The configured printer, straight or through a private cupsd; the simulated one is a real IPP server. */
export async function plugPrinter(
	address: PrinterAddress,
	viaCups: KioskConfiguration['printViaCups'],
	visitDir: string,
	hostConfigDir: string
): Promise<Plugged<Printer>> {
	// One name a computer: a wipe cancels the jobs of this name, and must not cancel a neighbour's.
	const userName = `asiakas-${hostname()}`;
	const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
		createIppPrinter({ uri, userName, ...(fetch ? { fetch } : {}) });
	const simulated = address.kind === 'simulated' ? await startSimulatedIppPrinter({ pageMs: simulatedSheetMs }) : null;
	const printerUri = address.kind === 'ipp' ? address.url : (simulated?.uri ?? '');
	const direct = speakIpp(printerUri);
	const queue = () =>
		createCupsPrinter({
			directory: join(visitDir, 'cups'),
			printerUri,
			templates: join(hostConfigDir, 'cups'),
			speakIpp
		});
	const roads = { auto: () => createRoutedPrinter(direct, queue()), always: queue, never: () => direct };
	return {
		device: roads[viaCups](),
		controlUrl: simulated?.controlUrl ?? null,
		close: simulated ? () => simulated.close() : unplugged
	};
}
