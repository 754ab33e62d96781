import type { PageSize } from '../../../domain/printing/fit-to-a4.ts';

/**
 * Reads the sizes of pages from what `pdfinfo -f 1 -l N` prints, their turn applied. Null: not every page up to N has a size. What comes before
 * the count of pages are texts of the document, which may hold lines that look like these.
 */
export function pageSizesIn(printed: string, pageCount: number): readonly PageSize[] | null {
	const facts = printed.slice([...printed.matchAll(/^Pages: +\d+$/gm)].at(-1)?.index ?? printed.length);
	const turns = new Map(
		[...facts.matchAll(/^Page +(\d+) rot: +(\d+)$/gm)].map(([, page, turn]) => [page, Number(turn)])
	);
	const sizes = [...facts.matchAll(/^Page +(\d+) size: +([\d.e+-]+) x ([\d.e+-]+) pts/gm)].map(
		([, page, across, down]) => {
			const [width, height] = [Number(across), Number(down)];
			return (turns.get(page) ?? 0) % 180 === 90 ? { width: height, height: width } : { width, height };
		}
	);
	const isWhole = sizes.length === pageCount && sizes.every(({ width, height }) => width > 0 && height > 0);
	return isWhole ? sizes : null;
}
