import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, arrive, type FreshPaper, type PaperEdit } from './paper-edits.ts';
import { anyEdit } from './testing/any-edit.ts';
import { document, findings, page, paper } from './testing/papers.ts';
import { visiblePageCount, type Paper } from './paper.ts';

const fresh: FreshPaper = { id: 'fresh', name: 'Paper 9', addedAt: 9 };
const tray: readonly Paper[] = [paper('one', 'a', 'b', 'c'), paper('two', 'd'), document('letter')];

/** The papers after edits that are all allowed. */
const after = (papers: readonly Paper[], ...edits: readonly PaperEdit[]): readonly Paper[] =>
	edits.reduce((current, edit) => {
		const edited = applyEdit(current, edit, fresh);
		if (!edited.ok) throw new Error(`${edit.type}: ${edited.fault}`);
		return edited.value;
	}, papers);
const fault = (edit: PaperEdit, papers = tray) => {
	const edited = applyEdit(papers, edit, fresh);
	return edited.ok ? 'done' : edited.fault;
};
const order = (papers: readonly Paper[]) =>
	papers.map((each) => [each.id, ...(each.kind === 'pages' ? each.pages.map(({ image }) => image.id) : [])].join(' '));
const edit = <Type extends PaperEdit['type']>(
	type: Type,
	rest: Omit<Extract<PaperEdit, { type: Type }>, 'type' | 'paperId'>,
	paperId = 'one'
) => ({ type, paperId, ...rest }) as Extract<PaperEdit, { type: Type }>;

describe('a page', () => {
	it.each([
		['turned', edit('rotate page', { pageId: 'b', rotation: 90 }), { rotation: 90 }],
		['straightened', edit('straighten page', { pageId: 'b', on: true }), { straightened: true }],
		['cropped', edit('crop page', { pageId: 'b', on: true }), { cropped: true }],
		['made lighter', edit('lighten page', { pageId: 'b', lightness: 2 }), { lightness: 2 }],
		['removed', edit('remove page', { pageId: 'b' }), { removed: true }]
	] as const)('that is %s changes in nothing else, nor do its neighbours or the list before', (_, change, changed) => {
		const before = structuredClone(tray);
		expect(after(tray, change)).toEqual([
			{ ...paper('one', 'a', 'b', 'c'), pages: [page('a'), { ...page('b'), ...changed }, page('c')] },
			tray[1],
			tray[2]
		]);
		expect(tray).toEqual(before);
	});

	it('comes back where it was and as it was turned', () => {
		const turned = after(tray, edit('rotate page', { pageId: 'a', rotation: 270 }));
		expect(after(turned, edit('remove page', { pageId: 'a' }), edit('bring page back', { pageId: 'a' }))).toEqual(
			turned
		);
	});

	it('that is the last in sight cannot be removed', () => {
		expect([
			fault(edit('remove page', { pageId: 'd' }, 'two')),
			fault(
				edit('remove page', { pageId: 'c' }),
				after(tray, edit('remove page', { pageId: 'a' }), edit('remove page', { pageId: 'b' }))
			)
		]).toEqual(['page-count-would-be-zero', 'page-count-would-be-zero']);
	});

	it.each([
		['c', 'a', 'c a b'],
		['a', null, 'b c a'],
		['a', 'c', 'b a c'],
		['a', 'b', 'a b c'],
		['b', 'b', 'a b c'],
		['c', null, 'a b c']
	])('%s moved before %s stands once, the others keep their order', (pageId, before, expected) => {
		expect(order(after(tray, edit('move page', { pageId, before })))).toEqual([`one ${expected}`, 'two d', 'letter']);
	});

	it('of another paper is not known, neither to move nor to move before', () => {
		expect([
			fault(edit('rotate page', { pageId: 'd', rotation: 90 })),
			fault(edit('move page', { pageId: 'd', before: 'a' })),
			fault(edit('move page', { pageId: 'a', before: 'd' })),
			fault(edit('split paper', { pageId: 'd' }))
		]).toEqual(['no-such-page', 'no-such-page', 'no-such-page', 'no-such-page']);
	});
});

describe('a paper', () => {
	it('takes a cleaned name, and keeps its own where the new one says nothing', () => {
		expect(after(tray, edit('rename', { name: '  Päätös\u202E 1/2 ' }))[0]).toMatchObject({ name: 'Päätös 1-2' });
		expect(fault(edit('rename', { name: ' ../.. ' }))).toBe('name-not-allowed');
	});

	it('that came whole is renamed and removed, and nothing else', () => {
		expect([
			order(after(tray, edit('rename', { name: 'Kirje' }, 'letter'), edit('remove paper', {}, 'letter'))),
			fault(edit('rotate page', { pageId: '0', rotation: 90 }, 'letter')),
			fault(edit('compress paper', { compression: null }, 'letter')),
			fault(edit('merge papers', { fromId: 'one' }, 'letter')),
			fault(edit('merge papers', { fromId: 'letter' }))
		]).toEqual([['one a b c', 'two d'], 'not-pages', 'not-pages', 'not-pages', 'not-pages']);
	});

	it('is split before a page; the second half is new and stands behind the first', () => {
		expect(after(tray, edit('split paper', { pageId: 'b' }))).toEqual([
			paper('one', 'a'),
			{ ...paper('fresh', 'b', 'c'), name: 'Paper 9', addedAt: 9 },
			tray[1],
			tray[2]
		]);
	});

	it('is not split where a half would show nothing', () => {
		const hidden = after(tray, edit('remove page', { pageId: 'a' }));
		expect([
			fault(edit('split paper', { pageId: 'a' })),
			fault(edit('split paper', { pageId: 'b' }), hidden),
			fault(edit('split paper', { pageId: 'd' }, 'two'))
		]).toEqual(['page-count-would-be-zero', 'page-count-would-be-zero', 'page-count-would-be-zero']);
	});

	it('is not joined with itself, with what is gone, or with a scan whose pages are still to come', () => {
		const waiting = [...tray, paper('scan')];
		expect([
			fault(edit('merge papers', { fromId: 'one' })),
			fault(edit('merge papers', { fromId: 'gone' })),
			fault(edit('merge papers', { fromId: 'scan' }), waiting),
			fault(edit('merge papers', { fromId: 'one' }, 'scan'), waiting)
		]).toEqual(['no-such-paper', 'no-such-paper', 'page-count-would-be-zero', 'page-count-would-be-zero']);
	});

	it('joined and split again has its pages back, as they were edited', () => {
		const lighter = after(tray, edit('lighten page', { pageId: 'd', lightness: 1 }, 'two'));
		const joined = after(lighter, edit('merge papers', { fromId: 'two' }));
		expect(order(joined)).toEqual(['one a b c d', 'letter']);
		expect(after(joined, edit('split paper', { pageId: 'd' }))).toEqual([
			lighter[0],
			{ ...lighter[1], ...fresh },
			lighter[2]
		]);
	});

	it('made to fit stays so when it is turned, ordered or renamed, and is as scanned again when its pictures change', () => {
		const compression = { maxDpi: 150, quality: 60, grey: false, sizeBytes: 5000 };
		const small = after(tray, edit('compress paper', { compression }));
		const kept = (...edits: PaperEdit[]) =>
			after(small, ...edits).map((each) => each.kind === 'pages' && each.compression !== null);
		expect([
			kept(edit('rotate page', { pageId: 'a', rotation: 90 })),
			kept(edit('move page', { pageId: 'a', before: null })),
			kept(edit('rename', { name: 'x' })),
			kept(edit('straighten page', { pageId: 'a', on: true })),
			kept(edit('remove page', { pageId: 'a' })),
			kept(edit('split paper', { pageId: 'b' })),
			kept(edit('merge papers', { fromId: 'two' }))
		]).toEqual([
			[true, false, false],
			[true, false, false],
			[true, false, false],
			[false, false, false],
			[false, false, false],
			[false, false, false, false],
			[false, false]
		]);
	});

	it.each([
		edit('rotate page', { pageId: 'a', rotation: 0 }),
		edit('bring page back', { pageId: 'a' }),
		edit('straighten page', { pageId: 'a', on: false }),
		edit('crop page', { pageId: 'a', on: false }),
		edit('lighten page', { pageId: 'a', lightness: 0 }),
		edit('move page', { pageId: 'a', before: 'b' }),
		edit('rename', { name: ' one ' }),
		edit('compress paper', { compression: null })
	])('that is already as $type asks stays the very same list', (same) => {
		expect(applyEdit(tray, same, fresh)).toEqual({ ok: true, value: expect.toSatisfy((value) => value === tray) });
	});
});

describe('what comes by itself', () => {
	const into = { id: 'two', name: 'two', addedAt: 0 };

	it('a page stands last in its paper, which is no longer made to fit', () => {
		const compression = { maxDpi: 150, quality: 60, grey: false, sizeBytes: 5000 };
		const small = after(tray, edit('compress paper', { compression }, 'two'));
		expect(arrive(small, { type: 'page', into, page: page('e') })).toEqual([tray[0], paper('two', 'd', 'e'), tray[2]]);
	});

	it('a page whose paper is gone brings the paper with it', () => {
		const gone = after(tray, edit('remove paper', {}, 'two'));
		expect(arrive(gone, { type: 'page', into, page: page('e') })).toEqual([tray[0], tray[2], paper('two', 'e')]);
	});

	it('what was found on a page is noted at that page, and of a page that is gone nowhere', () => {
		expect(arrive(tray, { type: 'findings', pageId: 'd', findings })).toEqual([
			tray[0],
			{ ...paper('two', 'd'), pages: [{ ...page('d'), findings }] },
			tray[2]
		]);
		expect(arrive(tray, { type: 'findings', pageId: 'z', findings })).toEqual(tray);
	});

	it('a measured size is noted at exactly the pages that were measured', () => {
		const two = paper('two', 'd');
		const papers = [paper('one', 'a'), two];
		const measured = { type: 'measured', paperId: 'two', pages: two.pages, sizeBytes: 700 } as const;
		const noted = { ...two, measuredBytes: 700 };
		expect(arrive(papers, measured)).toEqual([papers[0], noted]);
		const [, longer] = arrive(papers, { type: 'page', into, page: page('e') });
		expect(arrive([longer ?? two], measured)).toEqual([paper('two', 'd', 'e')]);
	});

	it('a size that was measured is forgotten as soon as other pages are seen or more is known of them', () => {
		const measured = { ...paper('two', 'd', 'e'), measuredBytes: 700 };
		expect(after([measured], edit('remove page', { pageId: 'd' }, 'two'))).toMatchObject([{ measuredBytes: null }]);
		expect(arrive([measured], { type: 'page', into, page: page('f') })).toMatchObject([{ measuredBytes: null }]);
		expect(arrive([measured], { type: 'findings', pageId: 'd', findings })).toMatchObject([{ measuredBytes: null }]);
	});
});

describe('whatever is edited in whatever order', () => {
	const pageIds = (papers: readonly Paper[]) =>
		papers.flatMap((each) => (each.kind === 'pages' ? each.pages.map(({ image }) => image.id) : [])).sort();
	const isKept = ({ type }: PaperEdit) => type !== 'remove paper';

	it('no page is lost or doubled, no paper is empty, and no image is touched', () => {
		fc.assert(
			fc.property(fc.array(anyEdit(['one', 'two', 'letter', 'new-0', 'new-1'], ['a', 'b', 'c', 'd'])), (edits) => {
				const end = edits.filter(isKept).reduce((papers, each, number) => {
					const edited = applyEdit(papers, each, { ...fresh, id: `new-${number}` });
					return edited.ok ? edited.value : papers;
				}, tray);
				expect(pageIds(end)).toEqual(['a', 'b', 'c', 'd']);
				expect(end.filter((each) => visiblePageCount(each) === 0)).toEqual([]);
				expect(
					end.flatMap((each) => (each.kind === 'pages' ? each.pages.map(({ image }) => image) : [])).sort(byId)
				).toEqual(['a', 'b', 'c', 'd'].map((id) => page(id).image));
			})
		);
	});

	it('of papers and pages that are not there changes nothing', () => {
		fc.assert(
			fc.property(anyEdit(['gone'], ['a']), anyEdit(['one', 'two'], ['y', 'z']), (ofNoPaper, ofNoPage) => {
				expect(fault(ofNoPaper)).toBe('no-such-paper');
				if ('pageId' in ofNoPage) expect(fault(ofNoPage)).toBe('no-such-page');
			})
		);
	});
});

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
