import { describe, expect, it } from 'vitest';
import { languages } from '../domain/language.ts';
import { catalogues } from './catalogues.ts';

/** Where each text is, and what it says with example parameters. */
function texts(value: unknown, path: string): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') {
		const made: unknown = value(2, 3, 'X');
		return texts(made, `${path}(${value.length})`);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
	}
	return [[path, '']];
}

describe('every customer finds every text in their language', () => {
	it.each(languages)('%s has no empty text', (language) => {
		expect(texts(catalogues[language], '').filter(([, text]) => text.trim() === '')).toEqual([]);
	});

	it.each(languages)('%s shows no placeholder or forgotten value', (language) => {
		expect(texts(catalogues[language], '').filter(([, text]) => /undefined|NaN|\[object|TODO|\$\{/.test(text))).toEqual(
			[]
		);
	});

	it('has the same texts in all languages', () => {
		const paths = (language: (typeof languages)[number]) =>
			texts(catalogues[language], '').map(([path]) => path.replace(/\(\d\)/g, '()'));
		expect(paths('sv')).toEqual(paths('fi'));
		expect(paths('en')).toEqual(paths('fi'));
	});
});

describe('numbers agree with their words', () => {
	it.each([
		['fi', '1 sivu', '2 sivua', 'Tulosta 1 arkki', '1 minuutti'],
		['sv', '1 sida', '2 sidor', 'Skriv ut 1 ark', '1 minut'],
		['en', '1 page', '2 pages', 'Print 1 sheet', '1 minute']
	] as const)('%s', (language, onePage, twoPages, oneSheet, oneMinute) => {
		const { common, print, welcome } = catalogues[language];
		expect([common.pages(1), common.pages(2), print.start(1), welcome.time(1)]).toEqual([
			onePage,
			twoPages,
			oneSheet,
			oneMinute
		]);
	});
});
