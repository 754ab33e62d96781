import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotatePage, setPageRemoved } from './paper-edits.ts';
import { visiblePageCount, type PaperPage, type ScannedPaper } from './paper.ts';

const page = (id: string): PaperPage => ({
	image: { id, mediaType: 'image/jpeg', widthPx: 2480, heightPx: 3508, resolutionDpi: 300 },
	rotation: 0,
	removed: false
});
const paper = (...ids: string[]): ScannedPaper => ({
	id: 'paper',
	name: 'Paper 1',
	addedAt: 0,
	kind: 'pages',
	origin: 'scanned',
	pages: ids.map(page)
});

describe('edits of pages', () => {
	it('turns one page and leaves the others and the paper it was given alone', () => {
		const before = paper('a', 'b');
		expect(rotatePage(before, 'b', 90)).toEqual({
			ok: true,
			value: { ...before, pages: [page('a'), { ...page('b'), rotation: 90 }] }
		});
		expect(before).toEqual(paper('a', 'b'));
	});

	it('brings a removed page back where it was, with its turn', () => {
		const turned = rotatePage(paper('a', 'b'), 'a', 270);
		const removed = turned.ok ? setPageRemoved(turned.value, 'a', true) : turned;
		expect(removed.ok ? setPageRemoved(removed.value, 'a', false) : removed).toEqual(turned);
	});

	it('refuses to remove the last page that can be seen', () => {
		expect(setPageRemoved(paper('a'), 'a', true)).toEqual({ ok: false, fault: 'page-count-would-be-zero' });
	});

	it('does not know a page of another paper', () => {
		expect([rotatePage(paper('a'), 'z', 90), setPageRemoved(paper('a'), 'z', true)]).toEqual([
			{ ok: false, fault: 'not-found' },
			{ ok: false, fault: 'not-found' }
		]);
	});

	it('keeps every page and at least one in sight, whatever is done in whatever order', () => {
		const id = fc.constantFrom('a', 'b', 'c', 'z');
		const edit = fc.oneof(
			fc.record({ id, removed: fc.boolean() }),
			fc.record({ id, rotation: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const) })
		);
		fc.assert(
			fc.property(fc.array(edit), (edits) => {
				const after = edits.reduce(
					(current, next) => {
						const changed =
							'removed' in next
								? setPageRemoved(current, next.id, next.removed)
								: rotatePage(current, next.id, next.rotation);
						return changed.ok ? changed.value : current;
					},
					paper('a', 'b', 'c')
				);
				expect(after.pages.map(({ image }) => image)).toEqual(paper('a', 'b', 'c').pages.map(({ image }) => image));
				expect(visiblePageCount(after)).toBeGreaterThanOrEqual(1);
			})
		);
	});
});
