import { ok, failed } from '../../domain/result.ts';
import { createEsclScanner, noEsclJobs } from '../adapters/escl/escl-scanner.ts';
import { findEsclScanners } from '../adapters/mdns/find-escl-scanners.ts';
import { backendOf, listSaneDevices } from '../adapters/sane/device-list.ts';
import { createSaneScanner } from '../adapters/sane/sane-scanner.ts';
import type { ScannerAddress } from '../config/device-address.ts';
import { createLocatedScanner, type LocatedScanner } from '../machine/located-scanner.ts';
import { isModel, type ScannerIdentity } from '../machine/scanner-identity.ts';

const esclAskMs = 4_000;
/** Opening and listing, which is what asking a SANE device comes to, takes seconds each. */
const saneAskMs = 30_000;
const saneListMs = 15_000;

/** A real scanner at its configured address, and wherever it is found when a model is configured. */
export function locatedScanner(
	address: Exclude<ScannerAddress, { kind: 'simulated' }>,
	identity: ScannerIdentity | null,
	visitDir: string
): LocatedScanner {
	if (address.kind === 'escl') {
		const jobs = noEsclJobs();
		return createLocatedScanner({
			configured: address.url,
			identity,
			scannerAt: (url) => createEsclScanner({ url, jobs }),
			look: findEsclScanners,
			askBeforeEachScan: true,
			askMs: esclAskMs
		});
	}
	return createLocatedScanner({
		configured: address.device,
		identity,
		scannerAt: (device) => createSaneScanner({ device, sessionDir: visitDir }),
		async look(onFound, signal) {
			const listed = await listSaneDevices({ timeoutMs: saneListMs, env: { LC_ALL: 'C' } }, signal);
			if (!listed) return failed('scanimage lists no devices');
			for (const { device, makeAndModel } of listed) {
				// One device may be listed by several backends; the administrator has chosen one.
				const wanted = backendOf(device) === backendOf(address.device) && identity && isModel(makeAndModel, identity);
				if (wanted) onFound(device);
			}
			return ok(null);
		},
		// Its USB name stays its own until the machine starts again, and asking takes seconds.
		askBeforeEachScan: false,
		askMs: saneAskMs
	});
}
