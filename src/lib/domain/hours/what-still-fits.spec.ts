import { describe, expect, it } from 'vitest';
import { weekdays, type HoursPlace, type Schedule } from './schedule.ts';
import { whatStillFits } from './what-still-fits.ts';

const place: HoursPlace = { timeZone: 'Europe/Helsinki', publicHoliday: () => null };
const morning = { startMinute: 540, endMinute: 720 };
const noon = { startMinute: 720, endMinute: 780 };
const night = { startMinute: 1320, endMinute: 1680 };
const schedule = (weekly: Schedule['weekly']): Schedule => ({
	weekly,
	publicHolidays: 'asWeekday',
	seasons: [],
	exceptions: []
});
const minute = 60_000;
const fits = (weekly: Schedule['weekly'], at: string, visitMs: number) =>
	whatStillFits(schedule(weekly), place, Temporal.Instant.from(at), visitMs);

describe('before closing', () => {
	it('a visit that ends at the very second of closing fits, one a millisecond longer does not', () => {
		const at = '2026-11-23T11:40+02:00';
		expect(fits({ mon: [morning] }, at, 20 * minute)).toEqual({ minutesUntilClosing: 20, fits: true });
		expect(fits({ mon: [morning] }, at, 20 * minute + 1)).toEqual({ minutesUntilClosing: 20, fits: false });
	});

	it('a minute that has begun is not promised', () => {
		expect(fits({ mon: [morning] }, '2026-11-23T11:50:01+02:00', 0)).toEqual({ minutesUntilClosing: 9, fits: true });
	});

	it('what opens where the morning ends is still the same open time', () => {
		expect(fits({ mon: [morning, noon] }, '2026-11-23T11:40+02:00', 80 * minute)).toEqual({
			minutesUntilClosing: 80,
			fits: true
		});
	});

	it('the hour that the clock skips in a night is not counted', () => {
		expect(fits({ sat: [night] }, '2026-03-28T23:00+02:00', 240 * minute + 1)).toEqual({
			minutesUntilClosing: 240,
			fits: false
		});
	});

	it('nothing fits when it is closed, not even a visit of no length', () => {
		expect(fits({ mon: [morning] }, '2026-11-23T12:00+02:00', 0)).toEqual({ minutesUntilClosing: null, fits: false });
	});

	it('everything fits where it never closes', () => {
		const always = Object.fromEntries(weekdays.map((weekday) => [weekday, [{ startMinute: 0, endMinute: 1440 }]]));
		expect(fits(always, '2026-11-23T12:00+02:00', 1e9)).toEqual({ minutesUntilClosing: null, fits: true });
	});
});
