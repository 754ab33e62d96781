import { mkdtempSync, rmSync } from 'node:fs';
import type { Result } from '../../lib/domain/result.ts';
import type { Printer } from '../../lib/ports/printer.ts';
import type { Scanner } from '../../lib/ports/scanner.ts';
import { loadConfiguration, type Configuration } from '../../lib/server/config/configuration.ts';
import {
	parsePrinterAddress,
	parseScannerAddress,
	type ScannerAddress
} from '../../lib/server/config/device-address.ts';
import { formatProblem } from '../../lib/server/config/yaml-file.ts';
import type { LocatedScanner } from '../../lib/server/machine/located-scanner.ts';
import type { ScannerIdentity } from '../../lib/server/machine/scanner-identity.ts';
import { CannotRun } from '../cannot-run.ts';
import type { CommandContext } from '../command.ts';

/**
 * The scanner at an address (`escl:URL`, `sane:DEVICE`, `simulated`), or the configured one, which is found by its model where one is
 * configured. Throws `CannotRun`.
 */
export async function resolveScanner(address: string | undefined, context: CommandContext): Promise<Scanner> {
	if (address !== undefined) return scannerAt(rightUse(parseScannerAddress(address)), null, context);
	const { kiosk } = await configuration(context);
	return scannerAt(kiosk.scanner, kiosk.scannerIdentity ?? null, context);
}

async function scannerAt(address: ScannerAddress, identity: ScannerIdentity | null, { err }: CommandContext) {
	if (address.kind === 'simulated') {
		const { createSimulatedScanner } = await import('../../lib/server/simulated/scanner.ts');
		err('The scanner is simulated; no real one is configured.');
		return createSimulatedScanner({ refillSheets: 2 });
	}
	const { locatedScanner } = await import('../../lib/server/compose/located-scanner.ts');
	return locatedScanner(address, identity, ownFolder());
}

/** The configured scanner, real and able to say where it is; null where it is simulated. Throws `CannotRun`. */
export async function locateScanner(context: CommandContext): Promise<LocatedScanner | null> {
	const { scanner, scannerIdentity } = (await configuration(context)).kiosk;
	if (scanner.kind === 'simulated') return null;
	const { locatedScanner } = await import('../../lib/server/compose/located-scanner.ts');
	return locatedScanner(scanner, scannerIdentity ?? null, ownFolder());
}

/** The printer at an address (`ipp://…`, `simulated`), or the configured one; always asked directly. Throws `CannotRun`. */
export async function resolvePrinter(uri: string | undefined, context: CommandContext): Promise<Printer> {
	const printer = uri === undefined ? (await configuration(context)).kiosk.printer : rightUse(parsePrinterAddress(uri));
	switch (printer.kind) {
		case 'ipp': {
			const { createIppPrinter } = await import('../../lib/server/adapters/ipp/ipp-printer.ts');
			return createIppPrinter({ uri: printer.url });
		}
		case 'simulated': {
			const { createSimulatedPrinter } = await import('../../lib/server/simulated/printer.ts');
			context.err('The printer is simulated; no real one is configured.');
			return createSimulatedPrinter();
		}
	}
}

async function configuration({ configDir }: CommandContext): Promise<Configuration> {
	const loaded = await loadConfiguration(configDir);
	if (!loaded.ok) throw new CannotRun(1, loaded.fault.map(formatProblem));
	return loaded.value;
}

function rightUse<Value>(parsed: Result<Value, string>): Value {
	if (!parsed.ok) throw new CannotRun(2, [parsed.fault]);
	return parsed.value;
}

/** Beside the kiosk's own session folder: a wipe there must not take a page away here, nor the other way round. */
function ownFolder(): string {
	const folder = mkdtempSync('/dev/shm/service-point-kiosk-cli-');
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}
