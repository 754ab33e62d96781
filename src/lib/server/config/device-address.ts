import { failed, ok, type Result } from '../../domain/result.ts';

/** Which scanner: the built-in simulated one, an eSCL device by its address, or a SANE device by its name. */
export type ScannerAddress =
	| { readonly kind: 'simulated' }
	| { readonly kind: 'escl'; readonly url: string }
	| { readonly kind: 'sane'; readonly device: string };

/** Which printer: the built-in simulated one, or an IPP printer by its address. */
export type PrinterAddress = { readonly kind: 'simulated' } | { readonly kind: 'ipp'; readonly url: string };

/** Reads `simulated`, `escl:http://scanner.example/eSCL` or `sane:airscan:e0:Name`. The fault says what is allowed. */
export function parseScannerAddress(text: string): Result<ScannerAddress, string> {
	if (text === 'simulated') return ok({ kind: 'simulated' });
	if (text.startsWith('escl:') && hasProtocol(text.slice(5), ['http:', 'https:'])) {
		return ok({ kind: 'escl', url: text.slice(5) });
	}
	if (/^sane:\S/.test(text)) return ok({ kind: 'sane', device: text.slice(5) });
	return failed(`${JSON.stringify(text)} is not a scanner; allowed: simulated, escl:http://HOST/eSCL, sane:DEVICE`);
}

/** Reads `simulated` or `ipp://printer.example/ipp/print` (also `ipps://`). The fault says what is allowed. */
export function parsePrinterAddress(text: string): Result<PrinterAddress, string> {
	if (text === 'simulated') return ok({ kind: 'simulated' });
	if (hasProtocol(text, ['ipp:', 'ipps:'])) return ok({ kind: 'ipp', url: text });
	return failed(
		`${JSON.stringify(text)} is not a printer; allowed: simulated, ipp://HOST/ipp/print, ipps://HOST/ipp/print`
	);
}

function hasProtocol(text: string, protocols: readonly string[]): boolean {
	const url = URL.parse(text);
	return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
}
