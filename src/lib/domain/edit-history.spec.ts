import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	arrived,
	edited,
	forgotOldest,
	neededFiles,
	noPapers,
	rememberedPaper,
	rememberedSteps,
	undone,
	type EditedPapers
} from './edit-history.ts';
import { arrive, type PaperArrival, type PaperEdit } from './paper-edits.ts';
import { visiblePageCount, type Paper } from './paper.ts';
import { anyEdit } from './testing/any-edit.ts';
import { document, findings, page, paper } from './testing/papers.ts';

const start: EditedPapers = { papers: [paper('one', 'a', 'b'), paper('two', 'c'), document('letter')], steps: [] };
const into = (id: string) => ({ id, name: id, addedAt: 0 });

const does = (before: EditedPapers, edit: PaperEdit, freshId = 'fresh'): EditedPapers => {
	const after = edited(before, edit, into(freshId));
	return after.ok ? after.value : before;
};
const turn = (rotation: 0 | 90 | 180 | 270): PaperEdit => ({
	type: 'rotate page',
	paperId: 'one',
	pageId: 'a',
	rotation
});
const takenBack = (after: EditedPapers) => undone(after)?.papers;

describe('taking back', () => {
	it('an edit gives the papers as they were, and there is no more to take back', () => {
		expect(undone(does(start, { type: 'merge papers', paperId: 'one', fromId: 'two' }))).toEqual(start);
		expect(undone(start)).toBeNull();
	});

	it('five quick turns takes five presses', () => {
		const turned = [turn(90), turn(180), turn(270), turn(0), turn(90)].reduce(
			(papers, each) => does(papers, each),
			start
		);
		const rotations = [];
		for (let at: EditedPapers | null = turned; at !== null; at = undone(at)) {
			const [first] = at.papers;
			rotations.push(first?.kind === 'pages' ? first.pages[0]?.rotation : null);
		}
		expect(rotations).toEqual([90, 0, 270, 180, 90, 0]);
	});

	it('passes over an edit that changed nothing or was refused', () => {
		const nothing = [turn(0), { type: 'remove page', paperId: 'two', pageId: 'c' } as const];
		expect(nothing.reduce((papers, each) => does(papers, each), start)).toEqual(start);
	});

	it('leaves the pages, documents and findings that came meanwhile', () => {
		const joined = does(start, { type: 'merge papers', paperId: 'one', fromId: 'two' });
		const arrivals: readonly PaperArrival[] = [
			{ type: 'page', into: into('two'), page: page('d') },
			{ type: 'paper', paper: document('decision') },
			{ type: 'findings', pageId: 'c', findings }
		];
		expect(takenBack(arrivals.reduce(arrived, joined))).toEqual([
			paper('one', 'a', 'b'),
			{ ...paper('two', 'c', 'd'), pages: [{ ...page('c'), findings }, page('d')] },
			document('letter'),
			document('decision')
		]);
	});

	it('never brings a scan back that got no page', () => {
		const begun = arrived(start, { type: 'paper', paper: paper('scan') });
		const ended = does(does(begun, turn(90)), { type: 'remove paper', paperId: 'scan' });
		expect(ended.steps.map(({ edit }) => edit)).toEqual(['rotate page']);
		expect(undone(ended)).toEqual(start);
	});

	it('reaches back a hundred edits, and the bytes of what is older are not needed', () => {
		const removed = does(start, { type: 'remove paper', paperId: 'two' });
		const far = Array.from({ length: rememberedSteps }, (_, number) => turn(number % 2 === 0 ? 90 : 0)).reduce(
			(papers, each) => does(papers, each),
			removed
		);
		expect([far.steps.length, [...neededFiles(removed)], [...neededFiles(far)]]).toEqual([
			100,
			['a', 'b', 'letter', 'c'],
			['a', 'b', 'letter']
		]);
	});

	it('ends where room was needed: the oldest step goes first', () => {
		const after = does(does(start, { type: 'remove paper', paperId: 'two' }), turn(90));
		const less = forgotOldest(after);
		expect([less?.papers, less?.steps.map(({ edit }) => edit), less && forgotOldest(less)?.steps]).toEqual([
			after.papers,
			['rotate page'],
			[]
		]);
		expect(forgotOldest(noPapers)).toBeNull();
	});

	it('knows a paper that an undo would bring back, and none of before', () => {
		const after = does(start, { type: 'remove paper', paperId: 'two' });
		expect([rememberedPaper(after, 'two'), rememberedPaper(after, 'gone')]).toEqual([paper('two', 'c'), undefined]);
	});
});

describe('whatever is edited, arrives and is taken back in whatever order', () => {
	const pages = (papers: readonly Paper[]) =>
		papers.flatMap((each) => (each.kind === 'pages' ? each.pages.map(({ image }) => image.id) : [])).sort();
	const paperIds = ['one', 'two', 'letter', 'fresh-0', 'fresh-1', 'fresh-2'];
	type Event = { edit: PaperEdit } | { pageInto: string } | 'undo';
	const anyEvents = (removes: boolean) =>
		fc
			.array(
				fc.oneof(
					{ weight: 6, arbitrary: anyEdit(paperIds, ['a', 'b', 'c', 'page-0', 'page-1']).map((edit) => ({ edit })) },
					{ weight: 2, arbitrary: fc.constantFrom('one', 'two', 'fresh-0').map((pageInto) => ({ pageInto })) },
					{ weight: 2, arbitrary: fc.constant('undo' as const) }
				),
				{ maxLength: 40 }
			)
			.map((events: readonly Event[]) =>
				events.filter(
					(event) => removes || event === 'undo' || !('edit' in event) || event.edit.type !== 'remove paper'
				)
			);
	const follow = (events: readonly Event[]) => {
		const came: string[] = ['a', 'b', 'c'];
		const end = events.reduce((papers, event, number) => {
			if (event === 'undo') return undone(papers) ?? papers;
			if ('edit' in event) return does(papers, event.edit, `fresh-${number}`);
			const id = `page-${came.length - 3}`;
			came.push(id);
			return arrived(papers, { type: 'page', into: into(event.pageInto), page: page(id) });
		}, start);
		return { end, came: came.sort() };
	};

	it('every page that came is there once, and no paper is without one', () => {
		fc.assert(
			fc.property(anyEvents(false), (events) => {
				const { end, came } = follow(events);
				expect(pages(end.papers)).toEqual(came);
				expect(end.papers.filter((each) => visiblePageCount(each) === 0)).toEqual([]);
			})
		);
	});

	it('what was removed with its paper comes back with it, and all that came is there when all is taken back', () => {
		fc.assert(
			fc.property(anyEvents(true), (events) => {
				const { end, came } = follow(events);
				let first = end;
				for (let at = undone(end); at !== null; at = undone(at)) first = at;
				expect(pages(first.papers)).toEqual(came);
				expect(new Set(pages(end.papers)).size).toBe(pages(end.papers).length);
				expect([...neededFiles(end)].filter((id) => id !== 'letter').sort()).toEqual(came);
			})
		);
	});

	it('an edit that is taken back was never there', () => {
		const arrivals = fc.array(
			fc.oneof(
				fc.nat(3).map((number): PaperArrival => ({ type: 'paper', paper: document(`came-${number}`) })),
				fc
					.constantFrom('one', 'two', 'fresh')
					.map((id): PaperArrival => ({ type: 'page', into: into(id), page: page(`came-into-${id}`) })),
				fc.constantFrom('a', 'b', 'c').map((pageId): PaperArrival => ({ type: 'findings', pageId, findings }))
			),
			{ maxLength: 5 }
		);
		fc.assert(
			fc.property(anyEdit(['one', 'two', 'letter'], ['a', 'b', 'c']), arrivals, (edit, coming) => {
				const after = does(start, edit);
				fc.pre(after !== start);
				expect(takenBack(coming.reduce(arrived, after))).toEqual(coming.reduce(arrive, start.papers));
			})
		);
	});
});
