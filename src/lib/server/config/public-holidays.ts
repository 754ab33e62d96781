import type { LocalizedText } from '../../domain/language.ts';

/** The name of the public holiday on a date (`YYYY-MM-DD`), or null. */
export type PublicHolidays = (date: string) => LocalizedText | null;

/**
 * Public holidays by country (ISO 3166-1) from the `date-holidays` library: days of type `public` only; eves and bank
 * holidays are not among them. Null where the library does not know the country. The library is large and is loaded when
 * this is called.
 */
export async function loadPublicHolidays(): Promise<(country: string) => PublicHolidays | null> {
	const { default: Holidays } = await import('date-holidays');
	const known = new Holidays().getCountries();
	return (country) => {
		if (!(country in known)) return null;
		const calendar = new Holidays(country, { types: ['public'] });
		const years = new Map<string, ReadonlyMap<string, LocalizedText>>();
		return (date) => {
			const year = date.slice(0, 4);
			const days = years.get(year) ?? publicHolidaysOf(calendar, Number(year));
			years.set(year, days);
			return days.get(date) ?? null;
		};
	};
}

interface HolidayCalendar {
	getHolidays(year: number, language: string): { date: string; start: Date; end: Date; name: string; type: string }[];
}

function publicHolidaysOf(calendar: HolidayCalendar, year: number): ReadonlyMap<string, LocalizedText> {
	const named = (language: string) =>
		new Map(
			calendar
				.getHolidays(year, language)
				.filter(({ type }) => type === 'public')
				.flatMap((holiday) => datesOf(holiday).map((date) => [date, holiday.name] as const))
		);
	const [fi, sv, en] = [named('fi'), named('sv'), named('en')];
	return new Map(
		[...en].map(([date, name]) => [date, { fi: fi.get(date) ?? name, sv: sv.get(date) ?? name, en: name }] as const)
	);
}

/** Some countries' holidays last several days. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): readonly string[] {
	const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
	const first = Temporal.PlainDate.from(date.slice(0, 10));
	return Array.from({ length: days }, (_, day) => first.add({ days: day }).toString());
}
