import type { PaperPage } from '../paper.ts';
import type { PageSize } from './fit-to-a4.ts';

const pointsPerInch = 72;

/** How large a scanned page comes out: cut to its paper and turned as the customer chose. Straightening keeps its size. */
export function sizeOfScannedPage({ image, findings, cropped, rotation }: PaperPage): PageSize {
	const cut = (cropped ? findings?.paperBox : null) ?? { width: 1, height: 1 };
	const inPoints = (pixels: number) => (pixels * pointsPerInch) / image.resolutionDpi;
	const [width, height] = [inPoints(image.widthPx * cut.width), inPoints(image.heightPx * cut.height)];
	return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
