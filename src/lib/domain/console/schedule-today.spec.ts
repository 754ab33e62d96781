import { describe, expect, it } from 'vitest';
import type { HoursPlace, Schedule } from '../hours/schedule.ts';
import { scheduleToday } from './schedule-today.ts';

const morning = { startMinute: 9 * 60, endMinute: 12 * 60 };
const afternoon = { startMinute: 13 * 60, endMinute: 15 * 60 };
const independence = { fi: 'Itsenäisyyspäivä', sv: 'Självständighetsdagen', en: 'Independence Day' };
const eve = { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' };
const place: HoursPlace = {
	timeZone: 'Europe/Helsinki',
	publicHoliday: (date) => (date === '2026-12-06' || date === '2026-12-25' ? independence : null)
};
const weekdayHours: Schedule = {
	weekly: { mon: [afternoon, morning], thu: [morning], fri: [morning] },
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [{ date: '2026-12-24', intervals: [], reason: eve }]
};
const at = (text: string) => Temporal.Instant.from(text);
const ms = (text: string) => at(text).epochMilliseconds;

describe('somebody who asks whether we are open', () => {
	it('sees now, until when, all of today and what opens next', () => {
		expect(scheduleToday(weekdayHours, place, at('2026-11-23T09:40+02:00'), 14)).toEqual({
			open: true,
			until: ms('2026-11-23T12:00+02:00'),
			nextOpen: ms('2026-11-23T13:00+02:00'),
			intervals: [morning, afternoon],
			rule: { kind: 'weekly' },
			specialDays: []
		});
	});

	it('is warned of the days that are other than usual, and not of a holiday on which nobody would come anyway', () => {
		const { specialDays } = scheduleToday(weekdayHours, place, at('2026-12-11T08:00+02:00'), 14);
		expect(specialDays).toEqual([
			{ date: '2026-12-24', intervals: [], rule: { kind: 'exception', name: eve } },
			{ date: '2026-12-25', intervals: [], rule: { kind: 'publicHoliday', name: independence } }
		]);
		expect(scheduleToday(weekdayHours, place, at('2026-11-30T08:00+02:00'), 14).specialDays).toEqual([]);
	});

	it('sees a closed day with the rule that closed it', () => {
		expect(scheduleToday(weekdayHours, place, at('2026-12-24T10:00+02:00'), 0)).toEqual({
			open: false,
			until: ms('2026-12-28T09:00+02:00'),
			nextOpen: ms('2026-12-28T09:00+02:00'),
			intervals: [],
			rule: { kind: 'exception', name: eve },
			specialDays: []
		});
	});
});
