import { draftFields, writtenDrafts, type TypedFields } from '../../../domain/console/typed-fields.ts';
import { formatDayInterval, type DayInterval } from '../../../domain/hours/day-interval.ts';
import { weekdays, type PublicHolidayHours, type Season, type Week } from '../../../domain/hours/schedule.ts';
import { languages, type LocalizedText } from '../../../domain/language.ts';

/** The fields of a form that says what the configuration says now. */

export const intervalFields = (path: string, intervals: readonly DayInterval[]): TypedFields =>
	draftFields(writtenDrafts(path, intervals.map(formatDayInterval)));

export const weekFields = (path: string, week: Week): TypedFields =>
	weekdays.flatMap((weekday) => intervalFields(`${path}.${weekday}`, week[weekday] ?? []));

export const holidayFields = (path: string, hours: PublicHolidayHours | undefined): TypedFields =>
	typeof hours === 'object'
		? [[`${path}.choice`, 'own'], ...intervalFields(path, hours)]
		: [[`${path}.choice`, hours ?? '']];

export const textFields = (path: string, text: LocalizedText): TypedFields =>
	languages.map((language) => [`${path}.${language}`, text[language]] as const);

export const seasonFields = ({ name, from, to, weekly, publicHolidays }: Season): TypedFields => [
	['replaces', from],
	['season.from', from],
	['season.to', to],
	...textFields('season.name', name),
	...weekFields('season.weekly', weekly),
	...holidayFields('season.publicHolidays', publicHolidays)
];

/** The fields that choose these points. */
export const pointFields = (ids: readonly string[]): TypedFields => ids.map((id) => ['points', id] as const);
