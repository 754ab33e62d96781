import { loadPublicHolidays, type PublicHolidays } from '../config/public-holidays.ts';

/** As `loadPublicHolidays`, which starts a process each time, but asks for each country once. */
export function rememberedHolidays(load = loadPublicHolidays): typeof loadPublicHolidays {
	const known = new Map<string, PublicHolidays | null>();
	return async (countries) => {
		const unknown = countries.filter((country) => !known.has(country));
		if (unknown.length > 0) {
			const loaded = await load(unknown);
			for (const country of unknown) known.set(country, loaded(country));
		}
		return (country) => known.get(country) ?? null;
	};
}
