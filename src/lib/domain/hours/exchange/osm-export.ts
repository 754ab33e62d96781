import type { Language, LocalizedText } from '../../language.ts';
import { formatDayInterval, type DayInterval } from '../day-interval.ts';
import type { PublicHolidayHours, Schedule, Week } from '../schedule.ts';
import { osmDate, osmWeekdayList } from './osm-words.ts';
import { weekdaysWithSameHours } from './same-hours.ts';

/**
 * A schedule as an OpenStreetMap `opening_hours` value (wiki.openstreetmap.org/wiki/Key:opening_hours/specification). Names of
 * seasons and reasons of exceptions become comments, in one language. Reading it again gives the same hours.
 *
 * A night that ends on a date with another rule (a holiday, a season's first day) goes on after midnight by our rules; OSM programs
 * end it there, and the format has no words for ours.
 */
export function toOsmHours({ weekly, publicHolidays, seasons, exceptions }: Schedule, language: Language): string {
	return [
		...(weekdaysWithSameHours(weekly).length === 0 ? ['off'] : []),
		...weekRules('', weekly),
		...holidayRules('', publicHolidays),
		...seasons.flatMap(({ name, from, to, weekly: week, publicHolidays: holidays = publicHolidays }) => {
			const dates = `${osmDate(from)}-${osmDate(to)} `;
			return [`${dates}off${comment(name, language)}`, ...weekRules(dates, week), ...holidayRules(dates, holidays)];
		}),
		...exceptions.map(({ date, intervals, reason }) => {
			const words = reason === undefined ? '' : comment(reason, language);
			if (intervals.length === 0) return `${osmDate(date)} off${words}`;
			// A comment without a state would make it "perhaps open".
			return `${osmDate(date)} ${times(intervals)}${words === '' ? '' : ` open${words}`}`;
		})
	].join('; ');
}

/** A rule after `;` clears its whole day, so also what is left of the night before; one after `,` only adds. */
function weekRules(dates: string, week: Week): readonly string[] {
	const groups = weekdaysWithSameHours(week);
	const passesMidnight = groups.some(({ intervals }) => intervals.some(({ endMinute }) => endMinute > 24 * 60));
	const rules = groups.map(({ days, intervals }) => `${dates}${osmWeekdayList(days)} ${times(intervals)}`);
	return passesMidnight ? [rules.join(', ')] : rules;
}

function holidayRules(dates: string, hours: PublicHolidayHours): readonly string[] {
	if (hours === 'asWeekday') return [];
	return [`${dates}PH ${hours === 'closed' || hours.length === 0 ? 'off' : times(hours)}`];
}

const times = (intervals: readonly DayInterval[]): string => intervals.map(formatDayInterval).join(',');

/** The format has no way to write a quotation mark inside a comment. */
const comment = (text: LocalizedText, language: Language): string =>
	` "${text[language].replaceAll('"', '”').replaceAll(/\s+/g, ' ')}"`;
