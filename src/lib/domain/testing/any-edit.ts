import fc from 'fast-check';
import type { PaperEdit } from '../paper-edits.ts';

/** Any edit of these papers and pages, sensible or not. */
export function anyEdit(paperIds: readonly string[], pageIds: readonly string[]): fc.Arbitrary<PaperEdit> {
	const paperId = fc.constantFrom(...paperIds);
	const pageId = fc.constantFrom(...pageIds);
	const of = <Type extends PaperEdit['type'], Rest extends object>(
		type: Type,
		rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> }
	) => fc.record({ type: fc.constant(type), paperId, ...rest } as const);
	const sizes = { maxDpi: fc.constantFrom(100, 200), quality: fc.constantFrom(40, 60), sizeBytes: fc.nat(9) };
	const compression = fc.option(fc.record({ ...sizes, grey: fc.boolean() }));
	return fc.oneof(
		of('rename', { name: fc.constantFrom('A', 'B', '..') }),
		of('rotate page', { pageId, rotation: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const) }),
		of('remove page', { pageId }),
		of('bring page back', { pageId }),
		of('move page', { pageId, before: fc.option(pageId) }),
		of('straighten page', { pageId, on: fc.boolean() }),
		of('crop page', { pageId, on: fc.boolean() }),
		of('lighten page', { pageId, lightness: fc.constantFrom(0 as const, 1 as const, 2 as const) }),
		of('merge papers', { fromId: paperId }),
		of('split paper', { pageId }),
		of('compress paper', { compression }),
		of('remove paper', {})
	) as fc.Arbitrary<PaperEdit>;
}
