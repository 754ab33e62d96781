import { fork } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Printer } from '../../ports/printer.ts';
import { createCupsPrinter } from '../adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../adapters/ipp/ipp-printer.ts';
import type { PrinterAddress, ScannerAddress } from '../config/device-address.ts';
import type { KioskConfiguration } from '../config/kiosk-schema.ts';
import type { LocatedScanner } from '../machine/located-scanner.ts';
import { createRoutedPrinter } from '../machine/printer-route.ts';
import type { ScannerIdentity } from '../machine/scanner-identity.ts';
import { startSimulatedIppPrinter } from '../simulated/ipp-printer/start.ts';
import { locatedScanner } from './located-scanner.ts';

/** A device that is plugged in, and how to unplug it. */
export interface Plugged<Device> {
	readonly device: Device;
	/** Where a simulated device is controlled from outside; null for a real one. */
	readonly controlUrl: string | null;
	close(): Promise<void>;
}

export interface PluggedPrinter extends Plugged<Printer> {
	/** The printer without any queue before it. */
	readonly itself: Pick<Printer, 'attributes'>;
}

const unplugged = async () => {};

/** Milliseconds that a simulated sheet takes, so that a person trying it sees pages come one by one. */
const simulatedSheetMs = 700;

const scannerProgram = fileURLToPath(new URL('../simulated/escl-scanner/main.ts', import.meta.url));
const scannerStartMs = 20_000;

/** A process of its own, since drawing its sample pages takes 100 MB; it ends with this one. */
async function plugSimulatedScanner(visitDir: string): Promise<Plugged<LocatedScanner>> {
	const child = fork(scannerProgram, ['--sheets', '2', '--page-delay-ms', String(simulatedSheetMs)], {
		// Ctrl+C goes to a whole group: the scanner must still answer the last wipe.
		detached: true,
		execArgv: [],
		stdio: ['ignore', 'pipe', 'ignore', 'ipc']
	});
	const ended = once(child, 'exit');
	if (child.stdout === null) throw new TypeError('fork gave no pipe');
	const lines = createInterface({ input: child.stdout });
	const [url = ''] = (await Promise.race([
		once(lines, 'line', { signal: AbortSignal.timeout(scannerStartMs) }),
		ended.then(() => [])
	])) as readonly string[];
	if (url === '') throw new Error('the simulated scanner did not start');
	return {
		device: locatedScanner({ kind: 'escl', url }, null, visitDir),
		controlUrl: new URL('/control', url).href,
		async close() {
			if (child.connected) child.disconnect();
			await ended;
		}
	};
}

/** The configured scanner; the simulated one is a real eSCL server with two sheets in its feeder. */
export async function plugScanner(
	address: ScannerAddress,
	identity: ScannerIdentity | null,
	visitDir: string
): Promise<Plugged<LocatedScanner>> {
	if (address.kind === 'simulated') return plugSimulatedScanner(visitDir);
	return { device: locatedScanner(address, identity, visitDir), controlUrl: null, close: unplugged };
}

/** The configured printer, straight or through a private cupsd; the simulated one is a real IPP server. */
export async function plugPrinter(
	address: PrinterAddress,
	viaCups: KioskConfiguration['printViaCups'],
	visitDir: string,
	hostConfigDir: string
): Promise<PluggedPrinter> {
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
		itself: direct,
		controlUrl: simulated?.controlUrl ?? null,
		close: simulated ? () => simulated.close() : unplugged
	};
}
