import type { LocalizedText } from '../../language.ts';
import { failed, ok, type Result } from '../../result.ts';
import { parseDayInterval } from '../day-interval.ts';
import { weekdays, type Weekday } from '../schedule.ts';
import type {
	WrittenException,
	WrittenHolidays,
	WrittenIntervals,
	WrittenSchedule,
	WrittenSeason,
	WrittenWeek
} from '../written-schedule.ts';

type Day = Weekday | 'publicHolidays';

/** One `OpeningHoursSpecification` after its form has been checked. */
export interface SchemaOrgRow {
	/** Where it stands: `openingHoursSpecification.3`. */
	readonly path: string;
	/** Null: every day. */
	readonly days: readonly Day[] | null;
	/** `HH:MM` */
	readonly opens: string;
	readonly closes: string;
	/** `YYYY-MM-DD`, both inclusive; null: always. */
	readonly dates: { readonly from: string; readonly to: string } | null;
	readonly name: LocalizedText | null;
}

export interface SchemaOrgRefusal {
	readonly kind:
		| 'no such time'
		/** Two rows say that the same day is closed and that it is open. */
		| 'closed and open'
		/** A special row without `validFrom` and `validThrough`. */
		| 'no dates'
		/** Special rows are for dates; a public holiday is none that we know here. */
		| 'holidays by date'
		| 'too many dates';
	readonly path: string;
}

const mostDates = 366;

/**
 * Hours of schema.org as a schedule. Rows with dates take the place of all rows without (`rows`: seasons); each date of a `special` row
 * becomes an exception. Where no row is for `PublicHolidays`, the hours of the weekday hold on them. Whether intervals or seasons
 * overlap is for the schema of the configuration to say.
 */
export function fromSchemaOrg(
	rows: readonly SchemaOrgRow[],
	special: readonly SchemaOrgRow[]
): Result<WrittenSchedule, SchemaOrgRefusal> {
	const groups = Map.groupBy(rows, ({ dates }) => (dates === null ? '' : `${dates.from} – ${dates.to}`));
	const byDate = Map.groupBy(special.flatMap(datedRows), ({ date }) => date);
	const refused =
		[...rows, ...special].map(timeProblem).find((found) => found !== null) ??
		special.map(specialProblem).find((found) => found !== null) ??
		[...groups.values()]
			.flatMap((own) => [...everyDay, holidays].map((day) => contradiction(own.filter(isFor(day)))))
			.find((found) => found !== null) ??
		[...byDate.values()].map((own) => contradiction(own.map(({ row }) => row))).find((found) => found !== null);
	if (refused !== undefined) return failed(refused);

	const always = hoursOf(groups.get('') ?? []);
	const seasons = [...groups].flatMap(([words, own]): WrittenSeason[] => {
		const dates = own[0]?.dates;
		if (dates === undefined || dates === null) return [];
		const { weekly, publicHolidays } = hoursOf(own);
		const different = String(publicHolidays) === String(always.publicHolidays) ? {} : { publicHolidays };
		return [{ name: nameOf(own) ?? { fi: words, sv: words, en: words }, ...dates, weekly, ...different }];
	});
	const exceptions = [...byDate].map(([date, dated]): WrittenException => {
		const own = dated.map(({ row }) => row);
		const reason = nameOf(own);
		return { date, hours: intervalsOf(own), ...(reason === null ? {} : { reason }) };
	});
	return ok({ ...always, seasons, exceptions });
}

const everyDay: readonly Day[] = weekdays;
const holidays: Day = 'publicHolidays';

const isFor =
	(day: Day) =>
	({ days }: SchemaOrgRow): boolean =>
		(days ?? everyDay).includes(day);

const isClosed = ({ opens, closes }: SchemaOrgRow): boolean => opens === '00:00' && closes === '00:00';

const intervalsOf = (rows: readonly SchemaOrgRow[]): WrittenIntervals =>
	rows.filter((row) => !isClosed(row)).map(({ opens, closes }) => `${opens}-${closes}`);

function hoursOf(rows: readonly SchemaOrgRow[]): Pick<WrittenSchedule, 'weekly' | 'publicHolidays'> {
	const weekly: WrittenWeek = Object.fromEntries(
		weekdays
			.map((weekday) => [weekday, intervalsOf(rows.filter(isFor(weekday)))] as const)
			.filter(([, hours]) => hours.length > 0)
	);
	const own = rows.filter(isFor(holidays));
	const hours = intervalsOf(own);
	const publicHolidays: WrittenHolidays = own.length === 0 ? 'asWeekday' : hours.length === 0 ? 'closed' : hours;
	return { weekly, publicHolidays };
}

const nameOf = (rows: readonly SchemaOrgRow[]): LocalizedText | null =>
	rows.find(({ name }) => name !== null)?.name ?? null;

function datedRows(row: SchemaOrgRow): readonly { date: string; row: SchemaOrgRow }[] {
	if (row.dates === null) return [];
	const first = Temporal.PlainDate.from(row.dates.from);
	return Array.from({ length: Math.min(mostDates, daysOf(row.dates)) }, (_, day) => first.add({ days: day }))
		.filter((date) => row.days === null || row.days.includes(weekdays[date.dayOfWeek - 1] ?? holidays))
		.map((date) => ({ date: date.toString(), row }));
}

const daysOf = ({ from, to }: { from: string; to: string }): number =>
	Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1;

function timeProblem(row: SchemaOrgRow): SchemaOrgRefusal | null {
	const isTime = isClosed(row) || parseDayInterval(`${row.opens}-${row.closes}`).ok;
	return isTime ? null : { kind: 'no such time', path: row.path };
}

function specialProblem({ path, dates, days }: SchemaOrgRow): SchemaOrgRefusal | null {
	if (dates === null) return { kind: 'no dates', path };
	if (days?.includes(holidays) === true) return { kind: 'holidays by date', path };
	return daysOf(dates) > mostDates ? { kind: 'too many dates', path } : null;
}

function contradiction(rows: readonly SchemaOrgRow[]): SchemaOrgRefusal | null {
	const closed = rows.find(isClosed);
	return closed !== undefined && !rows.every(isClosed) ? { kind: 'closed and open', path: closed.path } : null;
}
