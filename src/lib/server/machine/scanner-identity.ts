import type { ScannerCapabilities } from '../../ports/scanner.ts';
import type { KioskConfiguration } from '../config/kiosk-schema.ts';

/** The device that is meant, whatever its address is at the moment. */
export type ScannerIdentity = NonNullable<KioskConfiguration['scannerIdentity']>;

/** `maybe`: the model that is meant, but which piece of it cannot be told. */
export type Sameness = 'same' | 'maybe' | 'other';

const plain = (words: string) =>
	words
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, ' ')
		.trim();

/** Whether a device calls itself so; the maker's name before the model may be left out. */
export function isModel(makeAndModel: string, { model }: ScannerIdentity): boolean {
	const [said, meant] = [plain(makeAndModel), plain(model)];
	return said === meant || said.endsWith(` ${meant}`);
}

/** Whether the device that answers at an address is the one that is meant. SANE tells a serial number in the device's name at most. */
export function samenessOf(
	{ makeAndModel, serialNumber }: ScannerCapabilities,
	address: string,
	identity: ScannerIdentity
): Sameness {
	if (!isModel(makeAndModel, identity)) return 'other';
	if (identity.serial === undefined) return 'same';
	if (serialNumber !== null) return plain(serialNumber) === plain(identity.serial) ? 'same' : 'other';
	return address.toLowerCase().includes(identity.serial.toLowerCase()) ? 'same' : 'maybe';
}
