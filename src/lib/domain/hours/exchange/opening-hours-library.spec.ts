import Holidays from 'date-holidays';
import fc from 'fast-check';
import OpeningHours from 'opening_hours';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayIntervals, schedule } from '../../../../../tests/fixtures/any-schedule.ts';
import { holidaysOfYear } from '../../../server/config/holiday-tables.ts';
import type { DayInterval } from '../day-interval.ts';
import { dayHours } from '../day-rule.ts';
import { openIntervals } from '../open-intervals.ts';
import { scheduleProblems } from '../schedule-problems.ts';
import type { HoursPlace, Schedule } from '../schedule.ts';
import { toOsmHours } from './osm-export.ts';

/** The npm package `opening_hours` reads what we export and must open and close at the same instants. */

const timeZone = 'Europe/Helsinki';
const tornio = { lat: 65.85, lon: 24.15, address: { country_code: 'fi', state: 'Lappi' } };
const hourMs = 3_600_000;
const years = Array.from({ length: 10 }, (_, index) => 2021 + index);
const holidays = Object.assign(
	{},
	...[...years, 2031].map((year) => holidaysOfYear(Holidays, 'FI', year))
) as ReturnType<typeof holidaysOfYear>;
const place: HoursPlace = { timeZone, publicHoliday: (date) => holidays[date] ?? null };

// The library knows only the time zone of the process.
beforeAll(() => void vi.stubEnv('TZ', timeZone));
afterAll(() => void vi.unstubAllEnvs());

/** Milliseconds, half-open. */
type Stretch = readonly [start: number, end: number];

const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds;

function merged(stretches: readonly Stretch[]): Stretch[] {
	const found: Stretch[] = [];
	for (const [start, end] of stretches.toSorted(([one], [other]) => one - other)) {
		const last = found.at(-1);
		if (last !== undefined && start <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], end)];
		else found.push([start, end]);
	}
	return found;
}

const hasLength = ([start, end]: Stretch) => start < end;

const without = (stretches: readonly Stretch[], gaps: readonly Stretch[]): readonly Stretch[] =>
	gaps.reduce(
		(left, [from, to]) =>
			left
				.flatMap(([start, end]): Stretch[] => [
					[start, Math.min(end, from)],
					[Math.max(start, to), end]
				])
				.filter(hasLength),
		stretches
	);

function ours(of: Schedule, from: Temporal.PlainDate, days: number): Stretch[] {
	const [first, last] = [midnight(from), midnight(from.add({ days }))];
	const all = openIntervals(of, place, from.subtract({ days: 1 }), days + 1);
	return merged(all.map(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds]))
		.map(([start, end]): Stretch => [Math.max(start, first), Math.min(end, last)])
		.filter(hasLength);
}

function theirs(of: Schedule, from: Temporal.PlainDate, days: number): Stretch[] {
	const found = new OpeningHours(toOsmHours(of, 'fi'), tornio).getOpenIntervals(
		new Date(midnight(from)),
		new Date(midnight(from.add({ days })))
	);
	return merged(found.map(([start, end]) => [start.getTime(), end.getTime()]));
}

const dates = (from: Temporal.PlainDate, days: number) =>
	Array.from({ length: days }, (_, day) => from.add({ days: day }));

// Where the library answers otherwise and our rules stand. Nothing else is left out of the comparison.

/**
 * 1. A night ends at midnight for it when the next date has another rule (holiday, season, exception), and goes on out of a date that
 * its own rule closed. By our rules a night belongs to the day it starts.
 */
function nightsAcrossRules(of: Schedule, from: Temporal.PlainDate, days: number): Stretch[] {
	const ruleOf = (date: Temporal.PlainDate) => {
		const { kind } = dayHours(of, place, date).rule;
		const season = of.seasons.findIndex((each) => each.from <= date.toString() && date.toString() <= each.to);
		return kind === 'exception' ? date.toString() : `${kind} ${season}`;
	};
	const latestMs = Math.max(0, ...allIntervals(of).map(({ endMinute }) => (endMinute - 1440) * 60_000));
	return dates(from, days)
		.filter((date) => ruleOf(date) !== ruleOf(date.subtract({ days: 1 })))
		.map((date) => [midnight(date), midnight(date) + latestMs]);
}

/**
 * 2. It goes back 24 hours to see which night may still be open. On the day after the one of 23 hours this finds, in the first hour,
 * the night two days ago.
 */
function hourAfterShortDay(of: Schedule, from: Temporal.PlainDate, days: number): Stretch[] {
	if (!allIntervals(of).some(({ endMinute }) => endMinute > 1440)) return [];
	return dates(from, days)
		.filter((date) => midnight(date) - midnight(date.subtract({ days: 1 })) === 23 * hourMs)
		.map((date) => [midnight(date), midnight(date) + hourMs]);
}

/**
 * 3. A time in the hour that is skipped moves forward (03:15 is 04:15; RFC 5545 §3.3.5). It does so as well, but drops what lies in that
 * hour as a whole, and decides by the clock's face (04:00 is after 03:15) where more than one thing begins or ends around the change.
 */
function hourAfterSkippedHour(of: Schedule, from: Temporal.PlainDate, days: number): Stretch[] {
	const isSkipped = (minute: number) => minute >= 180 && minute < 240;
	return dates(from, days)
		.filter((date) => midnight(date.add({ days: 1 })) - midnight(date) === 23 * hourMs)
		.filter((date) => {
			const night = dayHours(of, place, date.subtract({ days: 1 })).intervals.map(({ startMinute, endMinute }) => ({
				startMinute: startMinute - 1440,
				endMinute: endMinute - 1440
			}));
			const around = [...night, ...dayHours(of, place, date).intervals].filter(
				({ startMinute, endMinute }) => startMinute <= 300 && endMinute >= 180
			);
			return around.some(
				({ startMinute, endMinute }) =>
					(isSkipped(startMinute) && endMinute <= 240) ||
					(around.length > 1 && (isSkipped(startMinute) || isSkipped(endMinute)))
			);
		})
		.map((date) => [midnight(date) + 3 * hourMs, midnight(date) + 4 * hourMs]);
}

const allIntervals = ({ weekly, publicHolidays, seasons, exceptions }: Schedule): readonly DayInterval[] => [
	...[weekly, ...seasons.map((season) => season.weekly)].flatMap((week) => Object.values(week).flat()),
	...[publicHolidays, ...seasons.map((season) => season.publicHolidays ?? [])].flatMap((hours) =>
		typeof hours === 'string' ? [] : hours
	),
	...exceptions.flatMap(({ intervals }) => intervals)
];

function check(of: Schedule, from: Temporal.PlainDate, days: number) {
	const leftOut = [nightsAcrossRules, hourAfterShortDay, hourAfterSkippedHour].flatMap((rule) => rule(of, from, days));
	const shown = (stretches: readonly Stretch[]) =>
		without(stretches, leftOut).map((stretch) => stretch.map((ms) => new Date(ms).toString().slice(0, 33)).join(' – '));
	expect(shown(theirs(of, from, days)), toOsmHours(of, 'fi')).toEqual(shown(ours(of, from, days)));
}

describe('the library opening_hours and we', { timeout: 120_000 }, () => {
	it('are both in Helsinki, whatever the machine’s own zone is', () => {
		expect(new Date('2026-01-01T12:00:00').toISOString()).toBe('2026-01-01T10:00:00.000Z');
		expect(new Date('2026-07-01T12:00:00').toISOString()).toBe('2026-07-01T09:00:00.000Z');
	});

	it('know the same public holidays of Finland for ten years, and both know no eves', () => {
		const library = new OpeningHours('PH', tornio).getOpenIntervals(new Date(2021, 0, 1), new Date(2031, 0, 1));
		const dated = library.flatMap(([start, end]) =>
			dates(
				Temporal.PlainDate.from({ year: start.getFullYear(), month: start.getMonth() + 1, day: start.getDate() }),
				Math.round((end.getTime() - start.getTime()) / 86_400_000)
			)
		);
		expect(dated.map(String)).toEqual(
			Object.keys(holidays)
				.filter((date) => date < '2031')
				.toSorted()
		);
		expect(dated.map(String).filter((date) => /-12-(24|31)$/.test(date))).toEqual([]);
	});

	it('open and close together for a year, with holidays, seasons and exceptions', () => {
		fc.assert(
			fc.property(schedule(1440), fc.constantFrom(...years), (of, year) => {
				check(of, Temporal.PlainDate.from({ year, month: 3, day: 1 }), 366);
			}),
			{ numRuns: 30 }
		);
	});

	it('open and close together for a year that has nights', () => {
		fc.assert(
			fc.property(schedule(1995), (of) => check(of, Temporal.PlainDate.from('2026-03-01'), 366)),
			{ numRuns: 20 }
		);
	});

	it('open and close together over both clock changes of ten years', () => {
		const sundays = years.flatMap((year) =>
			[3, 10].map((month) => {
				const last = Temporal.PlainDate.from({ year, month, day: 31 });
				return last.subtract({ days: last.dayOfWeek % 7 });
			})
		);
		const earlyHours = dayIntervals(360);
		const nights = dayIntervals(480).map((intervals) =>
			intervals
				.map(({ startMinute, endMinute }) => ({ startMinute: startMinute + 1200, endMinute: endMinute + 1200 }))
				.filter(({ startMinute }) => startMinute < 1440)
		);
		const weekend = fc
			.record({ sat: nights, sun: earlyHours })
			.map((weekly): Schedule => ({ weekly, publicHolidays: 'asWeekday', seasons: [], exceptions: [] }))
			.filter((of) => scheduleProblems(of).length === 0);
		fc.assert(
			fc.property(fc.constantFrom(...sundays), weekend, (sunday, of) => check(of, sunday.subtract({ days: 2 }), 5)),
			{ numRuns: 600 }
		);
	});
});
