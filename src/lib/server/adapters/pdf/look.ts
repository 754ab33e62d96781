import type { Sharp } from 'sharp';
import type { Lightness, PageBox } from '../../../domain/paper.ts';
import type { PageLook } from '../../../ports/documents.ts';

const paperWhite = '#ffffff';

/** The levels between which each lightness spreads a picture: grey paper becomes white while print stays dark. */
const ranges: Readonly<Record<Lightness, { readonly black: number; readonly white: number } | null>> = {
	0: null,
	1: { black: 15, white: 215 },
	2: { black: 35, white: 170 }
};

/** In whole pixels. */
export interface PixelBox {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** Whether a look is more than a turn. */
export const isEdited = ({ straightenDegrees, crop, lightness }: PageLook): boolean =>
	straightenDegrees !== 0 || crop !== null || lightness !== 0;

/** A box in whole pixels of a picture, no smaller than it was and within the picture. */
export function pixelBox(box: PageBox | null, widthPx: number, heightPx: number): PixelBox {
	if (box === null) return { left: 0, top: 0, width: widthPx, height: heightPx };
	const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
	const left = within(Math.floor(box.left * widthPx), widthPx - 1);
	const top = within(Math.floor(box.top * heightPx), heightPx - 1);
	return {
		left,
		top,
		width: Math.max(1, within(Math.ceil((box.left + box.width) * widthPx), widthPx) - left),
		height: Math.max(1, within(Math.ceil((box.top + box.height) * heightPx), heightPx) - top)
	};
}

/**
 * The picture as it is to look, but for its turn, and of this size. It is first cut to its paper and then straightened about the
 * middle of what is left, which keeps its size: so the whole paper stays in it, and its corners become white.
 */
export function withLook(
	picture: Sharp,
	cut: PixelBox | null,
	size: { readonly width: number; readonly height: number },
	{ straightenDegrees, lightness }: PageLook
): Sharp {
	const { width, height } = size;
	// libvips decodes a JPEG smaller at once where nothing is cut from it.
	const scaled = (cut === null ? picture : picture.extract(cut)).resize(width, height, { fit: 'fill' });
	const range = ranges[lightness];
	const slope = range === null ? 1 : 255 / (range.white - range.black);
	const lighter = range === null ? scaled : scaled.linear(slope, -range.black * slope);
	if (straightenDegrees === 0) return lighter;
	const angle = (Math.abs(straightenDegrees) * Math.PI) / 180;
	const around = {
		width: Math.floor(width * Math.cos(angle) + height * Math.sin(angle)),
		height: Math.floor(width * Math.sin(angle) + height * Math.cos(angle))
	};
	const kept = { width: Math.min(width, around.width), height: Math.min(height, around.height) };
	return lighter.rotate(-straightenDegrees, { background: paperWhite }).extract({
		left: Math.floor((around.width - kept.width) / 2),
		top: Math.floor((around.height - kept.height) / 2),
		...kept
	});
}
