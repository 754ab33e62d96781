import { scanSettings } from '../../../domain/scan-settings.ts';
import type { ScannerCapabilities, ScanRequest } from '../../../ports/scanner.ts';

/** One active option of a device: the words it takes, or the numbers it takes, and what it is now. */
export interface SaneOption {
	readonly words: readonly string[];
	readonly range: { readonly from: number; readonly to: number; readonly isMm: boolean } | null;
	readonly current: string;
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
		const [constraint = '', current = ''] = text.slice(name.length).split(' [');
		options.set(name, { ...parseConstraint(constraint.trim()), current: current.slice(0, current.lastIndexOf(']')) });
	}
	return options;
}

function parseConstraint(constraint: string): Omit<SaneOption, 'current'> {
	const [from = '', to] = constraint.split('..');
	if (to !== undefined && !constraint.includes('|')) {
		const range = { from: Number.parseFloat(from), to: Number.parseFloat(to), isMm: /^[\d.]+mm/.test(to) };
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
const isFilm = holds('film', 'transparency', 'tpu', 'negative', 'slide');
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

/**
 * The source that has to be chosen for a request and is not yet, or null. Choosing it changes what the other options may be: of an fi-7260
 * the page height is inactive until its feeder is chosen.
 */
export function sourceToChoose(options: SaneOptions, request: Pick<ScanRequest, 'source' | 'sides'>): string | null {
	const word = sourceWord(options, request);
	return word === options.get('--source')?.current ? null : word;
}

/** The option by which a feeder takes both sides, where that is no source of its own. */
function duplexOption(options: SaneOptions): string | null {
	const mode = wordsOf(options, '--adf-mode').find(isBothSides);
	if (mode !== undefined) return `--adf-mode=${mode}`;
	return wordsOf(options, '--duplex').includes('yes') ? '--duplex=yes' : null;
}

/**
 * What the options tell of a device; a device without `--source` has one flat bed. `withFeeder`: the options once its feeder is chosen,
 * where that is not the case in the first.
 */
export function capabilitiesOf(
	options: SaneOptions,
	makeAndModel: string,
	withFeeder: SaneOptions = options
): ScannerCapabilities {
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
		duplex: feeder && (words.some((word) => isFeeder(word) && isBothSides(word)) || duplexOption(withFeeder) !== null),
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
	const bothSides = request.source === 'feeder' && request.sides === 'two-sided' ? duplexOption(options) : null;
	/** `page`: the option that bounds this length; the listed bound holds for what it is now, not for what it is set to (naps2 #129). */
	const lengthMm = (name: string, wantedMm: number, page = name) => {
		const range = options.get(name)?.range;
		if (!range?.isMm) return [];
		const mostMm = options.get(page)?.range?.to ?? range.to;
		return [`${name}${name.startsWith('--') ? '=' : ''}${Math.min(wantedMm, mostMm)}`];
	};
	return {
		resolutionDpi,
		// The order matters to backends: source and mode decide what the others may be.
		list: [
			...(source === null ? [] : [`--source=${source}`]),
			...(bothSides === null || (source && isBothSides(source)) ? [] : [bothSides]),
			...(mode === undefined ? [] : [`--mode=${mode}`]),
			...(wordsOf(options, '--depth').some((depth) => Number.parseInt(depth, 10) === 8) ? ['--depth=8'] : []),
			...(device.resolutionsDpi.length === 0 ? [] : [`--resolution=${resolutionDpi}`]),
			...lengthMm('--page-width', a4.widthMm),
			...lengthMm('--page-height', a4.heightMm),
			...lengthMm('-l', 0),
			...lengthMm('-t', 0),
			...lengthMm('-x', a4.widthMm, '--page-width'),
			...lengthMm('-y', a4.heightMm, '--page-height')
		]
	};
}
