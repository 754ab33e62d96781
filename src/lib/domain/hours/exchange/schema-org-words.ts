import type { Language } from '../../language.ts';
import type { Weekday } from '../schedule.ts';

/** The days of https://schema.org/DayOfWeek in our words. */
export const schemaOrgDays = {
	Monday: 'mon',
	Tuesday: 'tue',
	Wednesday: 'wed',
	Thursday: 'thu',
	Friday: 'fri',
	Saturday: 'sat',
	Sunday: 'sun',
	PublicHolidays: 'publicHolidays'
} as const satisfies Record<string, Weekday | 'publicHolidays'>;
export type SchemaOrgDay = keyof typeof schemaOrgDays;

/** A text in one language, as JSON-LD 1.1 §4.2.4 writes it. */
export interface LanguageTagged {
	readonly '@language': Language;
	readonly '@value': string;
}

/** https://schema.org/OpeningHoursSpecification. Opens and closes both at 00:00: closed. Closes before it opens: on the next day. */
export interface OpeningHoursSpecification {
	readonly '@type': 'OpeningHoursSpecification';
	readonly dayOfWeek?: readonly SchemaOrgDay[];
	/** `HH:MM`. */
	readonly opens: string;
	readonly closes: string;
	/** `YYYY-MM-DD`, both inclusive. */
	readonly validFrom?: string;
	readonly validThrough?: string;
	readonly name?: readonly LanguageTagged[];
}

/** The hours of a https://schema.org/Place. */
export interface SchemaOrgHours {
	readonly '@context': 'https://schema.org';
	readonly '@type': 'Place';
	readonly openingHoursSpecification: readonly OpeningHoursSpecification[];
	readonly specialOpeningHoursSpecification: readonly OpeningHoursSpecification[];
}
