import type { ScanFaultReport, ScannerCapabilities } from '../../ports/scanner.ts';

/** What answers at an address: a device, or nobody, and then why. */
export type AtAddress =
	| { readonly answers: true; readonly device: ScannerCapabilities }
	| { readonly answers: false; readonly report: ScanFaultReport };

/** Where the scanner that is meant stands now. */
export type ScannerPlace =
	| {
			readonly kind: 'found';
			readonly configured: string;
			readonly address: string;
			readonly device: ScannerCapabilities;
	  }
	/** More than one could be it, and none is chosen. */
	| { readonly kind: 'several'; readonly configured: string; readonly addresses: readonly string[] }
	| {
			readonly kind: 'missing';
			readonly configured: string;
			readonly atConfigured: AtAddress;
			/** Whether it was looked for elsewhere: `not-asked` where no model is configured, else why it could not be. */
			readonly elsewhere: 'not-there' | 'not-asked' | { readonly cannotLook: string };
	  };

const named = ({ makeAndModel, serialNumber }: ScannerCapabilities) =>
	serialNumber === null ? makeAndModel : `${makeAndModel}, serial ${serialNumber}`;

/** What is wrong with where the scanner is, in one line for staff and administrators; null when it is where it should be. */
export function wrongWithPlace(place: ScannerPlace): { readonly found: string; readonly todo: string } | null {
	switch (place.kind) {
		case 'found':
			return place.address === place.configured
				? null
				: {
						found: `${named(place.device)} is now at ${place.address}, not at ${place.configured}; it is used there`,
						todo: 'give it a fixed address, or write the new one in kiosk.yaml (scanner:)'
					};
		case 'several':
			return {
				found: `several scanners of this model: ${place.addresses.join(', ')}; none is used`,
				todo: 'write the serial number of the right one in kiosk.yaml (scannerIdentity: serial:)'
			};
		case 'missing': {
			const { atConfigured, elsewhere } = place;
			const looked =
				typeof elsewhere === 'object'
					? `; it could not be looked for (${elsewhere.cannotLook})`
					: elsewhere === 'not-there'
						? '; it was found nowhere else'
						: '';
			if (atConfigured.answers)
				return {
					found: `another device answers at ${place.configured} (${named(atConfigured.device)})${looked}`,
					todo: 'switch the right scanner on, or correct scanner: and scannerIdentity: in kiosk.yaml'
				};
			return {
				found: `does not answer as it should at ${place.configured} (${atConfigured.report.fault}: ${atConfigured.report.detail})${looked}`,
				todo: 'look at its power, cable and address (scanner: in kiosk.yaml)'
			};
		}
	}
}

/** What a scan on a scanner that is not found ends with. */
export function faultOfPlace(place: Exclude<ScannerPlace, { kind: 'found' }>): ScanFaultReport {
	if (place.kind === 'missing' && !place.atConfigured.answers) return place.atConfigured.report;
	return { fault: 'offline', detail: wrongWithPlace(place)?.found ?? 'not found' };
}
