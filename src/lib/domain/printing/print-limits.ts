import { printExtent, type PrintWish } from './print-extent.ts';

/** How much one customer may print, from the configuration; null: as much as they like. */
export interface PrintLimits {
	/** Printed sides of a whole visit. */
	readonly sidesPerVisit: number | null;
	/** Of one print. */
	readonly copiesPerPrint: number | null;
}

/** Why a print may not be begun. */
export type PrintLimitFault = 'too-many-copies' | 'too-many-sides';

/** Printed sides that are left to the visit; null: no limit. */
export const sidesLeft = ({ sidesPerVisit }: PrintLimits, sidesUsed: number): number | null =>
	sidesPerVisit === null ? null : Math.max(0, sidesPerVisit - sidesUsed);

/**
 * The most copies of these pages that the limits, what is used of them, and the printer allow: what a screen may offer. 0 when not
 * even one fits.
 */
export function mostCopies(
	limits: PrintLimits,
	sidesUsed: number,
	wish: Omit<PrintWish, 'copies'>,
	printerMaxCopies: number
): number {
	const { impressions } = printExtent({ ...wish, copies: 1 });
	const left = sidesLeft(limits, sidesUsed) ?? Infinity;
	const fitting = impressions === 0 ? 0 : Math.floor(left / impressions);
	return Math.min(limits.copiesPerPrint ?? Infinity, printerMaxCopies, fitting);
}

/** What stands against this print; null: it fits. */
export function printLimitFault(limits: PrintLimits, sidesUsed: number, wish: PrintWish): PrintLimitFault | null {
	if (wish.copies > (limits.copiesPerPrint ?? Infinity)) return 'too-many-copies';
	const left = sidesLeft(limits, sidesUsed) ?? Infinity;
	return printExtent(wish).impressions > left ? 'too-many-sides' : null;
}
