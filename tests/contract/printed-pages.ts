import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../src/lib/server/process/run.ts';

/** Each page of a PDF as poppler draws it at 100 dpi: a PPM. */
export const pageImages = async (pdf: Uint8Array): Promise<Buffer[]> => {
	const folder = await mkdtemp('/tmp/pages-');
	try {
		await writeFile(join(folder, 'document.pdf'), pdf);
		const outcome = await run(['pdftoppm', '-r', '100', join(folder, 'document.pdf'), join(folder, 'page')], {
			timeoutMs: 30_000
		});
		if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`pdftoppm: ${outcome.stderr}`);
		const pages = (await readdir(folder)).filter((name) => name.endsWith('.ppm')).toSorted();
		return await Promise.all(pages.map((name) => readFile(join(folder, name))));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
};

/** Peak signal-to-noise ratio in dB; 0 for pictures of different sizes. */
const likeness = (one: Buffer, other: Buffer): number => {
	if (one.length !== other.length) return 0;
	let squares = 0;
	for (let at = 0; at < one.length; at += 1) squares += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2;
	return squares === 0 ? Infinity : 10 * Math.log10((255 ** 2 * one.length) / squares);
};

/**
 * How like two PDFs look, page by page, in dB. CUPS writes the page size anew, which moves edges by a fraction of a pixel:
 * 40 dB; another page of the same layout is below 20.
 */
export async function pageLikeness(one: Uint8Array, other: Uint8Array): Promise<number[]> {
	const [pages, otherPages] = await Promise.all([pageImages(one), pageImages(other)]);
	return Array.from({ length: Math.max(pages.length, otherPages.length) }, (_, index) =>
		likeness(pages[index] ?? Buffer.alloc(0), otherPages[index] ?? Buffer.alloc(1))
	);
}
