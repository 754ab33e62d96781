/** The size of a page as it is shown, its turn applied, in PDF points (1/72 inch). */
export interface PageSize {
	readonly width: number;
	readonly height: number;
}

/**
 * What "fit to A4" does to a document. `not-needed`: its pages are A4. `needed`: a page is larger and would be cut off. `possible`: no page is
 * larger, but one is smaller and could be enlarged.
 */
export type A4Fit = 'not-needed' | 'needed' | 'possible';

const pointsPerMm = 72 / 25.4;
const a4 = { short: 210 * pointsPerMm, long: 297 * pointsPerMm };
/** Scanners and page makers round: a page that differs by less than this is A4 to everybody who holds it. */
const tolerance = 3 * pointsPerMm;

const fitOfPage = ({ width, height }: PageSize): A4Fit => {
	const over = [Math.min(width, height) - a4.short, Math.max(width, height) - a4.long];
	if (over.some((points) => points > tolerance)) return 'needed';
	// Enlarging is possible only while neither side is at its end.
	return over.every((points) => points < -tolerance) ? 'possible' : 'not-needed';
};

/** Whether the pages of a document come out whole on A4 as they are. The page that needs it most decides. */
export function a4Fit(pages: readonly PageSize[]): A4Fit {
	const fits = pages.map(fitOfPage);
	return (['needed', 'possible'] as const).find((fit) => fits.includes(fit)) ?? 'not-needed';
}
