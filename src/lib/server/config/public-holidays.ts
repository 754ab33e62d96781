import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { LocalizedText } from '../../domain/language.ts';
import { run } from '../process/run.ts';
import { holidaysOfYear, holidayTables, type HolidayLibrary, type HolidayTables } from './holiday-tables.ts';

/** The name of the public holiday on a date (`YYYY-MM-DD`), or null. */
export type PublicHolidays = (date: string) => LocalizedText | null;

/** From last year on. */
const yearsAtHand = 4;
const processLimitMs = 20_000;
const program = fileURLToPath(new URL('./holiday-process.ts', import.meta.url));

/**
 * Public holidays of these countries (ISO 3166-1) from the `date-holidays` library: days of type `public` only; eves and bank
 * holidays are not among them. Null where the library does not know the country.
 *
 * The library takes 40 MB for good, also in a thread that ends: a process of its own works out the years around now. It is loaded here
 * only for a date that lies further off, and where that process fails.
 */
export async function loadPublicHolidays(
	countries: readonly string[]
): Promise<(country: string) => PublicHolidays | null> {
	const lastYear = Temporal.Now.plainDateISO().year - 1;
	const years = Array.from({ length: yearsAtHand }, (_, index) => lastYear + index);
	const tables = (await tablesOfProcess(countries, years)) ?? holidayTables(library(), countries, years);
	return (country) => {
		const table = tables[country];
		if (table === undefined) return null;
		const known = { ...table };
		return (date) => {
			const year = Number(date.slice(0, 4));
			return (known[year] ??= holidaysOfYear(library(), country, year))[date] ?? null;
		};
	};
}

async function tablesOfProcess(countries: readonly string[], years: readonly number[]): Promise<HolidayTables | null> {
	const argv = [process.execPath, program, countries.join(), years.join()] as const;
	const outcome = await run(argv, { timeoutMs: processLimitMs });
	if (outcome.ended !== 'exited' || outcome.code !== 0) return null;
	return JSON.parse(outcome.stdout.toString('utf8')) as HolidayTables;
}

const library = () => createRequire(import.meta.url)('date-holidays') as HolidayLibrary;
