import type { ScannerCapabilities } from '../../lib/ports/scanner.ts';
import type { LocatedScanner } from '../../lib/server/machine/located-scanner.ts';
import { wrongWithPlace } from '../../lib/server/machine/scanner-place.ts';
import type { Finding } from './doctor-checks.ts';

const check = 'scanner';
/** What the preset *Text* asks for (DESIGN.md, Documents). */
const textDpi = 300;

/** Where the scanner is, and whether it can do what customers are offered; one line. */
export async function checkScanner(scanner: Pick<LocatedScanner, 'locate'>, signal: AbortSignal): Promise<Finding> {
	const place = await scanner.locate(signal);
	if (place === null) return { check, state: 'note', found: 'somebody is scanning', todo: 'look again later' };
	const wrong = wrongWithPlace(place);
	if (place.kind !== 'found') return { check, state: 'not ok', found: '', ...wrong };
	if (wrong) return { check, state: 'note', ...wrong };
	const { makeAndModel, serialNumber } = place.device;
	const found = serialNumber === null ? makeAndModel : `${makeAndModel}, serial ${serialNumber}`;
	const missing = missingFeatures(place.device);
	if (missing.length === 0) return { check, state: 'ok', found };
	return {
		check,
		state: 'note',
		found: `${found}; it has no ${missing.join(', no ')}`,
		todo: 'nothing, if that is so; else look at its settings, or reach it another way (escl: or sane:)'
	};
}

const missingFeatures = ({ sources, duplex, colour, resolutionsDpi }: ScannerCapabilities): readonly string[] => [
	...(sources.includes('feeder') ? (duplex ? [] : ['two-sided feeder']) : ['feeder']),
	...(sources.includes('flatbed') ? [] : ['glass']),
	...(colour ? [] : ['colour']),
	...(resolutionsDpi.some((dpi) => dpi >= textDpi) ? [] : [`${textDpi} dpi`])
];
