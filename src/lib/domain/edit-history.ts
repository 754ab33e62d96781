import {
	applyEdit,
	arrive,
	type FreshPaper,
	type PaperArrival,
	type PaperEdit,
	type PaperEditFault
} from './paper-edits.ts';
import type { Paper } from './paper.ts';
import { ok, type Result } from './result.ts';

/** An edit that can be taken back, and what the papers would be without it. */
export interface EditStep {
	readonly edit: PaperEdit['type'];
	readonly before: readonly Paper[];
}

/** The papers and the way that led to them. */
export interface EditedPapers {
	readonly papers: readonly Paper[];
	/** Oldest first. */
	readonly steps: readonly EditStep[];
}

export const noPapers: EditedPapers = { papers: [], steps: [] };

/** Nobody goes back further, and each step may hold on to bytes. */
export const rememberedSteps = 100;

/** After an edit. One that changes nothing is no step; nor is the removal of a scan that never got a page: that was never there. */
export function edited(before: EditedPapers, edit: PaperEdit, fresh: FreshPaper): Result<EditedPapers, PaperEditFault> {
	const applied = applyEdit(before.papers, edit, fresh);
	if (!applied.ok) return applied;
	if (applied.value === before.papers) return ok(before);
	const paper = before.papers.find(({ id }) => id === edit.paperId);
	if (edit.type === 'remove paper' && paper?.kind === 'pages' && paper.pages.length === 0)
		return ok(everywhere(before, (papers) => papers.filter(({ id }) => id !== paper.id)));
	const steps = [...before.steps, { edit: edit.type, before: before.papers }];
	return ok({ papers: applied.value, steps: steps.slice(-rememberedSteps) });
}

/** After an arrival, which no undo takes back: it comes into what was before each edit, too. */
export const arrived = (before: EditedPapers, arrival: PaperArrival): EditedPapers =>
	everywhere(before, (papers) => arrive(papers, arrival));

/** Without the last edit; null: there is none. */
export function undone({ steps }: EditedPapers): EditedPapers | null {
	const last = steps.at(-1);
	return last === undefined ? null : { papers: last.before, steps: steps.slice(0, -1) };
}

/** The same papers, but the oldest edit cannot be taken back any more; null: there is none. */
export const forgotOldest = ({ papers, steps }: EditedPapers): EditedPapers | null =>
	steps.length === 0 ? null : { papers, steps: steps.slice(1) };

/** A paper by its id, as it is or as an undo may bring it back. */
export const rememberedPaper = ({ papers, steps }: EditedPapers, paperId: string): Paper | undefined =>
	[papers, ...steps.map(({ before }) => before).toReversed()].flat().find(({ id }) => id === paperId);

/** The ids of all pages and documents whose bytes are needed, now or after an undo. */
export const neededFiles = ({ papers, steps }: EditedPapers): ReadonlySet<string> =>
	new Set(
		[papers, ...steps.map(({ before }) => before)]
			.flat()
			.flatMap((paper) => (paper.kind === 'document' ? paper.id : paper.pages.map(({ image }) => image.id)))
	);

const everywhere = (
	{ papers, steps }: EditedPapers,
	change: (papers: readonly Paper[]) => readonly Paper[]
): EditedPapers => ({
	papers: change(papers),
	steps: steps.map((step) => ({ ...step, before: change(step.before) }))
});
