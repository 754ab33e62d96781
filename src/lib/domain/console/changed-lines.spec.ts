import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

describe('somebody who looks what a save changed', () => {
	it.each([
		['a line in the middle', 'a\nb\nc\n', 'a\nB\nc\n', { at: 2, removed: ['b'], added: ['B'] }],
		['a line that came', 'a\nc\n', 'a\nb\nc\n', { at: 2, removed: [], added: ['b'] }],
		['a line that went, among its like', 'a\na\na\n', 'a\na\n', { at: 3, removed: ['a'], added: [] }],
		['a line at the end', 'a\n', 'a\nb\n', { at: 2, removed: [], added: ['b'] }],
		['a new file', null, 'a\n', { at: 1, removed: [], added: ['a'] }],
		['a file that went', 'a\nb', null, { at: 1, removed: ['a', 'b'], added: [] }],
		['nothing', 'a\n', 'a\n', null]
	])('sees %s', (_, before, after, seen) => {
		expect(changedLines(before, after)).toEqual(seen);
	});

	it('can put the new text together from the old one, whatever changed', () => {
		const text = fc.array(fc.constantFrom<string[]>('a', 'b', 'c: 1'), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(text, text, (before, after) => {
				const seen = changedLines(before.join('\n'), after.join('\n'));
				const { at, removed, added } = seen ?? { at: 1, removed: [], added: [] };
				expect(before.toSpliced(at - 1, removed.length, ...added)).toEqual(after);
				expect(before.slice(at - 1, at - 1 + removed.length)).toEqual(removed);
			})
		);
	});
});
