import { describe, expect, it } from 'vitest';
import { formatDay, formatDayAndTime, formatSize, formatTime, minutesUntil, secondsUntil } from './format.ts';

const helsinki = 'Europe/Helsinki';
const mondayMorning = Date.parse('2026-11-23T07:00:00Z');

describe('times are said as they are on the door', () => {
	it.each([
		['fi', 'klo\u00A09.00'],
		['sv', 'kl.\u00A09.00'],
		['en', 'at\u00A09:00']
	] as const)('%s', (language, text) => {
		expect(formatTime(mondayMorning, language, helsinki)).toBe(text);
	});

	it('shows midnight and minutes below ten', () => {
		expect(formatTime(Date.parse('2026-11-22T22:05:00Z'), 'fi', helsinki)).toBe('klo\u00A00.05');
	});

	it('follows summer time of the point, not of the computer', () => {
		expect(formatTime(Date.parse('2026-07-01T07:00:00Z'), 'fi', helsinki)).toBe('klo\u00A010.00');
	});
});

describe('a day is named inside a sentence', () => {
	it.each([
		['fi', 'maanantaina 23.\u00A0marraskuuta'],
		['sv', 'måndag 23\u00A0november'],
		['en', 'Monday 23\u00A0November']
	] as const)('%s', (language, text) => {
		expect(formatDay(mondayMorning, language, helsinki)).toBe(text);
	});

	it('joins day and time', () => {
		expect(formatDayAndTime(mondayMorning, 'fi', helsinki)).toBe('maanantaina 23.\u00A0marraskuuta klo\u00A09.00');
	});
});

it('counts down in whole units that never promise too little or go below zero', () => {
	expect([minutesUntil(60_000, 1), minutesUntil(60_000, 0), minutesUntil(0, 9)]).toEqual([1, 1, 0]);
	expect([secondsUntil(2000, 500), secondsUntil(2000, 3000)]).toEqual([2, 0]);
});

describe('a size is told as people read it', () => {
	const megabyte = 1024 * 1024;
	it.each([
		['fi', '308\u00A0kt', '2,4\u00A0Mt'],
		['sv', '308\u00A0kB', '2,4\u00A0MB'],
		['en', '308\u00A0kB', '2.4\u00A0MB']
	] as const)('%s', (language, small, large) => {
		expect([formatSize(315_000, language), formatSize(2.4 * megabyte, language)]).toEqual([small, large]);
	});

	it('and is never told smaller than it is: what is a byte too big does not look as if it fitted', () => {
		expect([formatSize(10 * megabyte, 'en'), formatSize(10 * megabyte + 1, 'en'), formatSize(0, 'en')]).toEqual([
			'10\u00A0MB',
			'10.1\u00A0MB',
			'1\u00A0kB'
		]);
	});
});
