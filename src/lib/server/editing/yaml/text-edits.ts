/** Puts `text` in the place of what lies between two offsets of a file. */
export interface TextEdit {
	readonly from: number;
	readonly to: number;
	readonly text: string;
}

/** The part `[from, to)` of a text with the edits that lie in it made; edits do not overlap, and those at one place keep their order. */
export function withEdits(text: string, edits: readonly TextEdit[], from = 0, to = text.length): string {
	let done = '';
	let at = from;
	for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
		done += text.slice(at, edit.from) + edit.text;
		at = Math.max(at, edit.to);
	}
	return done + text.slice(at, to);
}

/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	if (end === -1) return text.length;
	return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** Where the line after that of an offset begins. */
export function nextLine(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end + 1;
}
