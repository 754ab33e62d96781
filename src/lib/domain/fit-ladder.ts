import { pdfFrameBytes, type Compression } from './paper.ts';

/** What is lost when a paper is made smaller; how large it then is shows only when it is tried. */
export type Loss = Omit<Compression, 'sizeBytes'>;

/** From the least loss to the most that still leaves 10-point print readable. */
export const fitRungs: readonly Loss[] = [
	{ maxDpi: 200, quality: 75, grey: false },
	{ maxDpi: 200, quality: 60, grey: false },
	{ maxDpi: 150, quality: 60, grey: false },
	{ maxDpi: 150, quality: 45, grey: true },
	{ maxDpi: 110, quality: 40, grey: true }
];

/** What a paper may still grow by when it is renamed or its pages are turned. */
export const roomToRenameBytes = 2000;

/** How many of the first pages certainly make a PDF of at most so many bytes, by the sizes of their pictures. */
export function pagesThatFit(pictureBytes: readonly number[], maxBytes: number): number {
	let left = maxBytes - roomToRenameBytes - pdfFrameBytes.file;
	const tooMuch = pictureBytes.findIndex((size) => (left -= size + pdfFrameBytes.page) < 0);
	return tooMuch === -1 ? pictureBytes.length : tooMuch;
}
