import { describe, expect, it } from 'vitest';
import { hoursState } from './hours-state.ts';
import { openIntervals } from './open-intervals.ts';
import { parseDayInterval } from './day-interval.ts';
import type { HoursPlace, Schedule } from './schedule.ts';

const helsinki = 'Europe/Helsinki';
const independenceDay = { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' };
const summer = { fi: 'kesä', sv: 'sommar', en: 'summer' };
const eve = { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' };
const place: HoursPlace = {
	timeZone: helsinki,
	publicHoliday: (date) => (date.endsWith('-12-06') ? independenceDay : null)
};

const hours = (...texts: string[]) =>
	texts.map((text) => {
		const parsed = parseDayInterval(text);
		if (!parsed.ok) throw new Error(parsed.fault);
		return parsed.value;
	});
const schedule = (parts: Partial<Schedule>): Schedule => ({
	weekly: {},
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [],
	...parts
});
const tornio = schedule({ weekly: { mon: hours('09:00-12:00'), tue: hours('09:00-12:00') } });

const local = (instant: Temporal.Instant | null) =>
	instant?.toZonedDateTimeISO(helsinki).toString({ timeZoneName: 'never' }) ?? null;
const at = (of: Schedule, instant: string, where = place) => {
	const { state, until, nextOpen, rule } = hoursState(of, where, Temporal.Instant.from(instant));
	return { state, until: local(until), nextOpen: local(nextOpen), rule };
};
const list = (of: Schedule, from: string, days: number, where = place) =>
	openIntervals(of, where, Temporal.PlainDate.from(from), days).map(({ start, end, rule }) => [
		local(start),
		local(end),
		rule.kind
	]);

describe('an ordinary week', () => {
	it('is open inside, and says until when and when it opens after that', () => {
		expect(at(tornio, '2026-11-23T09:30+02:00')).toEqual({
			state: 'open',
			until: '2026-11-23T12:00:00+02:00',
			nextOpen: '2026-11-24T09:00:00+02:00',
			rule: { kind: 'weekly' }
		});
	});

	it('is closed outside, over the weekend, until Monday', () => {
		expect(at(tornio, '2026-11-27T18:00+02:00')).toEqual({
			state: 'closed',
			until: '2026-11-30T09:00:00+02:00',
			nextOpen: '2026-11-30T09:00:00+02:00',
			rule: { kind: 'weekly' }
		});
	});

	it('opens at its first second and closes at its last', () => {
		const states = ['08:59:59', '09:00:00', '11:59:59', '12:00:00'].map(
			(time) => at(tornio, `2026-11-23T${time}+02:00`).state
		);
		expect(states).toEqual(['closed', 'open', 'open', 'closed']);
	});

	it('keeps the lunch break', () => {
		const withLunch = schedule({ weekly: { mon: hours('13:00-15:00', '09:00-12:00') } });
		expect(list(withLunch, '2026-11-23', 1)).toEqual([
			['2026-11-23T09:00:00+02:00', '2026-11-23T12:00:00+02:00', 'weekly'],
			['2026-11-23T13:00:00+02:00', '2026-11-23T15:00:00+02:00', 'weekly']
		]);
		expect(at(withLunch, '2026-11-23T12:30+02:00').nextOpen).toBe('2026-11-23T13:00:00+02:00');
	});

	it('that never opens has no next opening', () => {
		expect(at(schedule({}), '2026-11-23T09:30+02:00')).toEqual({
			state: 'closed',
			until: null,
			nextOpen: null,
			rule: { kind: 'weekly' }
		});
	});

	it('that never closes has no end', () => {
		const all = hours('00:00-24:00');
		const always = schedule({
			weekly: { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all },
			publicHolidays: 'asWeekday'
		});
		expect(at(always, '2026-11-23T09:30+02:00')).toEqual({
			state: 'open',
			until: null,
			nextOpen: null,
			rule: { kind: 'weekly' }
		});
	});
});

describe('the night', () => {
	const night = schedule({
		weekly: { fri: hours('22:00-02:00'), sat: hours('20:00-24:00'), sun: hours('00:00-01:00') }
	});

	it('belongs to the day it starts', () => {
		expect(list(night, '2026-11-27', 1)).toEqual([
			['2026-11-27T22:00:00+02:00', '2026-11-28T02:00:00+02:00', 'weekly']
		]);
		expect(at(night, '2026-11-28T01:59:59+02:00').state).toBe('open');
		expect(at(night, '2026-11-28T02:00:00+02:00').state).toBe('closed');
	});

	it('that ends at 24:00 and goes on at 00:00 is one open time', () => {
		expect(at(night, '2026-11-28T21:00+02:00').until).toBe('2026-11-29T01:00:00+02:00');
	});

	it('is not cut by an exception of the next day, which begins where the night ends', () => {
		const cut = schedule({ ...night, exceptions: [{ date: '2026-11-28', intervals: hours('01:00-05:00') }] });
		expect(list(cut, '2026-11-27', 2)).toEqual([
			['2026-11-27T22:00:00+02:00', '2026-11-28T02:00:00+02:00', 'weekly'],
			['2026-11-28T02:00:00+02:00', '2026-11-28T05:00:00+02:00', 'exception']
		]);
		expect(list(cut, '2026-11-28', 1)).toEqual([
			['2026-11-28T02:00:00+02:00', '2026-11-28T05:00:00+02:00', 'exception']
		]);
	});
});

describe('what wins', () => {
	const everything = schedule({
		weekly: { mon: hours('09:00-12:00') },
		publicHolidays: hours('10:00-11:00'),
		seasons: [
			{
				name: summer,
				from: '2027-12-01',
				to: '2027-12-31',
				weekly: { mon: hours('08:00-09:00') },
				publicHolidays: 'closed'
			}
		],
		exceptions: [
			{ date: '2028-12-06', intervals: hours('12:00-13:00') },
			{ date: '2026-12-24', intervals: [], reason: eve }
		]
	});

	it.each([
		['an exception over a public holiday', '2028-12-06T12:30+02:00', 'open', { kind: 'exception' }],
		['an exception with its reason', '2026-12-24T09:30+02:00', 'closed', { kind: 'exception', name: eve }],
		[
			'a public holiday with its own hours',
			'2026-12-06T10:30+02:00',
			'open',
			{ kind: 'publicHoliday', name: independenceDay }
		],
		[
			'a season’s own rule for public holidays',
			'2027-12-06T10:30+02:00',
			'closed',
			{ kind: 'publicHoliday', name: independenceDay }
		],
		['a season over the week, on its first day', '2027-12-01T09:30+02:00', 'closed', { kind: 'season', name: summer }],
		['a season’s hours', '2027-12-13T08:30+02:00', 'open', { kind: 'season', name: summer }],
		['a season’s last day', '2027-12-31T09:30+02:00', 'closed', { kind: 'season', name: summer }],
		['the week after the season', '2028-01-03T09:30+02:00', 'open', { kind: 'weekly' }]
	])('%s', (_, instant, state, rule) => {
		const found = hoursState(everything, place, Temporal.Instant.from(instant));
		expect({ state: found.state, rule: found.rule }).toEqual({ state, rule });
	});

	it('a holiday that is as any weekday has the weekday’s rule', () => {
		const asWeekday = schedule({ weekly: { sun: hours('09:00-12:00') }, publicHolidays: 'asWeekday' });
		expect(at(asWeekday, '2026-12-06T09:30+02:00')).toMatchObject({ state: 'open', rule: { kind: 'weekly' } });
	});

	it('finds an opening that only a far exception makes', () => {
		const once = schedule({ exceptions: [{ date: '2031-05-05', intervals: hours('09:00-12:00') }] });
		expect(at(once, '2026-11-23T09:30+02:00').nextOpen).toBe('2031-05-05T09:00:00+03:00');
		expect(at(once, '2031-05-05T09:30+03:00')).toMatchObject({ until: '2031-05-05T12:00:00+03:00', nextOpen: null });
	});
});

describe('the day the clocks go forward (29 March 2026, 03:00 becomes 04:00)', () => {
	it('moves what begins in the skipped hour forward', () => {
		const sunday = schedule({ weekly: { sun: hours('03:30-05:00') } });
		expect(list(sunday, '2026-03-29', 1)).toEqual([
			['2026-03-29T04:30:00+03:00', '2026-03-29T05:00:00+03:00', 'weekly']
		]);
	});

	it('drops what is left without length and never overlaps', () => {
		const sunday = schedule({ weekly: { sun: hours('03:00-03:30', '03:40-04:10', '04:15-05:00') } });
		expect(list(sunday, '2026-03-29', 1)).toEqual([
			['2026-03-29T04:00:00+03:00', '2026-03-29T04:30:00+03:00', 'weekly'],
			['2026-03-29T04:30:00+03:00', '2026-03-29T05:00:00+03:00', 'weekly']
		]);
	});

	it('leaves a night across it an hour shorter', () => {
		const night = schedule({ weekly: { sat: hours('22:00-06:00') } });
		const [interval] = openIntervals(night, place, Temporal.PlainDate.from('2026-03-28'), 1);
		expect(interval?.start.until(interval.end).total('hours')).toBe(7);
	});
});

describe('the day the clocks go back (25 October 2026, 04:00 becomes 03:00)', () => {
	it('takes the first of a repeated time', () => {
		const sunday = schedule({ weekly: { sun: hours('03:15-03:45') } });
		expect(list(sunday, '2026-10-25', 1)).toEqual([
			['2026-10-25T03:15:00+03:00', '2026-10-25T03:45:00+03:00', 'weekly']
		]);
		expect(at(sunday, '2026-10-25T03:30:00+02:00').state).toBe('closed');
	});

	it('opens a day that spans it an hour longer', () => {
		const sunday = schedule({ weekly: { sun: hours('00:00-24:00') } });
		const [interval] = openIntervals(sunday, place, Temporal.PlainDate.from('2026-10-25'), 1);
		expect(interval?.start.until(interval.end).total('hours')).toBe(25);
	});
});
