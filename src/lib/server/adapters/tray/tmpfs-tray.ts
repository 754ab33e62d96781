import { cleanPaperName, paperNameOfFile } from '../../../domain/file-name.ts';
import { rotatePage, setPageRemoved, type PageEditFault } from '../../../domain/paper-edits.ts';
import { visiblePageCount, type DocumentPaper, type Paper, type ScannedPaper } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Documents, PageImage } from '../../../ports/documents.ts';
import type { ScannedPage } from '../../../ports/scanner.ts';
import type { Tray, TrayFault } from '../../../ports/tray.ts';
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

interface Entry {
	paper: Paper;
	readonly number: number;
}

const thumbnailLimits = { maxBytes: 8 * 1024 * 1024, atOnce: 2 };

/** Opens the tray over its folder, making it where it is not. Throws when the folder cannot be made or is not ours. */
export const createTray = (options: TrayOptions): Tray => new FolderTray(options);

class FolderTray implements Tray {
	readonly #options: TrayOptions;
	readonly #files: PaperFiles;
	readonly #thumbnails = new ThumbnailCache(thumbnailLimits);
	readonly #listeners = new Set<(papers: readonly Paper[]) => void>();
	readonly #entries = new Map<string, Entry>();
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

	onChange(listener: (papers: readonly Paper[]) => void): () => void {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	}

	papers(): readonly Paper[] {
		return [...this.#entries.values()].map(({ paper }) => paper);
	}

	beginScan(): ScannedPaper {
		const number = (this.#lastNumber += 1);
		const { newId, neutralName, clock } = this.#options;
		const common = { id: newId(), name: neutralName(number), addedAt: clock.now() };
		return this.#put({ ...common, kind: 'pages', origin: 'scanned', pages: [] }, number);
	}

	async addPage(paperId: string, page: ScannedPage): Promise<Result<ScannedPaper, TrayFault>> {
		const entry = this.#entries.get(paperId);
		if (entry?.paper.kind !== 'pages') return failed('not-found');
		const { limits, documents, newId } = this.#options;
		const { bytes, mediaType, widthPx, heightPx, resolutionDpi } = page;
		if (!documents.isJpeg(bytes)) return failed('damaged');
		if (entry.paper.pages.length === 0 && this.#papersWithPages() >= limits.maxPapers) return failed('full');
		if (entry.paper.pages.length >= limits.maxPagesPerPaper) return failed('full');
		const image = { id: newId(), mediaType, widthPx, heightPx, resolutionDpi };
		const stored = this.#store(image.id, bytes);
		if (!stored.ok) return stored;
		const pages = [...entry.paper.pages, { image, rotation: 0 as const, removed: false }];
		return ok(this.#put({ ...entry.paper, pages }, entry.number));
	}

	addDocument(origin: 'downloaded' | 'captured', name: string, bytes: Uint8Array): Promise<Result<Paper, TrayFault>> {
		return this.#track(async (signal) => {
			const { limits, documents, newId, neutralName, clock } = this.#options;
			if (bytes.length > limits.maxDocumentBytes) return failed('too-big');
			const facts = await documents.inspect(bytes, signal);
			if (signal.aborted) return failed('not-found');
			if (!facts.ok) return facts;
			if (facts.value.pageCount > limits.maxPagesPerPaper) return failed('too-big');
			if (this.#papersWithPages() >= limits.maxPapers) return failed('full');
			const id = newId();
			const stored = this.#store(id, bytes);
			if (!stored.ok) return stored;
			const number = (this.#lastNumber += 1);
			const paper: DocumentPaper = {
				id,
				name: paperNameOfFile(name) ?? neutralName(number),
				addedAt: clock.now(),
				kind: 'document',
				origin,
				...facts.value,
				sizeBytes: bytes.length
			};
			return ok(this.#put(paper, number));
		});
	}

	rename(paperId: string, name: string): Result<Paper, TrayFault> {
		const entry = this.#entries.get(paperId);
		if (entry === undefined) return failed('not-found');
		const cleaned = cleanPaperName(name) ?? this.#options.neutralName(entry.number);
		return ok(this.#put({ ...entry.paper, name: cleaned }, entry.number));
	}

	rotatePage(...[paperId, pageId, rotation]: Parameters<Tray['rotatePage']>): Result<Paper, TrayFault> {
		const edited = this.#edit(paperId, (paper) => rotatePage(paper, pageId, rotation));
		return edited.ok ? edited : failed('not-found');
	}

	setPageRemoved(paperId: string, pageId: string, removed: boolean): Result<Paper, PageEditFault> {
		return this.#edit(paperId, (paper) => setPageRemoved(paper, pageId, removed));
	}

	async remove(paperId: string): Promise<Result<void, TrayFault>> {
		const paper = this.#entries.get(paperId)?.paper;
		if (paper === undefined) return failed('not-found');
		this.#entries.delete(paperId);
		const removed = fileIds(paper).map((fileId) => {
			this.#thumbnails.forget(fileId);
			const bytes = this.#files.delete(fileId);
			this.#usedBytes -= bytes ?? 0;
			return bytes !== null;
		});
		this.#tell();
		// What resists stays counted, and goes with the whole folder in the wipe.
		return removed.includes(false) ? failed('damaged') : ok(undefined);
	}

	pdf(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async (signal) => {
			const paper = this.#entries.get(paperId)?.paper;
			if (paper === undefined || visiblePageCount(paper) === 0) return failed('not-found');
			const { documents, language } = this.#options;
			const options = { title: paper.name, language: language(), createdAt: new Date(paper.addedAt) };
			if (paper.kind === 'pages') {
				return this.#withPageImages(paper, signal, async (pages) => ok(await documents.pagesToPdf(pages, options)));
			}
			if (paper.mediaType === 'application/pdf') return this.#bytes(paper.id);
			return this.#with(paper.id, signal, (bytes) => documents.imageToPdf(bytes, options));
		});
	}

	original(paperId: string): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async () => {
			const paper = this.#entries.get(paperId)?.paper;
			if (paper === undefined) return failed('not-found');
			return paper.kind === 'document' ? this.#bytes(paper.id) : failed('refused-type');
		});
	}

	thumbnail(paperId: string, pageIndex: number): Promise<Result<Uint8Array, TrayFault>> {
		return this.#track(async (signal) => {
			const paper = this.#entries.get(paperId)?.paper;
			const { documents } = this.#options;
			const drawn = (fileId: string, variant: string, draw: (bytes: Uint8Array) => Drawing) =>
				this.#thumbnails.get(fileId, variant, () => this.#with(fileId, signal, draw));
			if (paper?.kind === 'pages') {
				const page = paper.pages.filter(({ removed }) => !removed)[pageIndex];
				if (page === undefined) return failed('not-found');
				const { image, rotation } = page;
				return drawn(image.id, `turned ${rotation}`, (bytes) => documents.imageThumbnail(bytes, rotation));
			}
			if (paper === undefined || !Number.isInteger(pageIndex) || pageIndex < 0 || pageIndex >= paper.pageCount) {
				return failed('not-found');
			}
			return drawn(paper.id, `page ${pageIndex}`, (bytes) =>
				paper.mediaType === 'application/pdf'
					? documents.pdfThumbnail(bytes, pageIndex, signal)
					: documents.imageThumbnail(bytes, null)
			);
		});
	}

	wipe(signal: AbortSignal): Promise<WipeProof> {
		return wipeWithin('tray', signal, (limit) => this.#wipe(limit));
	}

	async #wipe(signal: AbortSignal): Promise<WipeProof> {
		const started = performance.now();
		this.#epoch.abort();
		this.#epoch = new AbortController();
		this.#entries.clear();
		this.#thumbnails.clear();
		this.#usedBytes = 0;
		this.#lastNumber = 0;
		await settledOrAborted(this.#running, signal);
		this.#files.removeFolder();
		const remains: readonly [number, string][] = [
			[this.#files.remaining(), 'entries in the tray folder'],
			[this.#files.openDescriptors(), 'open files of the tray'],
			[this.#entries.size + this.#thumbnails.size, 'papers and pictures in memory'],
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

	#put<Kind extends Paper>(paper: Kind, number: number): Kind {
		this.#entries.set(paper.id, { paper, number });
		this.#tell();
		return paper;
	}

	#edit(
		paperId: string,
		change: (paper: ScannedPaper) => Result<ScannedPaper, PageEditFault>
	): Result<Paper, PageEditFault> {
		const entry = this.#entries.get(paperId);
		if (entry?.paper.kind !== 'pages') return failed('not-found');
		const changed = change(entry.paper);
		return changed.ok ? ok(this.#put(changed.value, entry.number)) : changed;
	}

	#tell(): void {
		const papers = this.papers();
		for (const listener of this.#listeners) listener(papers);
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
		use: (pages: readonly PageImage[]) => Promise<Result<Value, TrayFault>>
	): Promise<Result<Value, TrayFault>> {
		const read: Uint8Array<ArrayBuffer>[] = [];
		try {
			const pages: PageImage[] = [];
			for (const { image, rotation } of paper.pages.filter(({ removed }) => !removed)) {
				if (signal.aborted) return failed('not-found');
				const bytes = await this.#bytes(image.id);
				if (!bytes.ok) return bytes;
				read.push(bytes.value);
				const { widthPx, heightPx, resolutionDpi } = image;
				pages.push({ bytes: bytes.value, widthPx, heightPx, resolutionDpi, rotation });
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

const fileIds = (paper: Paper): readonly string[] =>
	paper.kind === 'document' ? [paper.id] : paper.pages.map(({ image }) => image.id);

/** Resolves when all are settled, or at once when the signal aborts. */
async function settledOrAborted(running: Iterable<Promise<unknown>>, signal: AbortSignal): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	const onAbort = () => resolve();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', onAbort, { once: true });
	await Promise.race([Promise.allSettled(running), promise]);
	signal.removeEventListener('abort', onAbort);
}
