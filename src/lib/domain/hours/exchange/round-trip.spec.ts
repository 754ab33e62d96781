import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { days, firstDate, schedule } from '../../../../../tests/fixtures/any-schedule.ts';
import { scheduleSchema } from '../../../server/config/schedule-schema.ts';
import { readSchemaOrg } from '../../../server/editing/read-schema-org.ts';
import { languages } from '../../language.ts';
import { dayHours } from '../day-rule.ts';
import type { HoursPlace, Schedule } from '../schedule.ts';
import type { WrittenSchedule } from '../written-schedule.ts';
import { toOsmHours } from './osm-export.ts';
import { fromOsmHours } from './osm-import.ts';
import { toSchemaOrg } from './schema-org-export.ts';

const holiday = { fi: 'a', sv: 'b', en: 'c' };
const place: HoursPlace = {
	timeZone: 'Europe/Helsinki',
	publicHoliday: (date) => (date.endsWith('6') ? holiday : null)
};

/** As the configuration's schema reads what the console would save. */
function saved({ exceptions, ...rest }: WrittenSchedule): Schedule {
	const entries = exceptions.map(({ hours, ...entry }) =>
		hours.length === 0 ? { ...entry, closed: true } : { ...entry, hours }
	);
	return v.parse(scheduleSchema, { ...rest, exceptions: entries });
}

const eachDay = (of: Schedule) =>
	Array.from({ length: days + 66 }, (_, day) => {
		const { rule, intervals } = dayHours(of, place, firstDate.add({ days: day }));
		return { rule, intervals: intervals.toSorted((one, other) => one.startMinute - other.startMinute) };
	});
const hoursOf = (of: Schedule) => eachDay(of).map(({ intervals }) => intervals);

describe('any schedule, written and read again', { timeout: 60_000 }, () => {
	it('opens at the same hours for a year after OpenStreetMap’s form', () => {
		fc.assert(
			fc.property(schedule(1995), fc.constantFrom(...languages), (of, language) => {
				const text = toOsmHours(of, language);
				const read = fromOsmHours(text);
				if (!read.ok) throw new Error(`${text}: ${read.fault.kind} at ${read.fault.position}`);
				expect(hoursOf(saved(read.value)), text).toEqual(hoursOf(of));
			}),
			{ numRuns: 200 }
		);
	});

	it('opens at the same hours by the same rules and names for a year after schema.org’s form', () => {
		fc.assert(
			fc.property(schedule(1995), (of) => {
				const sent: unknown = JSON.parse(JSON.stringify(toSchemaOrg(of)));
				const read = readSchemaOrg(sent);
				if (!read.ok) throw new Error(`${read.fault.kind} at ${read.fault.path}`);
				expect(eachDay(saved(read.value))).toEqual(eachDay(of));
			}),
			{ numRuns: 200 }
		);
	});

	it('any text and any document is answered, never thrown at', () => {
		const words = [
			'Mo',
			'Mo-Fr',
			'PH',
			' ',
			'09:00-12:00',
			',',
			';',
			'off',
			'"',
			'2026 Dec 24',
			'-',
			'||',
			'24/7',
			'+',
			':'
		];
		const text = fc.oneof(
			fc.string(),
			fc.array(fc.constantFrom(...words)).map((parts) => parts.join(''))
		);
		fc.assert(
			fc.property(text, (written) => {
				const read = fromOsmHours(written);
				if (!read.ok) expect(written.slice(read.fault.position)).toContain(read.fault.words);
			}),
			{ numRuns: 3000 }
		);
		const row = fc.record(
			{
				dayOfWeek: fc.anything(),
				opens: fc.anything(),
				closes: fc.anything(),
				validFrom: fc.anything(),
				name: fc.anything()
			},
			{ requiredKeys: [] }
		);
		const document = fc.oneof(
			fc.anything(),
			fc.record({ openingHoursSpecification: fc.array(row), specialOpeningHoursSpecification: fc.array(row) })
		);
		fc.assert(
			fc.property(document, (json) => {
				const read = readSchemaOrg(json);
				expect(read.ok ? 'a schedule' : typeof read.fault.path).toMatch(/schedule|string/);
			}),
			{ numRuns: 1000 }
		);
	});
});
