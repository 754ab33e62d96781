import type { PagePicture } from '../../../ports/documents.ts';
import { openPicture } from './images.ts';

/** A page small enough to be looked at pixel by pixel: 0 is black, 255 white; rows from the top. */
export interface GreyPicture {
	readonly data: Uint8Array;
	readonly width: number;
	readonly height: number;
	readonly dpi: number;
}

/** Fine enough to see a pencil stroke, and small enough for a loop over an A4 page to take a few milliseconds. */
const lookDpi = 100;

/** The page in grey at 100 dpi or less. Works on threads of libvips; rejects where it cannot be decoded. */
export async function reduced(page: PagePicture): Promise<GreyPicture> {
	const scale = Math.min(1, lookDpi / page.resolutionDpi);
	const width = Math.max(1, Math.round(page.widthPx * scale));
	const height = Math.max(1, Math.round(page.heightPx * scale));
	const data = await (
		await openPicture(page)
	)
		// The finer kernels take three times as long and find nothing more.
		.resize(width, height, { fit: 'fill', kernel: 'linear' })
		.flatten({ background: '#ffffff' })
		.toColourspace('b-w')
		.raw()
		.toBuffer();
	return { data, width, height, dpi: page.resolutionDpi * scale };
}

/** A length on paper in whole pixels of a picture. */
export const pixels = ({ dpi }: GreyPicture, millimetres: number): number => Math.round((millimetres / 25.4) * dpi);
