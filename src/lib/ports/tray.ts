import type { Compression, DocumentPaper, Paper, ScannedPaper } from '../domain/paper.ts';
import type { PaperEdit, PaperEditFault } from '../domain/paper-edits.ts';
import type { PageSize } from '../domain/printing/fit-to-a4.ts';
import type { Result } from '../domain/result.ts';
import type { ScanPreset } from '../domain/scan-settings.ts';
import type { ScannedPage } from './scanner.ts';
import type { Wipeable } from './wipeable.ts';

/** What the tray cannot do. */
export const trayFaults = [
	'not-found',
	'full',
	'refused-type',
	'damaged',
	'password-protected',
	'too-big',
	'too-many-pages'
] as const;
export type TrayFault = (typeof trayFaults)[number];

export interface TrayContents {
	/** Oldest first. */
	readonly papers: readonly Paper[];
	/** What an undo would take back; null: nothing. */
	readonly undoable: PaperEdit['type'] | null;
}

/** Why a paper cannot be made small enough. */
export type FitFault =
	| { readonly kind: TrayFault }
	/** So many of its first pages would fit. */
	| { readonly kind: 'cannot-fit'; readonly pagesThatFit: number };

/** A finished PDF that is read in parts. */
export interface OpenPdf {
	readonly sizeBytes: number;
	/** The bytes from `from` up to, but without, `to`. Errors when the session ends, or when its room was needed meanwhile. */
	read(from: number, to: number): ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** My papers: everything of the session's documents, in one folder on tmpfs. Ids are made here; no path ever comes from outside. */
export interface Tray extends Wipeable {
	/** Calls back after each change. Returns how to stop. */
	onChange(listener: (contents: TrayContents) => void): () => void;
	/** Oldest first. */
	papers(): readonly Paper[];
	/** Begins a paper without pages; pages follow as the device gives them. */
	beginScan(): ScannedPaper;
	/** Puts a page last. It is looked at afterwards, when no further page comes: its findings follow by themselves. */
	addPage(paperId: string, page: ScannedPage, preset: ScanPreset): Promise<Result<ScannedPaper, TrayFault>>;
	/** A download or captured page; its type is found from its bytes, never from its name. `name` becomes a neutral file name. */
	addDocument(
		origin: DocumentPaper['origin'],
		name: string,
		bytes: Uint8Array
	): Promise<Result<DocumentPaper, TrayFault>>;
	/** Changes papers; the bytes stay, so that it can be undone until the session ends or the room is needed. */
	edit(edit: PaperEdit): Result<void, PaperEditFault>;
	/** Takes the last edit back; what came since stays. False: there is none. */
	undo(): boolean;
	/** The paper as a PDF; unedited scanned pages inside are byte-identical to what the device gave. */
	pdf(paperId: string): Promise<Result<Uint8Array, TrayFault>>;
	/**
	 * The same PDF without taking it into memory. Whoever asks again with the same word for their opening reads on in the PDF that they
	 * began with, also when the paper has changed since.
	 */
	openPdf(paperId: string, opening: string | null): Promise<Result<OpenPdf, TrayFault>>;
	/** How large each page is that would be printed, in their order: turned, cut and taken apart as the paper is edited. */
	pageSizes(paperId: string): Promise<Result<readonly (PageSize & { readonly id: string })[], TrayFault>>;
	/** A document byte for byte as it came; a scanned paper has none (`refused-type`). */
	original(paperId: string): Promise<Result<Uint8Array, TrayFault>>;
	/** A small JPEG of a page as it is edited, upright, at most 400 px high. `page`: its id in a scan, in a document its number from 0. */
	thumbnail(paperId: string, page: string): Promise<Result<Uint8Array, TrayFault>>;
	/**
	 * Finds the least loss with which a scan takes at most so many bytes (null: none is needed); changes nothing. Tells after each page
	 * that it has tried. Cut off by the signal or the end of the session it is `not-found`.
	 */
	fit(
		paperId: string,
		maxBytes: number,
		onProgress: (done: number, total: number) => void,
		signal: AbortSignal
	): Promise<Result<Compression | null, FitFault>>;
}
