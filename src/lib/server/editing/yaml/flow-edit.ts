import { withEdits, type TextEdit } from './text-edits.ts';

/** A stretch of the text, `[start, end)`. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** What is to stand at one place between the brackets: an entry that is there, with the edits in it, or a new one. */
export type FlowPart = { readonly entry: number; readonly edits: readonly TextEdit[] } | { readonly text: string };

/** Writes what is between the brackets of `[a, b]` or `{ a: b }` anew, from its old entries and new ones. Every comment there stays. */
export function flowEdit(
	text: string,
	brackets: Stretch,
	entries: readonly Stretch[],
	parts: readonly FlowPart[]
): TextEdit {
	const from = brackets.start + 1;
	const to = brackets.end - 1;
	const gaps = [...entries, { start: to, end: to }].map(({ start }, index) =>
		withoutComma(text.slice(entries[index - 1]?.end ?? from, start))
	);
	const isBare = (gap: string) => !gap.includes('#');
	if (parts.length === 0 && gaps.every(isBare)) return { from, to, text: '' };
	const firstGap = gaps.slice(0, 1).filter(isBare).join('');
	const betweenParts = /\r?\n[ \t]*$/.exec(gaps[0] ?? '')?.[0] ?? ' ';

	let passed = 0;
	const commentsUpTo = (entry: number): string => {
		const comments = gaps.slice(passed, entry + 1).filter((gap) => !isBare(gap));
		passed = Math.max(passed, entry + 1);
		return comments.join('');
	};
	const written = parts.map((part, index) => {
		const usual = index === 0 ? firstGap : betweenParts;
		if ('text' in part) return usual + part.text;
		const { start, end } = entries[part.entry] ?? brackets;
		return (commentsUpTo(part.entry) || usual) + withEdits(text, part.edits, start, end);
	});
	const lastGap = gaps.slice(-1).filter(isBare).join('');
	return { from, to, text: written.join(',') + commentsUpTo(entries.length) + lastGap };
}

/** What lies between two entries without its comma, which may stand before a comment or after it. */
const withoutComma = (gap: string): string => gap.replace(/^((?:[^#,]|#[^\n]*)*),/, '$1');
