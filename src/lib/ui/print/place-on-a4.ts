import type { PageSize } from '../../domain/printing/fit-to-a4.ts';
import { orientationOf } from '../../domain/printing/page-orientation.ts';

/** A sheet as it is held to read its page, and where on it the page lies; in PDF points from the upper left. */
export interface PlacedPage {
	readonly sheet: PageSize;
	readonly page: PageSize & { readonly x: number; readonly y: number };
}

const standing: PageSize = { width: 595.28, height: 841.89 };
const lying: PageSize = { width: standing.height, height: standing.width };

/**
 * Places a page as the printer does: fitted, as large as the sheet takes it whole; else in its real size in the middle, and what sticks
 * out is lost. A page of unknown size is thought to fill a standing sheet.
 */
export function placeOnA4(page: PageSize | null, fitted: boolean): PlacedPage {
	if (page === null) return { sheet: standing, page: { x: 0, y: 0, ...standing } };
	const sheet = orientationOf([page]) === 'landscape' ? lying : standing;
	const scale = fitted ? Math.min(sheet.width / page.width, sheet.height / page.height) : 1;
	const width = page.width * scale;
	const height = page.height * scale;
	return { sheet, page: { x: (sheet.width - width) / 2, y: (sheet.height - height) / 2, width, height } };
}
