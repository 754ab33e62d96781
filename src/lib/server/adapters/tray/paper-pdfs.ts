import { fitRungs, pagesThatFit, roomToRenameBytes, type Loss } from '../../../domain/fit-ladder.ts';
import { visiblePages, type Compression, type PaperPage, type ScannedPaper } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { Documents, PdfOptions, PdfPage } from '../../../ports/documents.ts';
import type { FitFault, TrayFault } from '../../../ports/tray.ts';
import { lookOf, type PagePictures } from './page-pictures.ts';
import type { PageWords } from './page-words.ts';
import type { DerivedFile, TrayStore } from './tray-store.ts';

export interface PdfMakers {
	readonly store: TrayStore;
	readonly documents: Documents;
	readonly pictures: PagePictures;
	readonly words: PageWords;
}

/** How many finished PDFs stay, unless their room is needed. */
const finishedPdfs = 4;

/** Breaks a PDF off that is being made: its maker can only be thrown out of. */
class BrokenOff extends Error {
	readonly fault: TrayFault | 'too-large';

	constructor(fault: TrayFault | 'too-large') {
		super(fault);
		this.fault = fault;
	}
}

/** The PDFs of scans: each made page by page into a file, and not again while it would be the same. */
export class PaperPdfs {
	readonly #makers: PdfMakers;
	/** The longest unused first. */
	#finished: readonly string[] = [];
	/** One at a time: each holds a page in memory. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(makers: PdfMakers) {
		this.#makers = makers;
	}

	/** The PDF of a scan as it is now. */
	open(paper: ScannedPaper, options: PdfOptions, signal: AbortSignal): Promise<Result<DerivedFile, TrayFault>> {
		const turn = this.#last.then(async (): Promise<Result<DerivedFile, TrayFault>> => {
			const key = this.#key(paper, paper.compression, options);
			const finished = this.#makers.store.derived(key);
			if (finished !== null) return ok(finished);
			const made = await this.#make(key, paper, paper.compression, options, signal);
			return made.ok ? made : failed(made.fault === 'too-large' ? 'full' : made.fault);
		});
		this.#last = turn.catch(() => {});
		return turn;
	}

	/** As `Tray.fit`; all pages have been looked at. */
	async fit(
		paper: ScannedPaper,
		maxBytes: number,
		options: PdfOptions,
		onProgress: (done: number, total: number) => void,
		signal: AbortSignal
	): Promise<Result<Compression | null, FitFault>> {
		const rungs: readonly (Loss | null)[] = [null, ...fitRungs];
		const pages = visiblePages(paper).length;
		const total = rungs.length * pages;
		let sizes: number[] = [];
		for (const [rung, loss] of rungs.entries()) {
			sizes = [];
			const onPicture = (index: number, size: number) => {
				sizes[index] = size;
				onProgress(rung * pages + index + 1, total);
				// The last rung also tells how many pages would fit; the first that does not is enough for that.
				if (sizes.reduce((sum, each) => sum + each, 0) > maxBytes) throw new BrokenOff('too-large');
			};
			const key = this.#key(paper, loss, options);
			const made = await this.#make(key, paper, loss, options, signal, onPicture);
			if (!made.ok && made.fault !== 'too-large') return failed({ kind: made.fault });
			if (made.ok && made.value.sizeBytes + roomToRenameBytes <= maxBytes) {
				onProgress(total, total);
				return ok(loss === null ? null : { ...loss, sizeBytes: made.value.sizeBytes });
			}
			if (made.ok) this.#makers.store.drop(key);
		}
		return failed({ kind: 'cannot-fit', pagesThatFit: pagesThatFit(sizes, maxBytes) });
	}

	/** Forgets which are finished; their files go with the session. */
	clear(): void {
		this.#finished = [];
		this.#last = Promise.resolve();
	}

	get size(): number {
		return this.#finished.length;
	}

	async #make(
		key: string,
		paper: ScannedPaper,
		loss: Loss | null,
		options: PdfOptions,
		signal: AbortSignal,
		onPicture: (index: number, sizeBytes: number) => void = () => {}
	): Promise<Result<DerivedFile, TrayFault | 'too-large'>> {
		const { store, documents } = this.#makers;
		try {
			const file = await store.derive(key, () =>
				documents.pagesToPdf(this.#pages(visiblePages(paper), loss, signal, onPicture), options)
			);
			if (signal.aborted) return failed('not-found');
			if (file === null) return failed('full');
			this.#keepLast(key);
			return ok(file);
		} catch (error) {
			if (error instanceof BrokenOff) return failed(error.fault);
			throw error;
		}
	}

	async *#pages(
		pages: readonly PaperPage[],
		loss: Loss | null,
		signal: AbortSignal,
		onPicture: (index: number, sizeBytes: number) => void
	): AsyncGenerator<PdfPage> {
		const { pictures, words } = this.#makers;
		for (const [index, page] of pages.entries()) {
			const taken = await pictures.take(page, loss);
			if (!taken.ok) throw new BrokenOff(signal.aborted ? 'not-found' : taken.fault);
			using held = taken.value;
			if (signal.aborted) throw new BrokenOff('not-found');
			const { picture } = held;
			onPicture(index, picture.bytes.length);
			// What is made to fit carries no words: they may come later, and it would no longer fit.
			yield { picture, rotation: page.rotation, words: loss === null ? (words.of(page, picture.widthPx) ?? []) : [] };
		}
	}

	/** All that the bytes of the PDF follow from. */
	#key(paper: ScannedPaper, loss: Loss | null, { title, language }: PdfOptions): string {
		const { words } = this.#makers;
		const pages = visiblePages(paper).map((page) => [
			page.image.id,
			lookOf(page),
			page.findings?.bilevelBytes ?? null,
			loss === null && words.has(page)
		]);
		const lossy = loss && [loss.maxDpi, loss.quality, loss.grey];
		return `pdf ${JSON.stringify([paper.id, title, language, paper.addedAt, lossy, pages])}`;
	}

	#keepLast(key: string): void {
		const finished = [...this.#finished.filter((other) => other !== key), key];
		for (const unused of finished.slice(0, -finishedPdfs)) this.#makers.store.drop(unused);
		this.#finished = finished.slice(-finishedPdfs);
	}
}
