import { expect, it } from 'vitest';
import { untouchedPage } from '../../domain/paper.ts';
import { dropMove, pageNumbers, stepMove } from './page-moves.ts';

const page = (id: string, removed = false) => ({
	...untouchedPage({
		id,
		mediaType: 'image/jpeg',
		widthPx: 1,
		heightPx: 1,
		resolutionDpi: 300,
		sizeBytes: 1,
		preset: 'text'
	}),
	removed
});
/** a, b and d are seen; c is removed. */
const pages = [page('a'), page('b'), page('c', true), page('d')];

it('removed pages have no number', () => {
	expect([...pageNumbers(pages)]).toEqual([
		['a', 1],
		['b', 2],
		['d', 3]
	]);
});

it('a step passes a removed page, since nobody sees that place', () => {
	expect([stepMove(pages, 'b', 1), stepMove(pages, 'd', -1), stepMove(pages, 'a', 1)]).toEqual([
		{ pageId: 'b', before: null, from: 2, to: 3 },
		{ pageId: 'd', before: 'b', from: 3, to: 2 },
		{ pageId: 'a', before: 'c', from: 1, to: 2 }
	]);
});

it('there is no step beyond the ends, of a removed page or of one that is gone', () => {
	expect([stepMove(pages, 'a', -1), stepMove(pages, 'd', 1), stepMove(pages, 'c', 1), stepMove(pages, 'x', 1)]).toEqual(
		[null, null, null, null]
	);
});

it('a page that is let go knows its old and its new number', () => {
	expect([dropMove(pages, 'd', 'a'), dropMove(pages, 'a', null), dropMove(pages, 'a', 'c')]).toEqual([
		{ pageId: 'd', before: 'a', from: 3, to: 1 },
		{ pageId: 'a', before: null, from: 1, to: 3 },
		{ pageId: 'a', before: 'c', from: 1, to: 2 }
	]);
});

it('a page that is let go where it was, or before one that is gone, does not move', () => {
	expect([
		dropMove(pages, 'b', 'c'),
		dropMove(pages, 'd', null),
		dropMove(pages, 'b', 'b'),
		dropMove(pages, 'b', 'x')
	]).toEqual([null, null, null, null]);
});
