import { languages, type LocalizedText } from '../../language.ts';
import { formatDayInterval, type DayInterval } from '../day-interval.ts';
import { weekdays, type PublicHolidayHours, type Schedule, type Week } from '../schedule.ts';
import { weekdaysWithSameHours } from './same-hours.ts';
import {
	schemaOrgDays,
	type OpeningHoursSpecification,
	type SchemaOrgDay,
	type SchemaOrgHours
} from './schema-org-words.ts';

type Row = OpeningHoursSpecification;
type Validity = Pick<Row, 'validFrom' | 'validThrough' | 'name'>;

/**
 * A schedule as the hours of a schema.org `Place` (JSON-LD). Seasons are rows with `validFrom` and `validThrough` that say also on which
 * days they are closed; exceptions are `specialOpeningHoursSpecification`. Reading it again gives the same hours and names.
 */
export function toSchemaOrg({ weekly, publicHolidays, seasons, exceptions }: Schedule): SchemaOrgHours {
	return {
		'@context': 'https://schema.org',
		'@type': 'Place',
		openingHoursSpecification: [
			...weekRows(weekly, {}),
			...holidayRows(publicHolidays, {}),
			...seasons.flatMap(({ name, from, to, weekly: week, publicHolidays: holidays = publicHolidays }) => {
				const validity = { validFrom: from, validThrough: to, name: inLanguages(name) };
				return [...weekRows(week, validity), ...closedRows(week, validity), ...holidayRows(holidays, validity)];
			})
		],
		specialOpeningHoursSpecification: exceptions.flatMap(({ date, intervals, reason }) =>
			rows(intervals, {
				validFrom: date,
				validThrough: date,
				...(reason === undefined ? {} : { name: inLanguages(reason) })
			})
		)
	};
}

const weekRows = (week: Week, validity: Validity): readonly Row[] =>
	weekdaysWithSameHours(week).flatMap(({ days, intervals }) =>
		rows(intervals, { dayOfWeek: dayNames(days), ...validity })
	);

function closedRows(week: Week, validity: Validity): readonly Row[] {
	const closed = weekdays.filter((weekday) => (week[weekday] ?? []).length === 0);
	return closed.length === 0 ? [] : rows([], { dayOfWeek: dayNames(closed), ...validity });
}

const holidayRows = (hours: PublicHolidayHours, validity: Validity): readonly Row[] =>
	hours === 'asWeekday' ? [] : rows(hours === 'closed' ? [] : hours, { dayOfWeek: ['PublicHolidays'], ...validity });

/** One row for each interval, or one that says closed. */
function rows(intervals: readonly DayInterval[], when: Pick<Row, 'dayOfWeek'> & Validity): readonly Row[] {
	const times = intervals.length === 0 ? [{ opens: '00:00', closes: '00:00' }] : intervals.map(timesOf);
	return times.map((time) => ({ '@type': 'OpeningHoursSpecification', ...when, ...time }));
}

/** Midnight is 00:00 of the next day, but for the whole day, where that would say closed. */
function timesOf(interval: DayInterval): { opens: string; closes: string } {
	const [opens = '', closes = ''] = formatDayInterval(interval).split('-');
	return { opens, closes: closes === '24:00' && opens !== '00:00' ? '00:00' : closes };
}

const dayNames = (days: readonly string[]): readonly SchemaOrgDay[] =>
	(Object.keys(schemaOrgDays) as SchemaOrgDay[]).filter((day) => days.includes(schemaOrgDays[day]));

const inLanguages = (text: LocalizedText) =>
	languages.map((language) => ({ '@language': language, '@value': text[language] }));
