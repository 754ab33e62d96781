import { describe, expect, it } from 'vitest';
import { readByteRange } from './byte-range.ts';

describe('a viewer asks for a part of a PDF of 1000 bytes', () => {
	it.each([
		['bytes=0-0', { from: 0, to: 1 }],
		['bytes=0-65535', { from: 0, to: 1000 }],
		['bytes=999-', { from: 999, to: 1000 }],
		['bytes=-10', { from: 990, to: 1000 }],
		['bytes=-5000', { from: 0, to: 1000 }],
		['bytes=1000-', 'outside'],
		['bytes=-0', 'outside'],
		['bytes=10-9', 'whole'],
		['bytes=0-9,20-29', 'whole'],
		['pages=1-2', 'whole'],
		['bytes=-', 'whole'],
		['bytes=1e3-', 'whole'],
		[null, 'whole']
	])('%s', (header, range) => {
		expect(readByteRange(header, 1000)).toEqual(range);
	});
});
