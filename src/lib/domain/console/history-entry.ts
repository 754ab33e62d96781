import type { ChangedLines } from './changed-lines.ts';

/** A saved version as the history shows it. */
export interface HistoryEntry {
	readonly id: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly who: string;
	readonly summary: string;
	readonly files: readonly { readonly path: string; readonly lines: ChangedLines | null }[];
	/** The version that this one took back. */
	readonly undoes: number | null;
	/** The version that took this one back. */
	readonly undoneBy: number | null;
}
