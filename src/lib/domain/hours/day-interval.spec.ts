import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOverlap, formatDayInterval, parseDayInterval, runsInto } from './day-interval.ts';

describe('an interval as the configuration writes it', () => {
	it('is read within a day, up to 24:00 and past midnight', () => {
		expect(['09:00-12:00', '20:00-24:00', '00:00-24:00', '22:00-02:00', '22:00-00:00'].map(parseDayInterval)).toEqual([
			{ ok: true, value: { startMinute: 540, endMinute: 720 } },
			{ ok: true, value: { startMinute: 1200, endMinute: 1440 } },
			{ ok: true, value: { startMinute: 0, endMinute: 1440 } },
			{ ok: true, value: { startMinute: 1320, endMinute: 1560 } },
			{ ok: true, value: { startMinute: 1320, endMinute: 1440 } }
		]);
	});

	it.each([
		['9:00-12:00', 'not-an-interval'],
		['09:00', 'not-an-interval'],
		['09.00-12.00', 'not-an-interval'],
		['09:00 - 12:00', 'not-an-interval'],
		['09:00-25:00', 'no-such-time'],
		['09:60-12:00', 'no-such-time'],
		['09:00-24:01', 'no-such-time'],
		['24:00-02:00', 'no-such-time'],
		['09:00-09:00', 'no-length']
	])('%s is refused as %s', (text, fault) => {
		expect(parseDayInterval(text)).toEqual({ ok: false, fault });
	});

	it('is written back so that it reads the same', () => {
		const minute = fc.integer({ min: 0, max: 1439 });
		const interval = fc.tuple(minute, fc.integer({ min: 1, max: 1439 }));
		fc.assert(
			fc.property(interval, ([startMinute, length]) => {
				const value = { startMinute, endMinute: startMinute + length };
				expect(parseDayInterval(formatDayInterval(value))).toEqual({ ok: true, value });
			})
		);
	});
});

describe('intervals together', () => {
	it('touching is not overlapping, sharing a minute is', () => {
		const nineToTwelve = { startMinute: 540, endMinute: 720 };
		expect(firstOverlap([nineToTwelve, { startMinute: 720, endMinute: 780 }])).toBeNull();
		expect(
			firstOverlap([nineToTwelve, { startMinute: 780, endMinute: 840 }, { startMinute: 719, endMinute: 721 }])
		).toBe(2);
	});

	it('a night that lasts into the next morning runs into what opens before it ends', () => {
		const night = { startMinute: 1320, endMinute: 1560 };
		expect(runsInto(night, { startMinute: 119, endMinute: 300 })).toBe(true);
		expect(runsInto(night, { startMinute: 120, endMinute: 300 })).toBe(false);
	});
});
