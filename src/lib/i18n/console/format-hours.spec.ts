import { expect, it } from 'vitest';
import { languages } from '../../domain/language.ts';
import { clockWords, intervalWords, rangeWords } from './format-hours.ts';

it('writes the hours of a day as each language does, in their order', () => {
	const intervals = [
		{ startMinute: 780, endMinute: 1440 },
		{ startMinute: 545, endMinute: 720 }
	];
	expect(languages.map((language) => intervalWords(intervals, language))).toEqual([
		'9.05–12.00, 13.00–24.00',
		'9.05–12.00, 13.00–24.00',
		'9:05–12:00, 13:00–24:00'
	]);
});

it('writes what passes midnight with the time on the clock', () => {
	expect(intervalWords([{ startMinute: 1320, endMinute: 1560 }], 'fi')).toBe('22.00–2.00');
	expect(clockWords('09:00', 'sv')).toBe('9.00');
});

it('writes dates with their weekday, and one date once', () => {
	expect(languages.map((language) => rangeWords('2026-12-24', '2026-12-24', language))).toEqual([
		'to 24.12.2026',
		'tors 24.12.2026',
		'Thu 24 Dec 2026'
	]);
	expect(rangeWords('2026-12-31', '2027-01-06', 'fi')).toBe('to 31.12.2026 – ke 6.1.2027');
});
