import { expect, it } from 'vitest';
import { pageSizesIn } from './page-sizes.ts';

const printed = (title: string, ...pages: readonly string[]) =>
	[`Title: ${title}`, 'Pages:           2', ...pages].join('\n');
const first = ['Page    1 size:  595.28 x 841.89 pts (A4)', 'Page    1 rot:   0'];

it.each([
	[
		'a page that is turned',
		printed('t', ...first, 'Page    2 size:  300 x 200 pts', 'Page    2 rot:   270'),
		[
			[595.28, 841.89],
			[200, 300]
		]
	],
	[
		'a page as wide as a country',
		printed('t', ...first, 'Page    2 size:  1e+07 x 0.001 pts', 'Page    2 rot:   0'),
		[
			[595.28, 841.89],
			[1e7, 0.001]
		]
	],
	[
		'a title that looks like a page',
		printed(
			`t\nPages:           2\nPage    1 size:  1 x 1 pts`,
			...first,
			'Page    2 size:  300 x 200 pts',
			'Page    2 rot:   0'
		),
		[
			[595.28, 841.89],
			[300, 200]
		]
	],
	['a page that cannot be read', printed('t', ...first, 'Page    2 size:  0 x 0 pts', 'Page    2 rot:   0'), null],
	['a page of which nothing is told', printed('t', ...first), null],
	['nothing at all', '', null]
])('%s', (_, text, sizes) => {
	expect(pageSizesIn(text, 2)?.map(({ width, height }) => [width, height]) ?? null).toEqual(sizes);
});
