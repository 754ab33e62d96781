import { describe, expect, it } from 'vitest';
import { languages } from '../../domain/language.ts';
import { consoleCatalogues } from './console-catalogues.ts';

/** A number that also answers to the names that some texts ask for. */
const example: unknown = Object.assign(Object(2) as object, {
	opens: 2,
	closes: 3,
	moves: 4,
	horizon: 5,
	points: 6,
	day: 'X',
	running: 'X',
	warned: 'X'
});

/** Where each text is, and what it says with example parameters. */
function texts(value: unknown, path: string): [string, string][] {
	if (typeof value === 'function') return texts(value(example, 3, 'X') as unknown, `${path}()`);
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
	return [[path, String(value)]];
}

describe('staff find every text of the console in their language', () => {
	it.each(languages)('%s has no empty text and shows no placeholder', (language) => {
		const wrong = ([, text]: [string, string]) => text.trim() === '' || /undefined|NaN|\[object|TODO|\$\{/.test(text);
		expect(texts(consoleCatalogues[language], '').filter(wrong)).toEqual([]);
	});

	it('has the same texts in all languages', () => {
		const paths = (language: (typeof languages)[number]) =>
			texts(consoleCatalogues[language], '').map(([path]) => path);
		expect(paths('sv')).toEqual(paths('fi'));
		expect(paths('en')).toEqual(paths('fi'));
	});

	it.each([
		['fi', ['1 sekunti', '59 sekuntia', '1 minuutti', '5 minuuttia']],
		['sv', ['1 sekund', '59 sekunder', '1 minut', '5 minuter']],
		['en', ['1 second', '59 seconds', '1 minute', '5 minutes']]
	] as const)('%s says how long to wait', (language, waits) => {
		const { tooManyAttempts } = consoleCatalogues[language].logIn.faults;
		for (const [index, seconds] of [1, 59, 60, 256].entries()) expect(tooManyAttempts(seconds)).toContain(waits[index]);
	});
});
