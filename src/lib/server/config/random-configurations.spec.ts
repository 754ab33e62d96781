import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayHours } from '../../domain/hours/day-rule.ts';
import { hoursState } from '../../domain/hours/hours-state.ts';
import { openIntervals } from '../../domain/hours/open-intervals.ts';
import { scheduleProblems } from '../../domain/hours/schedule-problems.ts';
import { weekdays, type HoursPlace, type Schedule } from '../../domain/hours/schedule.ts';
import { scheduleNames, servicePointSchema } from './service-point-schema.ts';
import { readYaml, type ConfigurationProblem } from './yaml-file.ts';

const configurations = 10_000;
const seed = 20_261_125;

const garbage = fc.oneof(
	fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
	fc.string({ unit: 'binary' }),
	fc.constantFrom('', '~', '__proto__', '&a [*a]', '!!js/function x', '2026-13-45', '99:99-00:00', 1e308, -0, NaN)
);
/** Nearly always as it should be; else whatever. */
const mostly = <Value>(right: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 250, arbitrary: right as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: garbage });

const keys = (right: readonly string[]): fc.Arbitrary<string> =>
	fc.oneof({ weight: 250, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: fc.string() });

const twoDigits = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));
const times = [0, 1, 180, 195, 210, 240, 539, 540, 720, 1200, 1439, 1440].map(
	(minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
);
const interval = fc.oneof(
	{
		weight: 60,
		arbitrary: fc.tuple(fc.constantFrom(...times), fc.constantFrom(...times)).map((ends) => ends.join('-'))
	},
	{ weight: 1, arbitrary: fc.tuple(twoDigits(30), twoDigits(70)).map(([hour, minute]) => `${hour}:${minute}-25:00`) }
);
const intervals = mostly(fc.array(mostly(interval), { maxLength: 2 }));
const date = fc.oneof(
	{
		weight: 60,
		arbitrary: fc
			.tuple(fc.constantFrom('2000', '2011', '2026', '2027', '2099'), fc.constantFrom('03', '12'), twoDigits(31))
			.map((parts) => parts.join('-'))
	},
	{ weight: 1, arbitrary: fc.constantFrom('2027-02-29', '1999-12-31', '2100-01-01', '24.12.2026') }
);
const words = fc.oneof(fc.constant('kesä'), fc.string({ minLength: 1, unit: 'grapheme' }));
const texts = mostly(fc.record({ fi: words, sv: words, en: words }));
const week = mostly(fc.dictionary(keys(weekdays), intervals, { maxKeys: 3 }));
const publicHolidays = mostly(fc.oneof(fc.constantFrom('closed', 'asWeekday'), intervals));
const season = fc.record(
	{ name: texts, from: mostly(date), to: mostly(date), weekly: week, publicHolidays },
	{ requiredKeys: ['name', 'from', 'to', 'weekly'] }
);
const exception = fc.oneof(
	fc.record({ date: mostly(date), closed: mostly(fc.constant(true)), reason: texts }),
	fc.record({ date: mostly(date), hours: intervals })
);
const schedule = mostly(
	fc.record(
		{
			weekly: week,
			publicHolidays,
			seasons: mostly(fc.array(season, { maxLength: 1 })),
			exceptions: mostly(fc.array(exception, { maxLength: 2 }))
		},
		{ requiredKeys: ['weekly'] }
	)
);
/** Zones that skip an hour, half an hour, two hours, a midnight, a whole day. */
const zones = [
	'Europe/Helsinki',
	'Australia/Lord_Howe',
	'Antarctica/Troll',
	'Africa/Cairo',
	'Pacific/Apia',
	'Asia/Beirut'
];
const point = fc.record(
	{
		id: mostly(fc.constant('tornio')),
		name: texts,
		address: mostly(fc.record({ street: words, city: words })),
		timeZone: mostly(fc.constantFrom(...zones)),
		schedules: mostly(fc.dictionary(keys(scheduleNames), schedule, { maxKeys: 2 }))
	},
	{ requiredKeys: ['id', 'name', 'address', 'timeZone', 'schedules'] }
);

/** A file as it is, cut off in the middle, or with one sign changed. */
const written = point.chain((value) => {
	const text = asYaml(value);
	const at = fc.nat({ max: text.length });
	return fc.oneof(
		{ weight: 8, arbitrary: fc.constant(text) },
		{ weight: 1, arbitrary: at.map((end) => text.slice(0, end)) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(at, fc.constantFrom('\t', ':', '"', '[', '}', '*', '&', '\u0000', '\ud800', '9', ''))
				.map(([start, sign]) => text.slice(0, start) + sign + text.slice(start + 1))
		}
	);
});
const hostile = [
	'&a [*a]',
	'&a { id: *a }',
	'id: &a [*a]',
	'name: &n { fi: *n, sv: *n, en: *n }',
	'<<: *missing',
	'id: !!binary aGVp',
	'id: !!js/function x',
	'--- a\n--- b',
	'{'.repeat(500),
	'id: 123456789012345678901234567890'
];
const file = fc.oneof(
	{ weight: 1, arbitrary: fc.constantFrom(...hostile) },
	{ weight: 18, arbitrary: written },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
	{ weight: 1, arbitrary: fc.anything().map(asYaml) }
);

/** JSON is YAML, and far quicker to write; what it has no words for is garbage of another kind. */
function asYaml(value: unknown): string {
	try {
		return String(JSON.stringify(value));
	} catch {
		return typeof value;
	}
}

const name = { fi: 'a', sv: 'b', en: 'c' };
const instants = ['2011-12-30T10:00Z', '2026-03-29T01:00Z', '2026-12-24T08:00Z', '2099-12-31T23:59Z'].map((text) =>
	Temporal.Instant.from(text)
);

function evaluate(of: Schedule, place: HoursPlace, instant: Temporal.Instant) {
	expect(scheduleProblems(of)).toEqual([]);
	const { state, until, nextOpen } = hoursState(of, place, instant);
	if (state === 'closed') expect(until).toEqual(nextOpen);
	if (until !== null) expect(Temporal.Instant.compare(instant, until)).toBe(-1);
	const today = instant.toZonedDateTimeISO(place.timeZone).toPlainDate();
	expect(dayHours(of, place, today).rule.kind).toMatch(/^(weekly|season|publicHoliday|exception)$/);
	const ends = openIntervals(of, place, today, 8).flatMap(({ start, end }) => [
		start.epochMilliseconds,
		end.epochMilliseconds
	]);
	expect(ends).toEqual(ends.toSorted((one, other) => one - other));
}

it(`${configurations} random service points are read or refused with reasons, and what is read can be evaluated`, () => {
	const seen = { read: 0, refused: 0 };
	fc.assert(
		fc.property(file, fc.constantFrom(...instants), (content, instant) => {
			const read = readYaml('tornio.yaml', content, servicePointSchema);
			if (!read.ok) {
				seen.refused += 1;
				expect(read.fault.length).toBeGreaterThan(0);
				const useless = ({ line, column, message }: ConfigurationProblem) =>
					line < 1 || column < 1 || message.trim() === '';
				expect(read.fault.filter(useless)).toEqual([]);
				return;
			}
			seen.read += 1;
			const { timeZone = 'UTC', schedules } = read.value.value;
			const place = { timeZone, publicHoliday: (iso: string) => (iso.endsWith('4') ? name : null) };
			for (const of of Object.values(schedules)) if (of !== undefined) evaluate(of, place, instant);
		}),
		{ numRuns: configurations, seed }
	);
	// Both are seen often, or the test would say nothing.
	expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(configurations / 4);
}, 240_000);
