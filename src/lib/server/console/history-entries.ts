import { changedLines } from '../../domain/console/changed-lines.ts';
import type { HistoryEntry } from '../../domain/console/history-entry.ts';
import type { SavedVersion } from '../../ports/config-history.ts';

/** Saved versions as the history shows them: the lines that changed instead of whole files. */
export const historyEntries = (versions: readonly SavedVersion[]): readonly HistoryEntry[] =>
	versions.map(({ id, at, who, summary, files, undoes }) => ({
		id,
		at,
		who,
		summary,
		files: files.map(({ path, before, after }) => ({ path, lines: changedLines(before, after) })),
		undoes,
		undoneBy: versions.find((other) => other.undoes === id)?.id ?? null
	}));
