import { describe, expect, it } from 'vitest';
import { scheduleProblems } from './schedule-problems.ts';
import type { Schedule } from './schedule.ts';

const nineToTwelve = { startMinute: 540, endMinute: 720 };
const elevenToOne = { startMinute: 660, endMinute: 780 };
const night = { startMinute: 1320, endMinute: 1560 };
const oneToFive = { startMinute: 60, endMinute: 300 };
const name = { fi: 'kesä', sv: 'sommar', en: 'summer' };
const schedule = (parts: Partial<Schedule>): Schedule => ({
	weekly: {},
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [],
	...parts
});

describe('a schedule that says two things at once', () => {
	it('overlaps in a week, on public holidays, in a season and in an exception', () => {
		const both = [nineToTwelve, elevenToOne];
		const season = { name, from: '2027-06-01', to: '2027-08-31', weekly: { tue: both }, publicHolidays: both };
		expect(
			scheduleProblems(
				schedule({
					weekly: { mon: both },
					publicHolidays: both,
					seasons: [season],
					exceptions: [{ date: '2026-12-30', intervals: both }]
				})
			)
		).toEqual([
			{ kind: 'overlap', path: ['weekly', 'mon', 1], interval: '11:00-13:00' },
			{ kind: 'overlap', path: ['publicHolidays', 1], interval: '11:00-13:00' },
			{ kind: 'overlap', path: ['seasons', 0, 'weekly', 'tue', 1], interval: '11:00-13:00' },
			{ kind: 'overlap', path: ['seasons', 0, 'publicHolidays', 1], interval: '11:00-13:00' },
			{ kind: 'overlap', path: ['exceptions', 0, 'hours', 1], interval: '11:00-13:00' }
		]);
	});

	it('runs from Sunday night into Monday morning', () => {
		expect(scheduleProblems(schedule({ weekly: { sun: [night], mon: [oneToFive] } }))).toEqual([
			{
				kind: 'runs into next day',
				path: ['weekly', 'sun', 0],
				interval: '22:00-02:00',
				nextInterval: '01:00-05:00'
			}
		]);
	});

	it('has a season that ends before it starts, two seasons on one day, one date twice', () => {
		const season = (from: string, to: string) => ({ name, from, to, weekly: {} });
		const exception = { date: '2026-12-24', intervals: [] };
		expect(
			scheduleProblems(
				schedule({
					seasons: [
						season('2027-06-01', '2027-08-31'),
						season('2027-08-31', '2027-09-30'),
						season('2027-12-01', '2027-11-01')
					],
					exceptions: [exception, exception]
				})
			)
		).toEqual([
			{ kind: 'seasons overlap', path: ['seasons', 1], from: '2027-06-01', to: '2027-08-31' },
			{ kind: 'season ends before it starts', path: ['seasons', 2, 'to'], from: '2027-12-01', to: '2027-11-01' },
			{ kind: 'duplicate exception', path: ['exceptions', 1, 'date'], date: '2026-12-24' }
		]);
	});

	it('is not one whose intervals and seasons only touch', () => {
		expect(
			scheduleProblems(
				schedule({
					weekly: {
						mon: [nineToTwelve, { startMinute: 720, endMinute: 780 }, { startMinute: 1200, endMinute: 1500 }],
						tue: [oneToFive]
					},
					seasons: [
						{ name, from: '2027-06-01', to: '2027-06-30', weekly: {} },
						{ name, from: '2027-07-01', to: '2027-07-31', weekly: {} }
					]
				})
			)
		).toEqual([]);
	});
});
