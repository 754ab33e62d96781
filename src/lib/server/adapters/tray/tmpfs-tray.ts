import {
	arrived,
	edited,
	forgotOldest,
	neededFiles,
	noPapers,
	rememberedPaper,
	rememberedSteps,
	undone,
	type EditedPapers
} from '../../../domain/edit-history.ts';
import { paperNameOfFile } from '../../../domain/file-name.ts';
import type { FreshPaper, PaperArrival, PaperEdit, PaperEditFault } from '../../../domain/paper-edits.ts';
import {
	untouchedPage,
	visiblePageCount,
	visiblePages,
	type Compression,
	type DocumentPaper,
	type Paper,
	type ScannedPaper
} from '../../../domain/paper.ts';
import type { PageSize } from '../../../domain/printing/fit-to-a4.ts';
import { sizeOfScannedPage } from '../../../domain/printing/page-size.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { ScanPreset } from '../../../domain/scan-settings.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Documents, PdfOptions } from '../../../ports/documents.ts';
import type { ScannedPage } from '../../../ports/scanner.ts';
import type { TextReader } from '../../../ports/text-reader.ts';
import type { FitFault, OpenPdf, Tray, TrayContents, TrayFault } from '../../../ports/tray.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { BackgroundWork, realAfter, type After } from './background-work.ts';
import { lookOf, PagePictures } from './page-pictures.ts';
import { PageWords } from './page-words.ts';
import { PaperFiles } from './paper-files.ts';
import { PaperPdfs } from './paper-pdfs.ts';
import { PdfOpenings } from './pdf-openings.ts';
import { ThumbnailCache } from './thumbnail-cache.ts';
import { TrayStore, type DerivedFile } from './tray-store.ts';

export interface TrayLimits {
	/** All papers together, as they lie on tmpfs, with what an undo needs of them and what was made of them. */
	readonly maxBytes: number;
	readonly maxPapers: number;
	readonly maxPagesPerPaper: number;
	/** One document, or one scanned page. */
	readonly maxDocumentBytes: number;
}

export interface TrayOptions {
	/** Made by the tray (0700) and removed by its wipe; its parent lies on tmpfs. Nothing else may live in it. */
	readonly directory: string;
	readonly limits: TrayLimits;
	readonly documents: Documents;
	readonly clock: Clock;
	/** Never gives the same id twice: 1 to 40 of a-z, 0-9 and -. */
	readonly newId: () => string;
	/** "Paper 2" in the customer's language; counted from 1 in each session. */
	readonly neutralName: (number: number) => string;
	/** BCP 47 of the visit; goes into the PDFs that are made. */
	readonly language: () => string;
	/** Reads the words of scans in the background, for the PDFs that are made; without it they have none. */
	readonly textReader?: TextReader;
	/** Moves the background work along; by default in real time. */
	readonly after?: After;
}

const thumbnailLimits = { maxBytes: 8 * 1024 * 1024, atOnce: 2 };
/** Longer than a fast feeder takes for a page: pages are looked at when the stack is through. */
const quietMs = 800;

/** Opens the tray over its folder, making it where it is not. Throws when the folder cannot be made or is not ours. */
export const createTray = (options: TrayOptions): Tray => new FolderTray(options);

class FolderTray implements Tray {
	readonly #options: TrayOptions;
	readonly #files: PaperFiles;
	readonly #store: TrayStore;
	readonly #pictures: PagePictures;
	readonly #words: PageWords;
	readonly #pdfs: PaperPdfs;
	readonly #openings = new PdfOpenings();
	readonly #thumbnails = new ThumbnailCache(thumbnailLimits);
	readonly #background: BackgroundWork;
	readonly #listeners = new Set<(contents: TrayContents) => void>();
	#edited: EditedPapers = noPapers;
	/** What still works on bytes of this session; a wipe stops it and waits for it. */
	readonly #running = new Set<Promise<unknown>>();
	/** One for each session: what began before a wipe belongs to no paper after it. */
	#epoch = new AbortController();
	/** Pages are put away one after the other, in the order in which they came. */
	#lastPage: Promise<unknown> = Promise.resolve();
	#lastNumber = 0;
	#nextId: string | null = null;

	constructor(options: TrayOptions) {
		this.#options = options;
		const { directory, limits, newId, documents } = options;
		this.#files = new PaperFiles(directory);
		this.#store = new TrayStore({
			files: this.#files,
			maxBytes: limits.maxBytes,
			newId,
			shown: () => neededFiles({ papers: this.papers(), steps: [] }),
			forgetOldest: () => this.#forgetOldest()
		});
		this.#pictures = new PagePictures(this.#store, documents);
		this.#words = new PageWords(options.textReader ?? null, this.#pictures);
		this.#pdfs = new PaperPdfs({
			store: this.#store,
			documents,
			pictures: this.#pictures,
			words: this.#words
		});
		this.#background = new BackgroundWork({
			after: options.after ?? realAfter,
			quietMs,
			next: () => this.#nextLook(),
			goFirst: () => this.#thumbnails.idle(),
			start: (loop) => this.#run(loop())
		});
	}

	onChange(listener: (contents: TrayContents) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	papers(): readonly Paper[] {
		return this.#edited.papers;
	}

	beginScan(): ScannedPaper {
		const fresh = this.#takeFresh();
		const paper: ScannedPaper = {
			...fresh,
			kind: 'pages',
			origin: 'scanned',
			pages: [],
			compression: null,
			measuredBytes: null
		};
		this.#arrive({ type: 'paper', paper });
		return paper;
	}

	addPage(paperId: string, page: ScannedPage, preset: ScanPreset): Promise<Result<ScannedPaper, TrayFault>> {
		this.#background.disturb();
		const before = this.#lastPage;
		const added = this.#track<ScannedPaper, TrayFault>('not-found', async (signal) => {
			await before;
			return signal.aborted ? failed('not-found') : this.#addPage(paperId, page, preset, signal);
		});
		this.#lastPage = added.catch(() => {});
		return added;
	}

	addDocument(
		origin: DocumentPaper['origin'],
		name: string,
		bytes: Uint8Array
	): Promise<Result<DocumentPaper, TrayFault>> {
		return this.#track<DocumentPaper, TrayFault>('not-found', async (signal) => {
			const { limits, documents } = this.#options;
			if (bytes.length > limits.maxDocumentBytes) return failed('too-big');
			const facts = await documents.inspect(bytes, signal);
			if (signal.aborted) return failed('not-found');
			if (!facts.ok) return facts;
			if (facts.value.pageCount > limits.maxPagesPerPaper) return failed('too-many-pages');
			if (this.#papersWithPages() >= limits.maxPapers) return failed('full');
			const fresh = this.#takeFresh();
			const kept = await this.#store.keep(fresh.id, bytes);
			if (signal.aborted) return failed('not-found');
			if (!kept) return failed('full');
			const paper: DocumentPaper = {
				...fresh,
				name: paperNameOfFile(name) ?? fresh.name,
				kind: 'document',
				origin,
				...facts.value,
				sizeBytes: bytes.length
			};
			this.#arrive({ type: 'paper', paper });
			return ok(paper);
		});
	}

	edit(edit: PaperEdit): Result<void, PaperEditFault> {
		const before = this.#edited;
		const after = edited(before, edit, this.#fresh());
		if (!after.ok) return after;
		if (edit.type === 'split paper') this.#takeFresh();
		if (after.value !== before) this.#change(after.value);
		this.#background.disturb();
		if (before.steps.length === rememberedSteps) this.#store.release(unneeded(before, after.value));
		return ok(undefined);
	}

	undo(): boolean {
		const before = undone(this.#edited);
		if (before === null) return false;
		this.#change(before);
		this.#background.disturb();
		return true;
	}

	pdf(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track<Uint8Array, TrayFault>('not-found', async (signal) => {
			const file = await this.#pdfFile(paperId, signal);
			return file.ok ? this.#bytes(file.value.id) : file;
		});
	}

	openPdf(paperId: string, opening: string | null): Promise<Result<OpenPdf, TrayFault>> {
		return this.#track<OpenPdf, TrayFault>('not-found', async (signal) => {
			const opened = this.#openings.find(paperId, opening);
			const file = opened === null ? await this.#pdfFile(paperId, signal) : ok(opened);
			if (!file.ok) return file;
			if (signal.aborted) return failed('not-found');
			this.#openings.remember(paperId, opening, file.value);
			const { id, sizeBytes } = file.value;
			return ok({ sizeBytes, read: (from, to) => this.#stream(id, from, to, signal) });
		});
	}

	pageSizes(paperId: string): ReturnType<Tray['pageSizes']> {
		return this.#track<SizedPages, TrayFault>('not-found', async (signal) => {
			const paper = this.#paper(paperId);
			if (paper?.kind === 'pages') {
				const pages = visiblePages(paper).map((page) => ({ id: page.image.id, ...sizeOfScannedPage(page) }));
				return pages.length > 0 ? ok(pages) : failed('not-found');
			}
			const pdf = await this.#pdfFile(paperId, signal);
			if (paper === undefined || !pdf.ok) return pdf.ok ? failed('not-found') : pdf;
			const { documents } = this.#options;
			return this.#with(pdf.value.id, signal, async (bytes) => {
				const sizes = await documents.pdfPageSizes(bytes, paper.pageCount, signal);
				return sizes.ok ? ok(sizes.value.map((size, page) => ({ id: String(page), ...size }))) : sizes;
			});
		});
	}

	original(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track<Uint8Array, TrayFault>('not-found', async () => {
			const paper = this.#paper(paperId);
			if (paper === undefined) return failed('not-found');
			return paper.kind === 'document' ? this.#bytes(paper.id) : failed('refused-type');
		});
	}

	thumbnail(paperId: string, pageName: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track<Uint8Array, TrayFault>('not-found', async (signal) => {
			const paper = this.#paper(paperId);
			const { documents } = this.#options;
			const drawn = (fileId: string, variant: string, draw: (bytes: Uint8Array) => Drawing) =>
				this.#thumbnails.get(fileId, variant, () => this.#with(fileId, signal, draw));
			if (paper?.kind === 'pages') {
				const page = paper.pages.find(({ image }) => image.id === pageName);
				if (page === undefined) return failed('not-found');
				const look = lookOf(page);
				return drawn(page.image.id, JSON.stringify(look), (bytes) => documents.imageThumbnail(bytes, look));
			}
			const index = Number(pageName);
			if (paper === undefined || !/^\d{1,4}$/.test(pageName) || index >= paper.pageCount) return failed('not-found');
			return drawn(paper.id, `page ${index}`, (bytes) =>
				paper.mediaType === 'application/pdf'
					? documents.pdfThumbnail(bytes, index, signal)
					: documents.imageThumbnail(bytes, null)
			);
		});
	}

	fit(
		paperId: string,
		maxBytes: number,
		onProgress: (done: number, total: number) => void,
		signal: AbortSignal
	): Promise<Result<Compression | null, FitFault>> {
		return this.#track<Compression | null, FitFault>({ kind: 'not-found' }, async (ended) => {
			const either = AbortSignal.any([signal, ended]);
			const unknown = this.#paper(paperId);
			if (unknown === undefined || visiblePageCount(unknown) === 0) return failed({ kind: 'not-found' });
			if (unknown.kind === 'document')
				return unknown.sizeBytes <= maxBytes ? ok(null) : failed({ kind: 'cannot-fit', pagesThatFit: 0 });
			for (const { image } of visiblePages(unknown)) await this.#look(image.id, either);
			const paper = this.#paper(paperId);
			if (paper?.kind !== 'pages' || either.aborted) return failed({ kind: 'not-found' });
			const tell = (done: number, total: number) => void (either.aborted || onProgress(done, total));
			const options = this.#pdfOptions(paper);
			const fitted = await this.#pdfs.fit(paper, maxBytes, options, tell, either);
			if (fitted.ok && fitted.value === null && !either.aborted) {
				const asItIs = await this.#pdfs.open(paper, options, either);
				const { pages } = paper;
				if (asItIs.ok) this.#arrive({ type: 'measured', paperId, pages, sizeBytes: asItIs.value.sizeBytes });
			}
			return fitted;
		});
	}

	wipe(signal: AbortSignal): Promise<WipeProof> {
		return wipeWithin('tray', signal, (limit) => this.#wipe(limit));
	}

	async #wipe(signal: AbortSignal): Promise<WipeProof> {
		const started = performance.now();
		this.#epoch.abort();
		this.#epoch = new AbortController();
		this.#background.stop();
		this.#edited = noPapers;
		const inMemory = [this.#thumbnails, this.#words, this.#pictures, this.#pdfs, this.#openings, this.#store];
		for (const each of inMemory) each.clear();
		this.#lastPage = Promise.resolve();
		this.#lastNumber = 0;
		this.#nextId = null;
		await settledOrAborted(this.#running, signal);
		this.#files.removeFolder();
		const remembered = inMemory.reduce((sum, { size }) => sum + size, 0);
		const remains: readonly [number, string][] = [
			[this.#files.remaining(), 'entries in the tray folder'],
			[this.#files.openDescriptors(), 'open files of the tray'],
			[this.papers().length + remembered, 'papers, pictures and words in memory'],
			[this.#edited.steps.length, 'edits that could be taken back'],
			[this.#running.size, 'unfinished tasks'],
			[this.#files.remakeFolder() ? 0 : 1, 'folders that could not be made anew']
		];
		const found = remains.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
		this.#tell();
		return {
			step: 'tray',
			proven: found.length === 0,
			lookedAt: [
				'tray folder',
				'open files of this process',
				'papers, pictures and words in memory',
				'edits that could be taken back',
				'unfinished tasks'
			],
			found,
			durationMs: performance.now() - started
		};
	}

	async #addPage(
		paperId: string,
		page: ScannedPage,
		preset: ScanPreset,
		signal: AbortSignal
	): Promise<Result<ScannedPaper, TrayFault>> {
		// Whoever joined or removed the paper meanwhile has not seen this page: it is not lost.
		const paper = this.#paper(paperId) ?? rememberedPaper(this.#edited, paperId);
		if (paper?.kind !== 'pages') return failed('not-found');
		const { limits, documents, newId } = this.#options;
		const { bytes, mediaType, widthPx, heightPx, resolutionDpi } = page;
		if (!documents.isJpeg(bytes)) return failed('damaged');
		if (bytes.length > limits.maxDocumentBytes) return failed('too-big');
		if (paper.pages.length === 0 && this.#papersWithPages() >= limits.maxPapers) return failed('full');
		if (paper.pages.length >= limits.maxPagesPerPaper) return failed('full');
		const sizeBytes = bytes.length;
		const image = { id: newId(), mediaType, widthPx, heightPx, resolutionDpi, sizeBytes, preset };
		const kept = await this.#store.keep(image.id, bytes);
		if (signal.aborted) return failed('not-found');
		if (!kept) return failed('full');
		const { id, name, addedAt } = paper;
		this.#arrive({ type: 'page', into: { id, name, addedAt }, page: untouchedPage(image) });
		this.#background.disturb();
		const grown = this.#paper(paperId);
		return grown?.kind === 'pages' ? ok(grown) : failed('not-found');
	}

	#paper(paperId: string): Paper | undefined {
		return this.papers().find(({ id }) => id === paperId);
	}

	/** The next new paper's id and neutral name; asking takes neither. */
	#fresh(): FreshPaper {
		const { newId, neutralName, clock } = this.#options;
		this.#nextId ??= newId();
		return { id: this.#nextId, name: neutralName(this.#lastNumber + 1), addedAt: clock.now() };
	}

	#takeFresh(): FreshPaper {
		const fresh = this.#fresh();
		this.#lastNumber += 1;
		this.#nextId = null;
		return fresh;
	}

	/** What comes is there whatever is undone. */
	#arrive(arrival: PaperArrival): void {
		this.#change(arrived(this.#edited, arrival));
	}

	#change(after: EditedPapers): void {
		this.#edited = after;
		this.#words.papersChanged(after.papers);
		this.#tell();
	}

	#forgetOldest(): readonly string[] | null {
		const before = this.#edited;
		const after = forgotOldest(before);
		if (after === null) return null;
		this.#edited = after;
		this.#tell();
		return unneeded(before, after);
	}

	#tell(): void {
		const contents = { papers: this.papers(), undoable: this.#edited.steps.at(-1)?.edit ?? null };
		for (const listener of this.#listeners) listener(contents);
	}

	/** A scan that has no page yet takes no place. */
	#papersWithPages(): number {
		return this.papers().filter((paper) => paper.kind === 'document' || paper.pages.length > 0).length;
	}

	/** Pages that nobody has looked at, then pages that nobody has read. */
	#nextLook(): (() => Promise<void>) | null {
		const { signal } = this.#epoch;
		const papers = this.papers();
		const page = papers
			.flatMap((paper) => (paper.kind === 'pages' ? paper.pages : []))
			.find(({ findings }) => findings === null);
		if (page !== undefined) return () => this.#look(page.image.id, signal);
		const unread = this.#words.nextOf(papers);
		return unread === null ? null : () => this.#words.read(unread, signal);
	}

	/** Looks at a page, unless somebody has. */
	async #look(pageId: string, signal: AbortSignal): Promise<void> {
		const page = this.papers()
			.flatMap((paper) => (paper.kind === 'pages' ? paper.pages : []))
			.find(({ image }) => image.id === pageId);
		if (page === undefined || page.findings !== null || signal.aborted) return;
		const findings = await this.#pictures.examine(page, signal);
		if (findings !== null) this.#arrive({ type: 'findings', pageId, findings });
	}

	#pdfOptions({ name, addedAt }: Paper): PdfOptions {
		return { title: name, language: this.#options.language(), createdAt: new Date(addedAt) };
	}

	/** The file that holds a paper as a PDF; made where it is none yet. */
	async #pdfFile(paperId: string, signal: AbortSignal): Promise<Result<DerivedFile, TrayFault>> {
		const paper = this.#paper(paperId);
		if (paper === undefined || visiblePageCount(paper) === 0) return failed('not-found');
		const options = this.#pdfOptions(paper);
		if (paper.kind === 'pages') return this.#pdfs.open(paper, options, signal);
		if (paper.mediaType === 'application/pdf') return ok({ id: paper.id, sizeBytes: paper.sizeBytes });
		const key = `picture ${JSON.stringify([paper.id, options])}`;
		const finished = this.#store.derived(key);
		if (finished !== null) return ok(finished);
		return this.#with<DerivedFile>(paper.id, signal, async (bytes) => {
			const made = await this.#options.documents.imageToPdf(bytes, options);
			if (!made.ok) return made;
			const file = await this.#store.derive(key, () => [made.value]);
			return file === null ? failed('full') : ok(file);
		});
	}

	/** Holds no file open between two parts, so that nobody who reads slowly is in the way of a wipe. */
	#stream(fileId: string, from: number, to: number, signal: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>> {
		let at = from;
		const pull = async (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
			const length = Math.min(partBytes, to - at);
			const bytes = signal.aborted || length === 0 ? null : await this.#files.readPart(fileId, at, length);
			at += length;
			if (bytes !== null && !signal.aborted) controller.enqueue(bytes);
			else if (length > 0) return controller.error(new Error('the PDF is gone'));
			if (at >= to) controller.close();
		};
		return new ReadableStream({ pull: (controller) => this.#run(pull(controller)) }, { highWaterMark: 0 });
	}

	async #bytes(fileId: string): Promise<Result<Uint8Array<ArrayBuffer>, TrayFault>> {
		const bytes = await this.#files.read(fileId);
		return bytes === null ? failed('damaged') : ok(bytes);
	}

	/** Lends the bytes of one file, unless the session has ended meanwhile. */
	async #with<Value>(
		fileId: string,
		signal: AbortSignal,
		use: (bytes: Uint8Array) => Promise<Result<Value, TrayFault>>
	): Promise<Result<Value, TrayFault>> {
		if (signal.aborted) return failed('not-found');
		using held = await this.#store.read(fileId);
		if (held === null) return failed('damaged');
		return signal.aborted ? failed('not-found') : await use(held.bytes);
	}

	/** Runs work on this session's bytes; after a wipe its outcome is `ended`. */
	#track<Value, Fault>(
		ended: Fault,
		work: (signal: AbortSignal) => Promise<Result<Value, Fault>>
	): Promise<Result<Value, Fault>> {
		const { signal } = this.#epoch;
		return this.#run(work(signal).then((outcome) => (signal.aborted ? failed(ended) : outcome)));
	}

	/** Lets a wipe know of what is running. */
	#run<Value>(work: Promise<Value>): Promise<Value> {
		const running = work.finally(() => this.#running.delete(running));
		this.#running.add(running);
		return running;
	}
}

type SizedPages = readonly (PageSize & { readonly id: string })[];
type Drawing = Promise<Result<Uint8Array, TrayFault>>;

const partBytes = 256 * 1024;

/** Files that were needed before and are not after. */
const unneeded = (before: EditedPapers, after: EditedPapers): readonly string[] => [
	...neededFiles(before).difference(neededFiles(after))
];

/** Resolves when all are settled, or at once when the signal aborts. */
async function settledOrAborted(running: Iterable<Promise<unknown>>, signal: AbortSignal): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const onAbort = () => resolve();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', onAbort, { once: true });
	await Promise.race([Promise.allSettled(running), promise]);
	signal.removeEventListener('abort', onAbort);
}
