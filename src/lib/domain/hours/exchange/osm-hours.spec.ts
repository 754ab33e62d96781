import { describe, expect, it } from 'vitest';
import type { Schedule } from '../schedule.ts';
import { toOsmHours } from './osm-export.ts';
import { fromOsmHours } from './osm-import.ts';

const named = (words: string) => ({ fi: words, sv: words, en: words });
const morning = { startMinute: 540, endMinute: 720 };
const afternoon = { startMinute: 780, endMinute: 960 };
const night = { startMinute: 1320, endMinute: 1560 };
const schedule = (parts: Partial<Schedule>): Schedule => ({
	weekly: {},
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [],
	...parts
});

describe('a schedule written for OpenStreetMap', () => {
	it('has week, holidays, seasons that close what they do not open, and exceptions with their reasons', () => {
		const text = toOsmHours(
			schedule({
				weekly: {
					mon: [morning, afternoon],
					tue: [morning],
					wed: [morning, afternoon],
					thu: [morning],
					fri: [morning]
				},
				seasons: [
					{
						name: { fi: 'kesä', sv: 'sommar', en: 'summer' },
						from: '2027-06-01',
						to: '2027-08-31',
						weekly: { tue: [morning] },
						publicHolidays: [afternoon]
					}
				],
				exceptions: [
					{ date: '2026-12-24', intervals: [], reason: named('Jouluaatto') },
					{ date: '2026-12-30', intervals: [morning], reason: named('The "long"\nday') },
					{ date: '2026-12-31', intervals: [morning, afternoon] }
				]
			}),
			'fi'
		);
		expect(text.split('; ')).toEqual([
			'Mo,We 09:00-12:00,13:00-16:00',
			'Tu,Th,Fr 09:00-12:00',
			'PH off',
			'2027 Jun 01-2027 Aug 31 off "kesä"',
			'2027 Jun 01-2027 Aug 31 Tu 09:00-12:00',
			'2027 Jun 01-2027 Aug 31 PH 13:00-16:00',
			'2026 Dec 24 off "Jouluaatto"',
			'2026 Dec 30 09:00-12:00 open "The ”long” day"',
			'2026 Dec 31 09:00-12:00,13:00-16:00'
		]);
	});

	it('adds the days after a night instead of clearing what is left of it', () => {
		const nights = schedule({ weekly: { fri: [night], sat: [afternoon] }, publicHolidays: 'asWeekday' });
		expect(toOsmHours(nights, 'fi')).toBe('Fr 22:00-02:00, Sa 13:00-16:00');
	});

	it('that never opens is off', () => {
		expect(toOsmHours(schedule({}), 'fi')).toBe('off; PH off');
	});
});

describe('a value of OpenStreetMap', () => {
	it.each([
		['24/7', { weekly: 'every day 00:00-24:00', publicHolidays: 'asWeekday' }],
		['09:00-12:00', { weekly: 'every day 09:00-12:00', publicHolidays: 'asWeekday' }],
		['24/7; PH off', { weekly: 'every day 00:00-24:00', publicHolidays: 'closed' }]
	])('%s opens every day', (text, { weekly, publicHolidays }) => {
		const hours = [weekly.replace('every day ', '')];
		const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
		expect(fromOsmHours(text)).toEqual({
			ok: true,
			value: {
				weekly: Object.fromEntries(days.map((day) => [day, hours])),
				publicHolidays,
				seasons: [],
				exceptions: []
			}
		});
	});

	it.each([
		['Mo-We,Fr 9:00-12:00,13:00-16:00', { mon: 2, tue: 2, wed: 2, fri: 2 }, 'asWeekday'],
		['Sa-Mo 10:00-14:00; PH closed', { mon: 1, sat: 1, sun: 1 }, 'closed'],
		['Mo 09:00-12:00, Mo 13:00-16:00; PH 10:00-11:00', { mon: 2 }, ['10:00-11:00']],
		['Mo-Fr 09:00-12:00; We off; Sa,PH off', { mon: 1, tue: 1, thu: 1, fri: 1 }, 'closed'],
		// By the letter the later rule opens the holidays that fall on these days again.
		['PH off; Mo,Tu 09:00-12:00', { mon: 1, tue: 1 }, 'asWeekday'],
		['off', {}, 'asWeekday'],
		['Mo 09:00-12:00;', { mon: 1 }, 'asWeekday']
	])('%s', (text, intervals, publicHolidays) => {
		const read = fromOsmHours(text);
		if (!read.ok) throw new Error(read.fault.kind);
		const counts = Object.entries(read.value.weekly).map(([day, hours]) => [day, hours.length]);
		expect({ intervals: Object.fromEntries(counts), publicHolidays: read.value.publicHolidays }).toEqual({
			intervals,
			publicHolidays
		});
	});

	it('is a night where it ends before it begins, or after 24:00', () => {
		const read = fromOsmHours('Fr 22:00-02:00; Sa 22:00-26:00; Su 20:00-24:00');
		expect(read.ok && read.value.weekly).toEqual({
			fri: ['22:00-02:00'],
			sat: ['22:00-02:00'],
			sun: ['20:00-24:00']
		});
	});

	it('has ranges and months as seasons, dates as exceptions, comments as their names', () => {
		const read = fromOsmHours(
			'Mo-Fr 09:00-16:00; PH off; 2027 Jun-Aug off "Kesä"; 2027 Jun-Aug: Tu 09:00-12:00; 2027 Jun-Aug PH off; ' +
				'2027 Nov 02-06 off; 2028 Feb Mo-Fr 10:00-11:00; 2028 Feb PH off; ' +
				'2026 Dec 24,2026 Dec 31 off "Aatto"; 2026 Dec 30 10:00-11:30,12:15-14:00 open "Short day"'
		);
		const weekdaysAt = (hours: string) =>
			Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [hours]]));
		expect(read).toEqual({
			ok: true,
			value: {
				weekly: weekdaysAt('09:00-16:00'),
				publicHolidays: 'closed',
				seasons: [
					{ name: named('Kesä'), from: '2027-06-01', to: '2027-08-31', weekly: { tue: ['09:00-12:00'] } },
					{
						name: named('2027-11-02 – 2027-11-06'),
						from: '2027-11-02',
						to: '2027-11-06',
						weekly: {},
						publicHolidays: 'asWeekday'
					},
					{
						name: named('2028-02-01 – 2028-02-29'),
						from: '2028-02-01',
						to: '2028-02-29',
						weekly: weekdaysAt('10:00-11:00')
					}
				],
				exceptions: [
					{ date: '2026-12-24', hours: [], reason: named('Aatto') },
					{ date: '2026-12-31', hours: [], reason: named('Aatto') },
					{ date: '2026-12-30', hours: ['10:00-11:30', '12:15-14:00'], reason: named('Short day') }
				]
			}
		});
	});

	it.each([
		['', 'not understood', 0, ''],
		['Mo-Fr', 'no hours', 0, 'Mo-Fr'],
		['Mo-Fr open', 'no hours', 0, 'Mo-Fr open'],
		['Mo-Fr 09:00-12:00 || "call us"', 'fallback rule', 18, '|| "call us"'],
		['Mo-Fr sunrise-18:00; Sa off', 'by the sun', 6, 'sunrise-18:00'],
		['Mo-Fr 09:00-sunset', 'by the sun', 6, '09:00-sunset'],
		['Mo (sunrise+01:00)-18:00', 'by the sun', 3, '(sunrise+01:00)-18:00'],
		['Mo-Fr 09:00+', 'open end', 6, '09:00+'],
		['Mo-Fr 09:00-12:00+', 'open end', 6, '09:00-12:00+'],
		['week 1-20 Mo 09:00-12:00', 'week number', 0, 'week 1-20 Mo 09:00-12:00'],
		['Mo 09:00-12:00; easter off', 'movable feast', 16, 'easter off'],
		['SH off', 'school holiday', 0, 'SH off'],
		['Mo[1] 09:00-12:00', 'counted day', 0, 'Mo[1] 09:00-12:00'],
		['PH +1 day off', 'counted day', 0, 'PH +1 day off'],
		['Mo 09:00-12:00; Jun-Aug off', 'every year', 16, 'Jun-Aug off'],
		['Mo 09:00-12:00 unknown', 'perhaps open', 15, 'unknown'],
		['Mo 09:00-12:00 "ring the bell"', 'perhaps open', 15, '"ring the bell"'],
		['Mo 09:00-12:00 open "side door"', 'comment', 0, 'Mo 09:00-12:00 open "side door"'],
		['Mo-Fr 09:00-17:00; We 12:00-13:00 off', 'closed for a part', 19, 'We 12:00-13:00 off'],
		['2027 Jun 01-2027 Aug 31 off; 2027 Aug 31-2027 Sep 02 off', 'seasons overlap', 29, '2027 Aug 31-2027 Sep 02 off'],
		['Mo-Fr 09:00-12:00; PH off; Mo off; Tu 10:00-11:00', 'holidays by weekday', 35, 'Tu 10:00-11:00'],
		['Th 09:00-12:00; 2026 Dec 24 PH off', 'holidays by weekday', 16, '2026 Dec 24 PH off'],
		['Mo 09:60-12:00', 'no such time', 3, '09:60-12:00'],
		['Mo 24:00-26:00', 'no such time', 3, '24:00-26:00'],
		['Mo 09:00-09:00', 'no such time', 3, '09:00-09:00'],
		['Mo 09:00-49:00', 'no such time', 3, '09:00-49:00'],
		['2026 Feb 29 off', 'no such date', 0, '2026 Feb 29'],
		['2027 Aug 31-2027 Jun 01 off', 'no such date', 0, '2027 Aug 31-2027 Jun 01'],
		['Mo 09:00-12:00,', 'not understood', 15, ''],
		['Mo: 09:00-12:00', 'not understood', 2, ': 09:00-12:00'],
		['Mon 09:00-12:00', 'not understood', 0, 'Mon 09:00-12:00'],
		['Mo 09:00', 'not understood', 3, '09:00'],
		['Mo 09:00-12:00/01:00', 'not understood', 3, '09:00-12:00/01:00'],
		['ma-pe 9-16', 'not understood', 0, 'ma-pe 9-16']
	])('%s is refused as %s, never guessed', (text, kind, position, words) => {
		expect(fromOsmHours(text)).toEqual({ ok: false, fault: { kind, position, words } });
	});
});
