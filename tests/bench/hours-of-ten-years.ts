import Holidays from 'date-holidays';
import OpeningHours from 'opening_hours';
import { toOsmHours } from '../../src/lib/domain/hours/exchange/osm-export.ts';
import { hoursState } from '../../src/lib/domain/hours/hours-state.ts';
import { openIntervals } from '../../src/lib/domain/hours/open-intervals.ts';
import type { HoursPlace, Schedule } from '../../src/lib/domain/hours/schedule.ts';
import { holidaysOfYear } from '../../src/lib/server/config/holiday-tables.ts';
import { inTurn, median, type Measure } from './figure.ts';

const years = Array.from({ length: 10 }, (_, index) => 2026 + index);
const from = Temporal.PlainDate.from('2026-01-01');
const to = from.add({ years: years.length });
const tornio = { lat: 65.85, lon: 24.15, address: { country_code: 'fi', state: 'Lappi' } };

const hours = (startHour: number, endHour: number) => ({ startMinute: startHour * 60, endMinute: endHour * 60 });
const named = (words: string) => ({ fi: words, sv: words, en: words });
const workday = [hours(9, 12), hours(13, 16)];

/** As a configuration is kept: the summers and the dates that are different of this year and the next, for all ten. */
const planned = years.slice(0, 2);
const schedule: Schedule = {
	weekly: { mon: workday, tue: workday, wed: workday, thu: workday, fri: [hours(9, 15)] },
	publicHolidays: 'closed',
	seasons: planned.map((year) => ({
		name: named('kesä'),
		from: `${year}-06-01`,
		to: `${year}-08-31`,
		weekly: { mon: [hours(9, 12)], tue: [hours(9, 12)], thu: [hours(12, 16)] }
	})),
	exceptions: planned.flatMap((year) => [
		{ date: `${year}-02-10`, intervals: [hours(10, 12)], reason: named('koulutus') },
		{ date: `${year}-05-12`, intervals: [], reason: named('muutto') },
		{ date: `${year}-10-06`, intervals: [hours(12, 18)] },
		{ date: `${year}-12-24`, intervals: [], reason: named('jouluaatto') },
		{ date: `${year}-12-31`, intervals: [hours(9, 12)] }
	])
};
const now = Temporal.Instant.from('2026-11-23T18:30+02:00');
const closedUntil2031: Schedule = {
	weekly: {},
	publicHolidays: 'closed',
	seasons: [],
	exceptions: [{ date: '2031-05-05', intervals: [hours(9, 12)] }]
};

function timed<Value>(work: () => Value): { ms: number; value: Value } {
	const startedAt = performance.now();
	const value = work();
	return { ms: performance.now() - startedAt, value };
}

/** All open times of ten years, by us and by the library that OpenStreetMap's own tools use. */
export const hoursOfTenYears: Measure = async (rounds) => {
	// The library knows only the time zone of the process.
	process.env.TZ = 'Europe/Helsinki';
	const holidays = Object.assign({}, ...years.map((year) => holidaysOfYear(Holidays, 'FI', year))) as ReturnType<
		typeof holidaysOfYear
	>;
	const place: HoursPlace = { timeZone: process.env.TZ, publicHoliday: (date) => holidays[date] ?? null };
	const text = toOsmHours(schedule, 'fi');
	const listed = { ours: 0, library: 0 };
	const ours = async () => {
		const { ms, value } = timed(() => openIntervals(schedule, place, from, from.until(to).days));
		listed.ours = value.length;
		return ms;
	};
	const library = async () => {
		const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(place.timeZone).epochMilliseconds);
		const { ms, value } = timed(() => new OpeningHours(text, tornio).getOpenIntervals(midnight(from), midnight(to)));
		listed.library = value.length;
		return ms;
	};
	const taken = await inTurn(rounds, ours, library);
	if (listed.ours === 0 || listed.ours !== listed.library)
		throw new Error(`we list ${listed.ours} open times, the library ${listed.library}`);
	const state = (of: Schedule) =>
		median(Array.from({ length: rounds }, () => timed(() => hoursState(of, place, now)).ms));
	return [
		{
			name: 'hours of ten years',
			unit: 'ms',
			measured:
				'openIntervals of a schedule with seasons, holidays, exceptions | getOpenIntervals of its OSM value, parsing included',
			...taken,
			limit: 0.2,
			notes: {
				'open times': listed.ours,
				'state now, ms': state(schedule),
				'state now, closed until an exception of 2031, ms': state(closedUntil2031)
			}
		}
	];
};
