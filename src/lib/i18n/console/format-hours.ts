import type { DayInterval } from '../../domain/hours/day-interval.ts';
import type { Language } from '../../domain/language.ts';

const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const separators: Readonly<Record<Language, string>> = { fi: '.', sv: '.', en: ':' };

/** A time of day in a list: "9.00", "24.00", in English "9:00". `minute` after midnight. */
export function timeWords(minute: number, language: Language): string {
	const ofDay = minute > 1440 ? minute - 1440 : minute;
	return `${Math.floor(ofDay / 60)}${separators[language]}${String(ofDay % 60).padStart(2, '0')}`;
}

/** Opening times of one day in order: "9.00–12.00, 13.00–16.00"; empty when there are none. */
export const intervalWords = (intervals: readonly DayInterval[], language: Language): string =>
	intervals
		.toSorted((one, other) => one.startMinute - other.startMinute)
		.map(({ startMinute, endMinute }) => `${timeWords(startMinute, language)}–${timeWords(endMinute, language)}`)
		.join(', ');

/** A wall-clock time `HH:MM` with the words of `timeWords`. */
export const clockWords = (time: string, language: Language): string =>
	timeWords(Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)), language);

/** Noon of a date, so that no time zone moves it to another day. */
export const noonOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);

/** "to 24.12.2026", "tors 24.12.2026", "Thu 24/12/2026": `date` is `YYYY-MM-DD`. */
export function shortDateWords(date: string, language: Language): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(noonOf(date));
	const [year = '', month = '', day = ''] = date.split('-');
	const weekday = part({ weekday: 'short' });
	const numbers = [Number(day), Number(month)];
	return language === 'en'
		? `${weekday} ${Number(day)} ${part({ month: 'short' })} ${year}`
		: `${weekday} ${numbers.join('.')}.${year}`;
}

/** "24.12.2026–6.1.2027": both inclusive; one date alone where they are the same. */
export const rangeWords = (from: string, to: string, language: Language): string =>
	from === to ? shortDateWords(from, language) : `${shortDateWords(from, language)} – ${shortDateWords(to, language)}`;
