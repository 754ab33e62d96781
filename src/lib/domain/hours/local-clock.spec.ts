import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localClock } from './local-clock.ts';

/** Among them zones that skip half an hour, two hours, midnight, a whole day, and one whose days of change the moon decides. */
const zones = [
	'Europe/Helsinki',
	'Australia/Lord_Howe',
	'Antarctica/Troll',
	'Africa/Cairo',
	'Pacific/Apia',
	'Africa/Casablanca',
	'Asia/Manila',
	'America/Juneau',
	'UTC'
];
const epoch = Temporal.PlainDate.from('1970-01-01');
const asTemporalSays = (zone: string, day: number, minute: number) =>
	epoch
		.add({ days: day })
		.toPlainDateTime()
		.add({ minutes: minute })
		.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

/** Days of clock changes of each zone, with the days around them. */
const daysAround = (zone: string): number[] => {
	const days: number[] = [];
	let change = Temporal.Instant.from('1840-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
	while (change !== null && change.year < 2040) {
		const day = epoch.until(change.toPlainDate()).days;
		days.push(day - 2, day - 1, day, day + 1, day + 2);
		change = change.getTimeZoneTransition('next');
	}
	return days;
};

describe('local times around every clock change', () => {
	it.each(zones)('of %s are those of Temporal, in whatever order they are asked for', (zone) => {
		const around = daysAround(zone);
		const day = fc.oneof(fc.integer({ min: -40_000, max: 60_000 }), fc.constantFrom(0, ...around));
		const asked = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 2879 })), { minLength: 1, maxLength: 20 });
		fc.assert(
			fc.property(asked, (times) => {
				const clock = localClock(zone);
				for (const [on, minute] of times) expect(clock(on, minute)).toBe(asTemporalSays(zone, on, minute));
			}),
			{ numRuns: 150 }
		);
	});

	it.each(zones)('of %s are the first of a repeated time also for one who comes back from later days', (zone) => {
		const clock = localClock(zone);
		for (const on of daysAround(zone).toReversed().slice(0, 200))
			for (let minute = 1410; minute >= 0; minute -= 30)
				expect(clock(on, minute)).toBe(asTemporalSays(zone, on, minute));
	});
});
