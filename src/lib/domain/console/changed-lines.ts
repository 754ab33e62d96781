/** What differs between two texts: one stretch of lines, between what is the same at the beginning and at the end. */
export interface ChangedLines {
	/** Line number of the first, from 1. */
	readonly at: number;
	readonly removed: readonly string[];
	readonly added: readonly string[];
}

/** The smallest single stretch of lines that covers every difference; null where there is none. A file that is not there has no lines. */
export function changedLines(before: string | null, after: string | null): ChangedLines | null {
	const [old, made] = [linesOf(before), linesOf(after)];
	const shorter = Math.min(old.length, made.length);
	const firstOther = old.findIndex((line, index) => line !== made[index]);
	const head = firstOther === -1 ? shorter : Math.min(firstOther, shorter);
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === made.at(-1 - tail)) tail += 1;
	const removed = old.slice(head, old.length - tail);
	const added = made.slice(head, made.length - tail);
	return removed.length === 0 && added.length === 0 ? null : { at: head + 1, removed, added };
}

const linesOf = (text: string | null): readonly string[] =>
	text === null || text === '' ? [] : text.replace(/\n$/, '').split('\n');
