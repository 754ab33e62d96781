import type { Paper, Rotation, ScannedPaper } from '../domain/paper.ts';
import type { Result } from '../domain/result.ts';
import type { ScannedPage } from './scanner.ts';
import type { Wipeable } from './wipeable.ts';

/** What the tray cannot do. */
export const trayFaults = ['not-found', 'full', 'refused-type', 'damaged', 'too-big'] as const;
export type TrayFault = (typeof trayFaults)[number];

/** My papers: everything of the session's documents, in one folder on tmpfs. Ids are made here; no path ever comes from outside. */
export interface Tray extends Wipeable {
	/** Calls back after each change with all papers, oldest first. Returns how to stop. */
	onChange(listener: (papers: readonly Paper[]) => void): () => void;
	papers(): readonly Paper[];
	/** Begins a paper without pages; pages follow as the device gives them. */
	beginScan(): ScannedPaper;
	addPage(paperId: string, page: ScannedPage): Promise<Result<ScannedPaper, TrayFault>>;
	/** A download or captured page; its type is found from its bytes, never from its name. `name` becomes a neutral file name. */
	addDocument(origin: 'downloaded' | 'captured', name: string, bytes: Uint8Array): Promise<Result<Paper, TrayFault>>;
	rename(paperId: string, name: string): Result<Paper, TrayFault>;
	rotatePage(paperId: string, pageId: string, rotation: Rotation): Result<Paper, TrayFault>;
	/** A paper keeps at least one visible page. */
	setPageRemoved(
		paperId: string,
		pageId: string,
		removed: boolean
	): Result<Paper, TrayFault | 'page-count-would-be-zero'>;
	remove(paperId: string): Promise<Result<void, TrayFault>>;
	/** The paper as a PDF; unedited scanned pages inside are byte-identical to what the device gave. */
	pdf(paperId: string): Promise<Result<Uint8Array, TrayFault>>;
	/** A document byte for byte as it came; a scanned paper has none (`refused-type`). */
	original(paperId: string): Promise<Result<Uint8Array, TrayFault>>;
	/** A small JPEG of a page (counted from 0 among visible pages), upright, at most 400 px high. */
	thumbnail(paperId: string, pageIndex: number): Promise<Result<Uint8Array, TrayFault>>;
}
