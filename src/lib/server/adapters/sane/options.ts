import { scanSettings } from '../../../domain/scan-settings.ts';
import type { ScannerCapabilities, ScanRequest } from '../../../ports/scanner.ts';

/** One active option of a device: the words it takes, or the numbers it takes. */
export interface SaneOption {
	readonly words: readonly string[];
	readonly range: { readonly from: number; readonly to: number } | null;
}

/** Active options by the name that scanimage takes them under: `--source`, `-x`. */
export type SaneOptions = ReadonlyMap<string, SaneOption>;

const maxListBytes = 256 * 1024;

/** Reads what `scanimage -A` prints (sane-backends 1.1, LC_ALL=C). Lines that are no option are passed over. */
export function parseOptions(list: string): SaneOptions {
	const options = new Map<string, SaneOption>();
	for (const line of list.slice(0, maxListBytes).split('\n')) {
		const text = line.trim();
		const isOption = line.startsWith('    -') && !line.startsWith('     ');
		if (!isOption || text.includes('[inactive]') || text.includes('[read-only]')) continue;
		const nameLength = text.search(/[\s[]/);
		const name = nameLength === -1 ? text : text.slice(0, nameLength);
		// Words may hold brackets themselves (Brother: `24bit Color[Fast]`); the current value stands after a space.
		const [constraint = ''] = text.slice(name.length).split(' [');
		options.set(name, parseConstraint(constraint.trim()));
	}
	return options;
}

function parseConstraint(constraint: string): SaneOption {
	const [from = '', to] = constraint.split('..');
	if (to !== undefined && !constraint.includes('|')) {
		const range = { from: Number.parseFloat(from), to: Number.parseFloat(to) };
		return { words: [], range: Number.isFinite(range.from) && Number.isFinite(range.to) ? range : null };
	}
	const inner = constraint.startsWith('[=(') ? constraint.slice(3, constraint.indexOf(')')) : constraint;
	return { words: inner.split('|').filter((word) => word !== '' && word !== 'auto'), range: null };
}

/** What a range of resolutions is offered as. */
const usualResolutionsDpi = [75, 100, 150, 200, 300, 400, 600];
const a4 = { widthMm: 210, heightMm: 297 };

const holds =
	(...parts: readonly string[]) =>
	(word: string) =>
		parts.some((part) => word.toLowerCase().includes(part));
const isFeeder = holds('adf', 'feeder');
const isBothSides = holds('duplex', 'both');
const isBackSide = holds('back', 'rear');
const isFilm = holds('film', 'transparency', 'negative', 'slide');
const isColour = holds('color', 'colour');
const isGrey = holds('gray', 'grey');

const wordsOf = (options: SaneOptions, name: string) => options.get(name)?.words ?? [];

/** The word of `--source` for a request, or null where the device has none for it. */
function sourceWord(options: SaneOptions, request: Pick<ScanRequest, 'source' | 'sides'>): string | null {
	const words = wordsOf(options, '--source');
	if (request.source === 'flatbed') return words.find((word) => !isFeeder(word) && !isFilm(word)) ?? null;
	const feeders = words.filter(isFeeder);
	const oneSided = feeders.find((word) => !isBothSides(word) && !isBackSide(word)) ?? feeders[0] ?? null;
	return request.sides === 'two-sided' ? (feeders.find(isBothSides) ?? oneSided) : oneSided;
}

const duplexMode = (options: SaneOptions) => wordsOf(options, '--adf-mode').find(isBothSides);

/** What the options tell of a device; a device without `--source` has one flat bed. */
export function capabilitiesOf(options: SaneOptions, makeAndModel: string): ScannerCapabilities {
	const words = wordsOf(options, '--source');
	const feeder = words.some(isFeeder);
	const flatbed = words.length === 0 || sourceWord(options, { source: 'flatbed', sides: 'one-sided' }) !== null;
	const { range } = options.get('--resolution') ?? { range: null };
	const listed = wordsOf(options, '--resolution').map((word) => Number.parseInt(word, 10));
	const modes = wordsOf(options, '--mode');
	return {
		makeAndModel,
		serialNumber: null,
		sources: [...(feeder ? (['feeder'] as const) : []), ...(flatbed ? (['flatbed'] as const) : [])],
		duplex: feeder && (words.some((word) => isFeeder(word) && isBothSides(word)) || duplexMode(options) !== undefined),
		colour: modes.length === 0 || modes.some(isColour),
		resolutionsDpi: [
			...listed.filter((dpi) => dpi > 0),
			...usualResolutionsDpi.filter((dpi) => range && range.from <= dpi && dpi <= range.to)
		].sort((a, b) => a - b)
	};
}

/** scanimage's arguments for a request on a device with these options, and the resolution asked for; null: no such source. */
export function argumentsFor(
	request: ScanRequest,
	options: SaneOptions
): { readonly list: readonly string[]; readonly resolutionDpi: number } | null {
	const device = capabilitiesOf(options, '');
	if (!device.sources.includes(request.source)) return null;
	const { resolutionDpi, colour } = scanSettings(request.preset, device);
	const source = sourceWord(options, request);
	const modes = wordsOf(options, '--mode').filter(colour ? isColour : isGrey);
	const mode = modes.find((word) => !word.includes('[')) ?? modes[0];
	const adfMode = request.source === 'feeder' && request.sides === 'two-sided' ? duplexMode(options) : undefined;
	const lengthMm = (name: string, wantedMm: number) => {
		const range = options.get(name)?.range;
		return range
			? [name.startsWith('--') ? `${name}=${Math.min(wantedMm, range.to)}` : `${name}${Math.min(wantedMm, range.to)}`]
			: [];
	};
	return {
		resolutionDpi,
		// The order matters to backends: source and mode decide what the others may be.
		list: [
			...(source === null ? [] : [`--source=${source}`]),
			...(adfMode === undefined ? [] : [`--adf-mode=${adfMode}`]),
			...(mode === undefined ? [] : [`--mode=${mode}`]),
			...(wordsOf(options, '--depth').some((depth) => Number.parseInt(depth, 10) === 8) ? ['--depth=8'] : []),
			...(device.resolutionsDpi.length === 0 ? [] : [`--resolution=${resolutionDpi}`]),
			...lengthMm('--page-width', a4.widthMm),
			...lengthMm('--page-height', a4.heightMm),
			...lengthMm('-l', 0),
			...lengthMm('-t', 0),
			...lengthMm('-x', a4.widthMm),
			...lengthMm('-y', a4.heightMm)
		]
	};
}
