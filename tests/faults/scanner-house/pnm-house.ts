import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanFault } from '../../../src/lib/ports/scanner.ts';
import { createSaneScanner } from '../../../src/lib/server/adapters/sane/sane-scanner.ts';
import { never, takeIn } from '../../contract/scanner.contract.ts';
import { sanePlace } from '../../contract/scanner.fixture.ts';

/** Scans one page through SANE's pnm backend with this status, and again without: what each ends with. */
export async function pnmScanWith(
	status: '--status-nodocs' | '--status-jammed' | '--status-coveropen' | '--status-nomem'
): Promise<readonly { pages: number; fault: ScanFault | null }[]> {
	const place = await sanePlace('pnm', '');
	const picture = join(place.folder, 'sheet.ppm');
	await writeFile(picture, Buffer.concat([Buffer.from('P6\n60 80\n255\n'), Buffer.alloc(3 * 60 * 80, 200)]));
	const deviceOptions = [`--filename=${picture}`, '--status=no', `${status}=yes`];
	const scanner = createSaneScanner({ device: 'pnm:0', ...place, deviceOptions });
	const scan = async () => {
		const { pages, fault } = await takeIn(scanner, { source: 'flatbed', sides: 'one-sided', preset: 'text' }, never);
		return { pages: pages.length, fault };
	};
	const ill = await scan();
	deviceOptions.splice(1);
	const well = await scan();
	await place.remove();
	return [ill, well];
}

/** What they end with when the pnm backend told of this fault, and then of none. */
export const pnmTold = (fault: ScanFault) => [
	{ pages: 0, fault },
	{ pages: 1, fault: null }
];
