import { describe, expect, it } from 'vitest';
import { allBelow, childOf, readXml } from './xml.ts';

describe('readXml', () => {
	it('reads names without prefix, texts, and children in order', () => {
		const root = readXml(
			'\uFEFF<?xml version="1.0"?>\n<!-- <x> --><a:Root xmlns:a="u"><a:B c="1">x &amp; &#x41;</a:B><B/><a:C><![CDATA[<&amp;]]><B>2</B></a:C ></a:Root>\n'
		);
		expect(root).toEqual({
			name: 'Root',
			text: '',
			children: [
				{ name: 'B', text: 'x & &#x41;', children: [] },
				{ name: 'B', text: '', children: [] },
				{ name: 'C', text: '<&amp;', children: [{ name: 'B', text: '2', children: [] }] }
			]
		});
		expect(childOf(root ?? undefined, 'C', 'B')?.text).toBe('2');
		expect(allBelow(root ?? undefined, 'B').map(({ text }) => text)).toEqual(['x & &#x41;', '', '2']);
	});

	it.each([
		'',
		'it works',
		'<a>',
		'<a><b></a></b>',
		'</a>',
		'<a/><b/>',
		'<a></a>more',
		'< a></a>',
		'<a><!-- </a>',
		'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
		'<a>'.repeat(40) + '</a>'.repeat(40),
		`<a>${'<b/>'.repeat(20_001)}</a>`
	])('gives nothing for what is no document (%#)', (document) => {
		expect(readXml(document)).toBeNull();
	});
});
