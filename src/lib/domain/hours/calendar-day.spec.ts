import { expect, it } from 'vitest';
import { calendarDays, dayMark, exceptionRuns } from './calendar-day.ts';
import type { HoursPlace, Schedule } from './schedule.ts';

const text = (word: string) => ({ fi: word, sv: word, en: word });
const morning = [{ startMinute: 540, endMinute: 720 }];
const schedule: Schedule = {
	weekly: { mon: morning },
	publicHolidays: 'closed',
	seasons: [{ name: text('summer'), from: '2027-06-01', to: '2027-08-31', weekly: { tue: morning } }],
	exceptions: [
		{ date: '2027-01-05', intervals: morning },
		{ date: '2027-01-04', intervals: [] }
	]
};
const place: HoursPlace = {
	timeZone: 'Europe/Helsinki',
	publicHoliday: (date) => (date === '2027-12-06' ? text('Independence Day') : null)
};

it.each([
	['2027-01-11', 'weekly'],
	['2027-01-12', 'closed'],
	['2027-06-08', 'season'],
	['2027-06-07', 'closed'],
	['2027-01-04', 'exceptionClosed'],
	['2027-01-05', 'exceptionOpen'],
	['2027-12-06', 'holidayClosed']
])('marks %s as %s', (date, mark) => {
	const [day] = calendarDays(schedule, place, Temporal.PlainDate.from(date), 1);
	expect(dayMark(day!)).toBe(mark);
});

it('tells every day of a leap year once', () => {
	const dates = calendarDays(schedule, place, Temporal.PlainDate.from('2028-01-01'), 366).map(({ date }) => date);
	expect([new Set(dates).size, dates[59], dates.at(-1)]).toEqual([366, '2028-02-29', '2028-12-31']);
});

it('tells a closing of several days as one entry, and a different day as another', () => {
	const closed = ['2026-12-24', '2026-12-25', '2026-12-31'].map((date) => ({ date, intervals: [], reason: text('x') }));
	const open = { date: '2026-12-26', intervals: morning, reason: text('x') };
	const runs = exceptionRuns([open, ...closed].toReversed());
	expect(runs.map(({ from, to }) => [from, to])).toEqual([
		['2026-12-24', '2026-12-25'],
		['2026-12-26', '2026-12-26'],
		['2026-12-31', '2026-12-31']
	]);
});
