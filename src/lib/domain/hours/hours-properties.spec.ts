import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, dayIntervals, days, firstDate, schedule } from '../../../../tests/fixtures/any-schedule.ts';
import { hoursState } from './hours-state.ts';
import { openIntervals, type OpenInterval } from './open-intervals.ts';
import type { HoursPlace, Schedule } from './schedule.ts';

const name = { fi: 'a', sv: 'b', en: 'c' };
const place: fc.Arbitrary<HoursPlace> = fc.record({
	timeZone: fc.constantFrom('Europe/Helsinki', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo', 'UTC'),
	publicHoliday: fc.constantFrom(
		() => null,
		(iso: string) => (iso.endsWith('6') ? name : null)
	)
});

const allOf = (of: Schedule, where: HoursPlace) => openIntervals(of, where, firstDate, days);
const dateOf = (instant: Temporal.Instant, { timeZone }: HoursPlace) =>
	instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
const isWithin = (instant: Temporal.Instant, { start, end }: OpenInterval) =>
	Temporal.Instant.compare(start, instant) <= 0 && Temporal.Instant.compare(instant, end) < 0;

describe('any schedule without problems, anywhere, over both clock changes', { timeout: 60_000 }, () => {
	it('opens in order, never twice at once, for some time each time', () => {
		fc.assert(
			fc.property(schedule(1995), place, (of, where) => {
				const ends = allOf(of, where).flatMap(({ start, end }) => [start.epochMilliseconds, end.epochMilliseconds]);
				expect(ends).toEqual(ends.toSorted((one, other) => one - other));
				expect(allOf(of, where).filter(({ start, end }) => start.equals(end))).toEqual([]);
			}),
			{ numRuns: 50 }
		);
	});

	it('stays within its day where no interval passes midnight', () => {
		fc.assert(
			fc.property(schedule(1440), place, (of, where) => {
				for (const { start, end } of allOf(of, where)) {
					const lastInstant = end.subtract({ nanoseconds: 1 });
					expect(dateOf(lastInstant, where)).toBe(dateOf(start, where));
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('has a state that agrees with the list a second before, at and a second after each boundary', () => {
		fc.assert(
			fc.property(schedule(1995), place, fc.nat(), (of, where, pick) => {
				const intervals = allOf(of, where);
				const interval = intervals[pick % Math.max(1, intervals.length)];
				if (interval === undefined) return;
				for (const boundary of [interval.start, interval.end]) {
					for (const seconds of [-1, 0, 1]) {
						const instant = boundary.add({ seconds });
						const inside = intervals.find((candidate) => isWithin(instant, candidate));
						// What lies before the first listed interval may belong to the night before the list.
						if (inside === undefined && interval === intervals[0] && seconds === -1) continue;
						const found = hoursState(of, where, instant);
						expect(found.state).toBe(inside === undefined ? 'closed' : 'open');
						if (inside !== undefined) expect(found.rule).toEqual(inside.rule);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('names as next opening the first instant that is open', () => {
		fc.assert(
			fc.property(schedule(1995), place, fc.integer({ min: 0, max: 200 * 86_400 }), (of, where, seconds) => {
				const instant = firstDate.toZonedDateTime(where.timeZone).toInstant().add({ hours: 48, seconds });
				const { state, until, nextOpen } = hoursState(of, where, instant);
				if (state === 'open' && until !== null) expect(hoursState(of, where, until).state).toBe('closed');
				if (state === 'closed') expect(until).toEqual(nextOpen);
				if (nextOpen === null) return;
				expect(hoursState(of, where, nextOpen).state).toBe('open');
				const before = hoursState(of, where, nextOpen.subtract({ nanoseconds: 1 }));
				expect({ state: before.state, nextOpen: before.nextOpen }).toEqual({ state: 'closed', nextOpen });
				const closedFrom = state === 'open' ? until : instant;
				for (const { start } of allOf(of, where)) {
					if (closedFrom === null || Temporal.Instant.compare(start, closedFrom) <= 0) continue;
					expect(Temporal.Instant.compare(start, nextOpen)).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('is changed by one more exception on that day only', () => {
		fc.assert(
			fc.property(schedule(1440), place, date, dayIntervals(1440), (of, where, changed, intervals) => {
				fc.pre(of.exceptions.every((exception) => exception.date !== changed));
				const after = { ...of, exceptions: [...of.exceptions, { date: changed, intervals }] };
				const otherDays = (list: readonly OpenInterval[]) =>
					list
						.filter(({ start }) => dateOf(start, where) !== changed)
						.map(({ start, end, rule }) => [start.toString(), end.toString(), rule]);
				expect(otherDays(allOf(after, where))).toEqual(otherDays(allOf(of, where)));
			}),
			{ numRuns: 50 }
		);
	});
});
