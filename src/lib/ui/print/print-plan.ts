import { a4Fit, type A4Fit, type PageSize } from '../../domain/printing/fit-to-a4.ts';
import { orientationOf, sidesFor } from '../../domain/printing/page-orientation.ts';
import { parsePageRanges, type PageRange, type PageRangeFault } from '../../domain/printing/page-ranges.ts';
import { printExtent, type PrintExtent } from '../../domain/printing/print-extent.ts';
import { mostCopies } from '../../domain/printing/print-limits.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { DeviceOffer, PrintColour, VisitView } from '../../session/session-view.ts';

/** What a customer has chosen. */
export interface PrintWishes {
	readonly copies: number;
	readonly pages: 'all' | 'some';
	/** Which, as it was typed. */
	readonly written: string;
	readonly sides: 'one' | 'two';
	readonly colour: PrintColour;
	/** Null: as the pages need it. */
	readonly size: 'fit' | 'real' | null;
}

/** What a working printer offers. */
export type PrinterOffer = Exclude<DeviceOffer['printer'], { fault: unknown }>;

export interface PaperToPrint {
	readonly pageCount: number;
	/** Null: not known (yet). */
	readonly sizes: readonly PageSize[] | null;
}

/** What comes of the wishes with this printer, this paper and these limits. */
export interface PrintPlan {
	/** Which of the choices there are at all. */
	readonly offers: {
		readonly pages: boolean;
		readonly sides: boolean;
		readonly colour: boolean;
		readonly size: boolean;
	};
	/** Empty: all pages. */
	readonly ranges: Result<readonly PageRange[], PageRangeFault>;
	readonly copies: number;
	/** The most of one print, by the printer and the configuration. */
	readonly copiesAtOnce: number;
	/** Whether one copy more is within every limit. */
	readonly oneMore: boolean;
	readonly twoSided: boolean;
	readonly colour: PrintColour;
	readonly fitted: boolean;
	/** Null: the sizes are not known. */
	readonly a4: A4Fit | null;
	readonly extent: PrintExtent;
	/** Whether the visit may print so much. */
	readonly isAllowed: boolean;
}

/** As many as a command may ask for. */
const mostOfACommand = 99;

/** Puts wishes, printer, paper and limits together. Pages that were typed wrongly are counted as all of them. */
export function planPrint(
	wishes: PrintWishes,
	{ pageCount, sizes }: PaperToPrint,
	offer: PrinterOffer,
	{ sidesLeft, copiesPerPrint }: VisitView['printLimits']
): PrintPlan {
	const both = sidesFor(true, orientationOf(sizes ?? []));
	const hasSides = { one: offer.sides.includes('one-sided'), two: offer.sides.includes(both) };
	const twoSided = hasSides.two && (wishes.sides === 'two' || !hasSides.one);
	const colour = offer.colours.includes(wishes.colour) ? wishes.colour : (offer.colours[0] ?? 'monochrome');

	const offersPages = offer.pageRanges && pageCount > 1;
	const ranges = offersPages && wishes.pages === 'some' ? parsePageRanges(wishes.written, pageCount) : ok([]);
	const pageRanges = ranges.ok ? ranges.value : [];

	const a4 = sizes && a4Fit(sizes.filter((_, index) => isSelected(index + 1, pageRanges)));
	const canFit = offer.scaling.includes('fit');
	// Nothing may be cut off only because nobody knows yet how large it is.
	const isNeeded = a4 === null || a4 === 'needed';
	const fitted = canFit && a4 !== 'not-needed' && (wishes.size === null ? isNeeded : wishes.size === 'fit');

	const limits = { sidesPerVisit: sidesLeft, copiesPerPrint };
	const one = { pages: pageCount, pageRanges, twoSided };
	const copiesAtOnce = Math.min(copiesPerPrint ?? Infinity, offer.maxCopies, mostOfACommand);
	const copies = Math.max(1, Math.min(wishes.copies, copiesAtOnce));
	const most = Math.min(mostCopies(limits, 0, one, offer.maxCopies), mostOfACommand);
	return {
		offers: {
			pages: offersPages,
			sides: hasSides.one && hasSides.two,
			colour: offer.colours.length > 1,
			size: canFit && (a4 === 'needed' || a4 === 'possible')
		},
		ranges,
		copies,
		copiesAtOnce,
		oneMore: copies < most,
		twoSided,
		colour,
		fitted,
		a4,
		extent: printExtent({ ...one, copies }),
		isAllowed: copies <= most
	};
}

const isSelected = (page: number, ranges: readonly PageRange[]): boolean =>
	ranges.length === 0 || ranges.some(({ from, to }) => from <= page && page <= to);
