import { isDeepStrictEqual } from 'node:util';
import { paperNameOfFile } from '../../../domain/file-name.ts';
import {
	applyEdit,
	arrive,
	type FreshPaper,
	type PaperArrival,
	type PaperEdit,
	type PaperEditFault
} from '../../../domain/paper-edits.ts';
import {
	untouchedPage,
	visiblePageCount,
	type Compression,
	type DocumentPaper,
	type Paper,
	type PaperPage,
	type ScannedPaper
} from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { ScanPreset } from '../../../domain/scan-settings.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Documents, PageLook, PdfPage } from '../../../ports/documents.ts';
import type { ScannedPage } from '../../../ports/scanner.ts';
import type { FitFault, Tray, TrayContents, TrayFault } from '../../../ports/tray.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { letGo, PaperFiles } from './paper-files.ts';
import { ThumbnailCache } from './thumbnail-cache.ts';

export interface TrayLimits {
	/** All papers together, as they lie on tmpfs. */
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
}

type Drawing = Promise<Result<Uint8Array, TrayFault>>;

const thumbnailLimits = { maxBytes: 8 * 1024 * 1024, atOnce: 2 };

/** Opens the tray over its folder, making it where it is not. Throws when the folder cannot be made or is not ours. */
export const createTray = (options: TrayOptions): Tray => new FolderTray(options);

interface Step {
	readonly edit: PaperEdit['type'];
	readonly before: readonly Paper[];
}

class FolderTray implements Tray {
	readonly #options: TrayOptions;
	readonly #files: PaperFiles;
	readonly #thumbnails = new ThumbnailCache(thumbnailLimits);
	readonly #listeners = new Set<(contents: TrayContents) => void>();
	#papers: readonly Paper[] = [];
	/** What the papers were before each edit, oldest first. */
	#history: Step[] = [];
	/** What still works on bytes of this session; a wipe stops it and waits for it. */
	readonly #running = new Set<Promise<unknown>>();
	/** One for each session: what began before a wipe belongs to no paper after it. */
	#epoch = new AbortController();
	#usedBytes = 0;
	#lastNumber = 0;

	constructor(options: TrayOptions) {
		this.#options = options;
		this.#files = new PaperFiles(options.directory);
	}

	onChange(listener: (contents: TrayContents) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	papers(): readonly Paper[] {
		return this.#papers;
	}

	beginScan(): ScannedPaper {
		const paper: ScannedPaper = { ...this.#fresh(), kind: 'pages', origin: 'scanned', pages: [], compression: null };
		this.#arrive({ type: 'paper', paper });
		return paper;
	}

	async addPage(paperId: string, page: ScannedPage, preset: ScanPreset): Promise<Result<ScannedPaper, TrayFault>> {
		const paper = this.#paper(paperId);
		if (paper?.kind !== 'pages') return failed('not-found');
		const { limits, documents, newId } = this.#options;
		const { bytes, mediaType, widthPx, heightPx, resolutionDpi } = page;
		if (!documents.isJpeg(bytes)) return failed('damaged');
		if (paper.pages.length === 0 && this.#papersWithPages() >= limits.maxPapers) return failed('full');
		if (paper.pages.length >= limits.maxPagesPerPaper) return failed('full');
		const sizeBytes = bytes.length;
		const image = { id: newId(), mediaType, widthPx, heightPx, resolutionDpi, sizeBytes, preset };
		const stored = this.#store(image.id, bytes);
		if (!stored.ok) return stored;
		const { id, name, addedAt } = paper;
		this.#arrive({ type: 'page', into: { id, name, addedAt }, page: untouchedPage(image) });
		const grown = this.#paper(paperId);
		return grown?.kind === 'pages' ? ok(grown) : failed('not-found');
	}

	addDocument(
		origin: 'downloaded' | 'captured',
		name: string,
		bytes: Uint8Array
	): Promise<Result<DocumentPaper, TrayFault>> {
		return this.#track(async (signal) => {
			const { limits, documents } = this.#options;
			if (bytes.length > limits.maxDocumentBytes) return failed('too-big');
			const facts = await documents.inspect(bytes, signal);
			if (signal.aborted) return failed('not-found');
			if (!facts.ok) return facts;
			if (facts.value.pageCount > limits.maxPagesPerPaper) return failed('too-many-pages');
			if (this.#papersWithPages() >= limits.maxPapers) return failed('full');
			const fresh = this.#fresh();
			const stored = this.#store(fresh.id, bytes);
			if (!stored.ok) return stored;
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
		const before = this.#papers;
		const edited = applyEdit(before, edit, this.#fresh(edit.type === 'split paper'));
		if (!edited.ok) return edited;
		if (isDeepStrictEqual(edited.value, before)) return ok(undefined);
		this.#papers = edited.value;
		this.#history.push({ edit: edit.type, before });
		this.#tell();
		return ok(undefined);
	}

	undo(): boolean {
		const step = this.#history.pop();
		if (step === undefined) return false;
		this.#papers = step.before;
		this.#tell();
		return true;
	}

	pdf(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async (signal) => {
			const paper = this.#paper(paperId);
			if (paper === undefined || visiblePageCount(paper) === 0) return failed('not-found');
			const { documents, language } = this.#options;
			const options = { title: paper.name, language: language(), createdAt: new Date(paper.addedAt) };
			if (paper.kind === 'pages') {
				return this.#withPageImages(paper, signal, async (pages) =>
					ok(Buffer.concat(await Array.fromAsync(documents.pagesToPdf(pages, options))))
				);
			}
			if (paper.mediaType === 'application/pdf') return this.#bytes(paper.id);
			return this.#with(paper.id, signal, (bytes) => documents.imageToPdf(bytes, options));
		});
	}

	original(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async () => {
			const paper = this.#paper(paperId);
			if (paper === undefined) return failed('not-found');
			return paper.kind === 'document' ? this.#bytes(paper.id) : failed('refused-type');
		});
	}

	thumbnail(paperId: string, pageName: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async (signal) => {
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

	async fit(): Promise<Result<Compression, FitFault>> {
		return failed({ kind: 'not-found' });
	}

	wipe(signal: AbortSignal): Promise<WipeProof> {
		return wipeWithin('tray', signal, (limit) => this.#wipe(limit));
	}

	async #wipe(signal: AbortSignal): Promise<WipeProof> {
		const started = performance.now();
		this.#epoch.abort();
		this.#epoch = new AbortController();
		this.#papers = [];
		this.#history = [];
		this.#thumbnails.clear();
		this.#usedBytes = 0;
		this.#lastNumber = 0;
		await settledOrAborted(this.#running, signal);
		this.#files.removeFolder();
		const remains: readonly [number, string][] = [
			[this.#files.remaining(), 'entries in the tray folder'],
			[this.#files.openDescriptors(), 'open files of the tray'],
			[this.#papers.length + this.#thumbnails.size, 'papers and pictures in memory'],
			[this.#running.size, 'unfinished tasks'],
			[this.#files.remakeFolder() ? 0 : 1, 'folders that could not be made anew']
		];
		const found = remains.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
		this.#tell();
		return {
			step: 'tray',
			proven: found.length === 0,
			lookedAt: ['tray folder', 'open files of this process', 'papers and pictures in memory', 'unfinished tasks'],
			found,
			durationMs: performance.now() - started
		};
	}

	#paper(paperId: string): Paper | undefined {
		return this.#papers.find(({ id }) => id === paperId);
	}

	/** A new paper's id and neutral name; one that is only asked about takes no number. */
	#fresh(takesNumber = true): FreshPaper {
		const number = this.#lastNumber + 1;
		if (takesNumber) this.#lastNumber = number;
		const { newId, neutralName, clock } = this.#options;
		return { id: newId(), name: neutralName(number), addedAt: clock.now() };
	}

	/** What comes is there whatever is undone. */
	#arrive(arrival: PaperArrival): void {
		this.#papers = arrive(this.#papers, arrival);
		this.#history = this.#history.map((step) => ({ ...step, before: arrive(step.before, arrival) }));
		this.#tell();
	}

	#tell(): void {
		const contents = { papers: this.#papers, undoable: this.#history.at(-1)?.edit ?? null };
		for (const listener of this.#listeners) listener(contents);
	}

	/** A scan that has no page yet takes no place. */
	#papersWithPages(): number {
		return this.papers().filter((paper) => paper.kind === 'document' || paper.pages.length > 0).length;
	}

	#store(id: string, bytes: Uint8Array): Result<void, TrayFault> {
		const { maxDocumentBytes, maxBytes } = this.#options.limits;
		if (bytes.length > maxDocumentBytes) return failed('too-big');
		if (this.#usedBytes + bytes.length > maxBytes || !this.#files.write(id, bytes)) return failed('full');
		this.#usedBytes += bytes.length;
		return ok(undefined);
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
		const bytes = await this.#bytes(fileId);
		if (!bytes.ok) return bytes;
		try {
			return signal.aborted ? failed('not-found') : await use(bytes.value);
		} finally {
			letGo(bytes.value);
		}
	}

	/** Lends the visible pages of a scan. */
	async #withPageImages<Value>(
		paper: ScannedPaper,
		signal: AbortSignal,
		use: (pages: readonly PdfPage[]) => Promise<Result<Value, TrayFault>>
	): Promise<Result<Value, TrayFault>> {
		const read: Uint8Array<ArrayBuffer>[] = [];
		try {
			const pages: PdfPage[] = [];
			for (const { image, rotation } of paper.pages.filter(({ removed }) => !removed)) {
				if (signal.aborted) return failed('not-found');
				const bytes = await this.#bytes(image.id);
				if (!bytes.ok) return bytes;
				read.push(bytes.value);
				const { widthPx, heightPx, resolutionDpi } = image;
				pages.push({
					picture: { kind: 'jpeg', bytes: bytes.value, widthPx, heightPx, resolutionDpi },
					rotation,
					words: []
				});
			}
			return signal.aborted ? failed('not-found') : await use(pages);
		} finally {
			read.forEach(letGo);
		}
	}

	/** Runs work on this session's bytes so that a wipe knows of it; after a wipe its outcome is `not-found`. */
	#track<Value>(work: (signal: AbortSignal) => Promise<Result<Value, TrayFault>>): Promise<Result<Value, TrayFault>> {
		const { signal } = this.#epoch;
		const running = work(signal)
			.then((outcome) => (signal.aborted ? failed('not-found' as const) : outcome))
			.finally(() => this.#running.delete(running));
		this.#running.add(running);
		return running;
	}
}

const lookOf = ({ findings, rotation, straightened, cropped, lightness }: PaperPage): PageLook => ({
	rotation,
	straightenDegrees: straightened ? (findings?.leaningDegrees ?? 0) : 0,
	crop: cropped ? (findings?.paperBox ?? null) : null,
	lightness
});

/** Resolves when all are settled, or at once when the signal aborts. */
async function settledOrAborted(running: Iterable<Promise<unknown>>, signal: AbortSignal): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const onAbort = () => resolve();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', onAbort, { once: true });
	await Promise.race([Promise.allSettled(running), promise]);
	signal.removeEventListener('abort', onAbort);
}
