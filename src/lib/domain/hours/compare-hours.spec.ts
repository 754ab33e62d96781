import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareHours, type AllHours, type HoursOfPoint } from './compare-hours.ts';
import type { DayInterval } from './day-interval.ts';
import { dayHours } from './day-rule.ts';
import { weekdays, type HoursPlace, type Schedule, type Week } from './schedule.ts';

const name = { fi: 'joulu', sv: 'jul', en: 'Christmas' };
const place: HoursPlace = {
	timeZone: 'Europe/Helsinki',
	publicHoliday: (date) => (date.endsWith('12-25') ? name : null)
};
const nineToTwelve = { startMinute: 540, endMinute: 720 };
const nineToThree = { startMinute: 540, endMinute: 900 };
const schedule = (parts: Partial<Schedule>): Schedule => ({
	weekly: { mon: [nineToTwelve], tue: [nineToTwelve] },
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [],
	...parts
});
const tornio = (parts: Partial<Schedule>, more: Partial<Record<string, Schedule>> = {}): HoursOfPoint => ({
	id: 'tornio',
	place,
	schedules: { selfService: schedule(parts), ...more }
});
const hours = (points: readonly HoursOfPoint[], warnMinutes = [10, 5, 1]): AllHours => ({ points, warnMinutes });
/** A Wednesday. */
const now = Temporal.Instant.from('2026-11-25T09:00+02:00');
const compare = (before: AllHours, after: AllHours) => compareHours(before, after, now);
const countsOf = (before: AllHours, after: AllHours) =>
	compare(before, after).schedules.map(({ opens, closes, moves, firstChange }) => ({
		opens,
		closes,
		moves,
		firstChange
	}));

describe('before a change is saved, the administrator reads', () => {
	it('that Tuesdays close, with the next fourteen days', () => {
		const { schedules, warning } = compare(hours([tornio({})]), hours([tornio({ weekly: { mon: [nineToTwelve] } })]));
		const [preview] = schedules;
		expect([schedules.length, preview?.opens, preview?.closes, preview?.moves, preview?.firstChange, warning]).toEqual([
			1,
			0,
			52,
			0,
			'2026-12-01',
			null
		]);
		expect(preview?.nextDays.map(({ date, before, after }) => [date, before.length, after.length])).toEqual([
			['2026-11-25', 0, 0],
			['2026-11-26', 0, 0],
			['2026-11-27', 0, 0],
			['2026-11-28', 0, 0],
			['2026-11-29', 0, 0],
			['2026-11-30', 1, 1],
			['2026-12-01', 1, 0],
			['2026-12-02', 0, 0],
			['2026-12-03', 0, 0],
			['2026-12-04', 0, 0],
			['2026-12-05', 0, 0],
			['2026-12-06', 0, 0],
			['2026-12-07', 1, 1],
			['2026-12-08', 1, 0]
		]);
	});

	it('that one day opens, one closes and one moves', () => {
		const exceptions = [
			{ date: '2026-11-26', intervals: [nineToTwelve] },
			{ date: '2026-11-30', intervals: [], reason: name },
			{ date: '2026-12-01', intervals: [nineToThree] }
		];
		expect(countsOf(hours([tornio({})]), hours([tornio({ exceptions })]))).toEqual([
			{ opens: 1, closes: 1, moves: 1, firstChange: '2026-11-26' }
		]);
		expect(compare(hours([tornio({})]), hours([tornio({ exceptions })])).schedules[0]?.nextDays[5]).toEqual({
			date: '2026-11-30',
			before: [nineToTwelve],
			after: [],
			rule: { kind: 'exception', name }
		});
	});

	it('that a schedule comes or goes, and nothing of one that stays or changes beyond the horizon', () => {
		const phone = { phone: schedule({ weekly: { fri: [nineToTwelve] } }) };
		expect(compare(hours([tornio({})]), hours([tornio({}, phone)])).schedules.map(({ opens }) => opens)).toEqual([51]);
		expect(compare(hours([tornio({}, phone)]), hours([tornio({})])).schedules.map(({ closes }) => closes)).toEqual([
			51
		]);
		const faraway = tornio({ exceptions: [{ date: '2028-01-03', intervals: [] }] });
		expect(compare(hours([tornio({})]), hours([faraway])).schedules).toEqual([]);
	});

	it('today as it is where the point is', () => {
		const kiritimati = { ...tornio({}), place: { ...place, timeZone: 'Pacific/Kiritimati' } };
		const after = { ...kiritimati, schedules: { selfService: schedule({ weekly: {} }) } };
		expect(
			compareHours(hours([kiritimati]), hours([after]), Temporal.Instant.from('2026-11-29T12:00Z')).schedules[0]
				?.firstChange
		).toBe('2026-11-30');
	});
});

describe('how a visit would be warned', () => {
	const until = (endMinute: number) => tornio({ weekly: { tue: [{ startMinute: 540, endMinute }] } });
	const warningOf = (endMinute: number, warnMinutes?: number[]) =>
		compare(hours([tornio({})]), hours([until(endMinute)], warnMinutes)).warning;

	it('is told for the first day that closes at another time', () => {
		expect(warningOf(900)).toEqual({ date: '2026-12-01', closes: '15:00', running: '14:55', warned: '14:50' });
		expect(compare(hours([until(900)]), hours([until(720)])).warning).toEqual({
			date: '2026-12-01',
			closes: '12:00',
			running: '11:55',
			warned: '11:50'
		});
	});

	it('is told with one warning, at midnight, and not at all without one or where the time is too short', () => {
		expect(warningOf(900, [10])).toEqual({ date: '2026-12-01', closes: '15:00', running: '14:55', warned: '14:50' });
		expect(warningOf(1440)).toEqual({ date: '2026-12-01', closes: '00:00', running: '23:55', warned: '23:50' });
		expect(warningOf(900, [])).toBeNull();
		expect(warningOf(541)).toBeNull();
	});

	it('is not told where only the opening moves, or another schedule than self-service', () => {
		const later = tornio({ weekly: { mon: [nineToTwelve], tue: [{ startMinute: 600, endMinute: 720 }] } });
		expect(compare(hours([tornio({})]), hours([later])).warning).toBeNull();
		const phone = { phone: schedule({}) };
		expect(compare(hours([tornio({})]), hours([tornio({}, phone)])).warning).toBeNull();
	});

	it('is told for the next open day where the warnings change', () => {
		expect(compare(hours([tornio({})]), hours([tornio({})], [15, 3])).warning).toEqual({
			date: '2026-11-30',
			closes: '12:00',
			running: '11:57',
			warned: '11:45'
		});
	});
});

const interval: fc.Arbitrary<DayInterval> = fc
	.record({ startMinute: fc.integer({ min: 0, max: 1300 }), length: fc.integer({ min: 1, max: 700 }) })
	.map(({ startMinute, length }) => ({ startMinute, endMinute: startMinute + length }));
const intervals = fc.array(interval, { maxLength: 1 });
const week = fc.record(Object.fromEntries(weekdays.map((weekday) => [weekday, intervals])), {
	requiredKeys: []
}) as fc.Arbitrary<Week>;
const date = fc
	.integer({ min: 0, max: 400 })
	.map((days) => Temporal.PlainDate.from('2026-11-20').add({ days }).toString());
const anySchedule: fc.Arbitrary<Schedule> = fc.record({
	weekly: week,
	publicHolidays: fc.constantFrom('closed' as const, 'asWeekday' as const),
	seasons: fc.array(fc.record({ name: fc.constant(name), from: date, to: date, weekly: week }), { maxLength: 1 }),
	exceptions: fc.uniqueArray(fc.record({ date, intervals }), { maxLength: 5, selector: (exception) => exception.date })
});

it('as many days open more than close as there are more open days afterwards', () => {
	const openDays = (of: Schedule) =>
		Array.from({ length: 366 }, (_, days) => Temporal.PlainDate.from('2026-11-25').add({ days })).filter(
			(day) => dayHours(of, place, day).intervals.length > 0
		).length;
	fc.assert(
		fc.property(anySchedule, anySchedule, (before, after) => {
			const of = (selfService: Schedule) => hours([{ id: 'tornio', place, schedules: { selfService } }]);
			const [preview] = compare(of(before), of(after)).schedules;
			expect((preview?.opens ?? 0) - (preview?.closes ?? 0)).toBe(openDays(after) - openDays(before));
			expect(compare(of(after), of(before)).schedules[0]?.moves).toBe(preview?.moves);
		}),
		{ numRuns: 60 }
	);
});
