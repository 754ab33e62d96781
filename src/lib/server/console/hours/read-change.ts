import type { MarkedField } from '../../../domain/console/change-form.ts';
import {
	choicesOf,
	fieldOf,
	intervalDrafts,
	writtenIntervals,
	type TypedFields
} from '../../../domain/console/typed-fields.ts';
import { weekdays } from '../../../domain/hours/schedule.ts';
import { languages, type LocalizedText } from '../../../domain/language.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { exceptionReasons } from '../../../i18n/console/hours/exception-reasons.ts';
import type { Configuration } from '../../config/configuration.ts';
import { scheduleNames, type ScheduleName } from '../../config/service-point-schema.ts';
import type { ConfigurationChange, WrittenHolidays, WrittenWeek } from '../../editing/configuration-change.ts';

/** A change to the hours of one or more points. */
export type HoursChange = Extract<ConfigurationChange, { readonly schedule: ScheduleName }>;
type Read<Kind extends HoursChange['kind']> = Result<Extract<HoursChange, { kind: Kind }>, readonly MarkedField[]>;
export type Where = Pick<HoursChange, 'points' | 'schedule'>;

/** The chosen points; all of them where "all" is chosen. At least one, and each must have the schedule. */
export function readPoints(
	fields: TypedFields,
	schedule: ScheduleName,
	{ servicePoints }: Configuration
): Result<Where, readonly MarkedField[]> {
	const chosen = choicesOf(fields, 'points');
	const having = [...servicePoints.values()].filter((point) => point.schedules[schedule] !== undefined);
	const points = chosen.includes('*') ? having.map(({ id }) => id) : chosen;
	if (points.length === 0) return failed([{ path: 'points', kind: 'missing' }]);
	const isKnown = (id: string) => id === 'defaults' || having.some((point) => point.id === id);
	if (!points.every(isKnown)) return failed([{ path: 'points', kind: 'not allowed' }]);
	return ok({ points, schedule });
}

export const readSchedule = (name: string): ScheduleName | null => scheduleNames.find((each) => each === name) ?? null;

export const readWeeklyHours = (fields: TypedFields, where: Where): Read<'weekly hours'> =>
	ok({ kind: 'weekly hours', ...where, weekly: readWeek(fields, 'weekly') });

export function readPublicHolidays(fields: TypedFields, where: Where): Read<'public holidays'> {
	const publicHolidays = readHolidayChoice(fields, 'publicHolidays');
	if (publicHolidays === null) return failed([{ path: 'publicHolidays', kind: 'missing' }]);
	return ok({ kind: 'public holidays', ...where, publicHolidays });
}

export function readSeason(fields: TypedFields, where: Where): Read<'put season'> | Read<'remove season'> {
	const replaces = fieldOf(fields, 'replaces');
	if (fieldOf(fields, 'remove') !== '') return ok({ kind: 'remove season', ...where, from: replaces });
	const holidays = readHolidayChoice(fields, 'season.publicHolidays');
	const season = {
		name: readText(fields, 'season.name'),
		from: fieldOf(fields, 'season.from'),
		to: fieldOf(fields, 'season.to'),
		weekly: readWeek(fields, 'season.weekly'),
		...(holidays === null ? {} : { publicHolidays: holidays })
	};
	return ok({ kind: 'put season', ...where, season, ...(replaces === '' ? {} : { replaces }) });
}

export function readException(fields: TypedFields, where: Where): Read<'put exceptions'> | Read<'remove exceptions'> {
	const from = fieldOf(fields, 'from');
	const to = fieldOf(fields, 'to') || from;
	if (fieldOf(fields, 'remove') !== '') {
		const stored = fieldOf(fields, 'remove').split('/');
		return ok({ kind: 'remove exceptions', ...where, from: stored[0] ?? from, to: stored[1] ?? to });
	}
	const isOpen = fieldOf(fields, 'opening') === 'hours';
	const hours = isOpen ? writtenIntervals(intervalDrafts(fields), 'hours') : [];
	if (isOpen && hours.length === 0) return failed([{ path: 'hours', kind: 'missing' }]);
	const written = readText(fields, 'reason');
	const isWritten = languages.some((language) => written[language] !== '');
	const reason = isWritten ? written : exceptionReasons[Number(fieldOf(fields, 'ready') || NaN)];
	return ok({ kind: 'put exceptions', ...where, from, to, hours, ...(reason === undefined ? {} : { reason }) });
}

function readWeek(fields: TypedFields, path: string): WrittenWeek {
	const drafts = intervalDrafts(fields);
	return Object.fromEntries(
		weekdays
			.map((weekday) => [weekday, writtenIntervals(drafts, `${path}.${weekday}`)] as const)
			.filter(([, intervals]) => intervals.length > 0)
	);
}

/** Null: nothing chosen, or hours of their own without any. */
function readHolidayChoice(fields: TypedFields, path: string): WrittenHolidays | null {
	const choice = fieldOf(fields, `${path}.choice`);
	if (choice === 'closed' || choice === 'asWeekday') return choice;
	const hours = choice === 'own' ? writtenIntervals(intervalDrafts(fields), path) : [];
	return hours.length === 0 ? null : hours;
}

const readText = (fields: TypedFields, path: string): LocalizedText => ({
	fi: fieldOf(fields, `${path}.fi`),
	sv: fieldOf(fields, `${path}.sv`),
	en: fieldOf(fields, `${path}.en`)
});
