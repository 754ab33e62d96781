import type { Paper, PaperPage } from '../../../domain/paper.ts';
import { visiblePages } from '../../../domain/paper.ts';
import type { TextReader, Word } from '../../../ports/text-reader.ts';
import { lookOf, type PagePictures } from './page-pictures.ts';

interface ReadWords {
	readonly words: readonly Word[];
	/** Of the picture that was read. */
	readonly widthPx: number;
}

/**
 * The words of the pages that lie in the tray, read once for each look. A turned page has none: what is read is the picture before its
 * turn, on which the lines do not stand upright.
 */
export class PageWords {
	readonly #reader: TextReader | null;
	readonly #pictures: PagePictures;
	#read = new Map<string, ReadWords>();
	#reading: { readonly key: string; readonly abort: AbortController } | null = null;

	constructor(reader: TextReader | null, pictures: PagePictures) {
		this.#reader = reader;
		this.#pictures = pictures;
	}

	/** The words of a page as it looks, on a picture of that width; null: not read yet. */
	of(page: PaperPage, widthPx: number): readonly Word[] | null {
		const read = this.#read.get(keyOf(page));
		if (read === undefined || page.rotation !== 0) return null;
		const scale = widthPx / read.widthPx;
		if (scale === 1) return read.words;
		return read.words.map(({ text, left, top, width, height }) => ({
			text,
			left: left * scale,
			top: top * scale,
			width: width * scale,
			height: height * scale
		}));
	}

	/** Whether the words of a page as it looks are known. */
	has(page: PaperPage): boolean {
		return page.rotation === 0 && this.#read.has(keyOf(page));
	}

	/** A page that is to be read; null: all are, or nothing is to be read at all. */
	nextOf(papers: readonly Paper[]): PaperPage | null {
		return this.#reader === null ? null : (unread(papers).find((page) => !this.#read.has(keyOf(page))) ?? null);
	}

	/** Stops reading a page that no longer looks so. */
	papersChanged(papers: readonly Paper[]): void {
		const key = this.#reading?.key;
		if (key !== undefined && !unread(papers).some((page) => keyOf(page) === key)) this.#reading?.abort.abort();
	}

	/** Reads a page; ends early by the signal, or when it no longer looks so. */
	async read(page: PaperPage, signal: AbortSignal): Promise<void> {
		if (this.#reader === null || signal.aborted) return;
		const [reader, read, key, abort] = [this.#reader, this.#read, keyOf(page), new AbortController()];
		this.#reading = { key, abort };
		const either = AbortSignal.any([signal, abort.signal]);
		try {
			const held = await this.#pictures.draw(page, null);
			// What cannot be drawn has no words, and is not tried for ever.
			if (!held.ok) return void read.set(key, { words: [], widthPx: 1 });
			using drawn = held.value;
			const { bytes, kind, resolutionDpi, widthPx } = drawn.picture;
			const words = kind === 'jpeg' ? await reader.read(bytes, resolutionDpi, either) : [];
			if (!either.aborted) read.set(key, { words, widthPx });
		} catch (error) {
			if (!either.aborted) throw error;
		} finally {
			this.#reading = null;
		}
	}

	/** Forgets all words; what is being read ends by its signal and is not kept. */
	clear(): void {
		this.#read = new Map();
	}

	get size(): number {
		return this.#read.size;
	}
}

/** Pages that stand upright and have been looked at: only then is it known how they are to look. */
const unread = (papers: readonly Paper[]): readonly PaperPage[] =>
	papers
		.flatMap((paper) => (paper.kind === 'pages' ? visiblePages(paper) : []))
		.filter(({ rotation, findings }) => rotation === 0 && findings !== null);

const keyOf = (page: PaperPage): string => `${page.image.id} ${JSON.stringify({ ...lookOf(page), rotation: 0 })}`;
