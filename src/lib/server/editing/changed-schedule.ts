import { isDeepStrictEqual } from 'node:util';
import { weekdays } from '../../domain/hours/schedule.ts';
import type { LocalizedText } from '../../domain/language.ts';
import type {
	ConfigurationChange,
	WrittenException,
	WrittenHolidays,
	WrittenSchedule,
	WrittenSeason,
	WrittenWeek
} from './configuration-change.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

export type ScheduleChange = Extract<ConfigurationChange, { readonly schedule: string }>;

/** A schedule, in the words of its file, after a change. What the change leaves as it was keeps its way of writing. */
export function changedSchedule(change: ScheduleChange, was: YamlMap): YamlMap {
	const seasons = mapsOf(was['seasons']);
	const exceptions = mapsOf(was['exceptions']);
	switch (change.kind) {
		case 'weekly hours':
			return inOrder({ ...was, weekly: weekOf(change.weekly, was['weekly']) });
		case 'public holidays':
			return withHolidays(was, change.publicHolidays);
		case 'put season': {
			const replaced = seasons.findIndex(({ from }) => from === change.replaces);
			return withList(was, 'seasons', putIn(seasons, 'from', seasonOf(change.season, seasons[replaced]), replaced));
		}
		case 'remove season':
			return withList(
				was,
				'seasons',
				seasons.filter(({ from }) => from !== change.from)
			);
		case 'put exceptions':
			return withList(
				was,
				'exceptions',
				datesOf(change).reduce((list, date) => {
					const exception = exceptionOf({ ...change, date });
					return putIn(
						list,
						'date',
						exception,
						list.findIndex((other) => other['date'] === date)
					);
				}, exceptions)
			);
		case 'remove exceptions':
			return withList(
				was,
				'exceptions',
				exceptions.filter(({ date }) => !isWithin(date, change))
			);
		case 'whole schedule':
			return wholeSchedule(change.value, was);
	}
}

/** Every date of a range, both ends in it. */
export function datesOf({ from, to }: { readonly from: string; readonly to: string }): readonly string[] {
	const first = Temporal.PlainDate.from(from);
	return Array.from({ length: first.until(to).days + 1 }, (_, days) => first.add({ days }).toString());
}

const isWithin = (date: YamlValue | undefined, { from, to }: { readonly from: string; readonly to: string }): boolean =>
	typeof date === 'string' && from <= date && date <= to;

const mapsOf = (value: YamlValue | undefined): readonly YamlMap[] => (isYamlList(value) ? value.filter(isYamlMap) : []);

function wholeSchedule({ weekly, publicHolidays, seasons, exceptions }: WrittenSchedule, was: YamlMap): YamlMap {
	const earlier = mapsOf(was['seasons']);
	const written = seasons.map((season) =>
		seasonOf(
			season,
			earlier.find(({ from }) => from === season.from)
		)
	);
	const withSeasons = withList({ ...was, weekly: weekOf(weekly, was['weekly']) }, 'seasons', written);
	return withHolidays(withList(withSeasons, 'exceptions', exceptions.map(exceptionOf)), publicHolidays);
}

/** A closed day is written only where it was written before. */
const weekOf = (week: WrittenWeek, was: YamlValue | undefined): YamlMap =>
	Object.fromEntries(
		weekdays
			.map((weekday) => [weekday, week[weekday] ?? []] as const)
			.filter(([weekday, hours]) => hours.length > 0 || (isYamlMap(was) && weekday in was))
	);

/** Left out is `closed`. */
function withHolidays(schedule: YamlMap, hours: WrittenHolidays): YamlMap {
	const isAsWritten = isDeepStrictEqual(schedule['publicHolidays'] ?? 'closed', hours);
	return inOrder(isAsWritten ? schedule : { ...schedule, publicHolidays: hours });
}

const withList = (schedule: YamlMap, key: 'seasons' | 'exceptions', list: readonly YamlMap[]): YamlMap =>
	inOrder(list.length === 0 && !(key in schedule) ? schedule : { ...schedule, [key]: list });

/** In the place of one that is there, or before the first that is later. */
function putIn(list: readonly YamlMap[], key: 'from' | 'date', item: YamlMap, replaced: number): readonly YamlMap[] {
	if (replaced !== -1) return list.with(replaced, item);
	const later = list.findIndex((other) => String(other[key]) > String(item[key]));
	return list.toSpliced(later === -1 ? list.length : later, 0, item);
}

const seasonOf = ({ name, from, to, weekly, publicHolidays }: WrittenSeason, was: YamlMap | undefined): YamlMap => ({
	name: nameOf(name, was?.['name']),
	from,
	to,
	weekly: weekOf(weekly, was?.['weekly']),
	...(publicHolidays === undefined ? {} : { publicHolidays })
});

/** A name that is the same in every language is written once. */
function nameOf(name: LocalizedText, was: YamlValue | undefined): YamlValue {
	const written = textOf(name);
	if (isDeepStrictEqual(written, was)) return written;
	return name.fi === name.sv && name.fi === name.en && name.fi !== '' ? name.fi : written;
}

const textOf = ({ fi, sv, en }: LocalizedText): YamlMap => ({ fi, sv, en });

const exceptionOf = ({ date, hours, reason }: WrittenException): YamlMap => ({
	date,
	...(hours.length === 0 ? { closed: true } : { hours }),
	...(reason === undefined ? {} : { reason: textOf(reason) })
});

const inOrder = ({ weekly = {}, publicHolidays, seasons, exceptions }: YamlMap): YamlMap => ({
	weekly,
	...(publicHolidays === undefined ? {} : { publicHolidays }),
	...(seasons === undefined ? {} : { seasons }),
	...(exceptions === undefined ? {} : { exceptions })
});
