import type HolidayLibraryClass from 'date-holidays';
import type { LocalizedText } from '../../domain/language.ts';

export type HolidayLibrary = typeof HolidayLibraryClass;

/** Names of public holidays by date (`YYYY-MM-DD`). */
type HolidayTable = Readonly<Record<string, LocalizedText>>;

/** By country, then by year; countries that the library does not know are missing. */
export type HolidayTables = Readonly<Record<string, Readonly<Record<number, HolidayTable>>>>;

export function holidayTables(
	Holidays: HolidayLibrary,
	countries: readonly string[],
	years: readonly number[]
): HolidayTables {
	const known = new Holidays().getCountries();
	const tableOf = (country: string) =>
		Object.fromEntries(years.map((year) => [year, holidaysOfYear(Holidays, country, year)]));
	return Object.fromEntries(
		countries.filter((country) => country in known).map((country) => [country, tableOf(country)])
	);
}

/** The public holidays of a country that the library knows. */
export function holidaysOfYear(Holidays: HolidayLibrary, country: string, year: number): HolidayTable {
	const calendar = new Holidays(country, { types: ['public'] });
	const named = (language: string) =>
		new Map(
			calendar
				.getHolidays(year, language)
				.filter(({ type }) => type === 'public')
				.flatMap((holiday) => datesOf(holiday).map((date) => [date, holiday.name] as const))
		);
	const [fi, sv, en] = [named('fi'), named('sv'), named('en')];
	return Object.fromEntries(
		[...en].map(([date, name]) => [date, { fi: fi.get(date) ?? name, sv: sv.get(date) ?? name, en: name }] as const)
	);
}

/** Some countries' holidays last several days. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): readonly string[] {
	const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
	const first = Temporal.PlainDate.from(date.slice(0, 10));
	return Array.from({ length: days }, (_, day) => first.add({ days: day }).toString());
}
