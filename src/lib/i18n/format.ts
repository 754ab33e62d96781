import type { Language } from '../domain/language.ts';

/** Regional forms as they are written in Finland; English with the 24-hour clock that stands on every door here. */
const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };
const clockWords: Readonly<Record<Language, { before: string; separator: string }>> = {
	fi: { before: 'klo\u00A0', separator: '.' },
	sv: { before: 'kl.\u00A0', separator: '.' },
	en: { before: 'at\u00A0', separator: ':' }
};

/** The time of day with its word before it: "klo 9.00", "kl. 9.00", "at 9:00". `at` in milliseconds since the epoch. */
export function formatTime(at: number, language: Language, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23', timeZone });
	const part = (type: 'hour' | 'minute') => parts.formatToParts(at).find((each) => each.type === type)?.value ?? '';
	const { before, separator } = clockWords[language];
	return `${before}${Number(part('hour'))}${separator}${part('minute')}`;
}

/** The weekday and date inside a sentence: "maanantaina 23. marraskuuta", "måndag 23 november", "Monday 23 November". */
export function formatDay(at: number, language: Language, timeZone: string): string {
	const format = new Intl.DateTimeFormat(locales[language], {
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		timeZone
	});
	return format
		.formatToParts(at)
		.map((part, index, parts) => {
			// The day stays on one line with its month.
			if (part.type === 'literal' && parts[index - 1]?.type === 'day') return part.value.replace(' ', '\u00A0');
			if (part.type === 'literal') return part.value.replace(',', '').replace(' den ', ' ');
			// ICU gives the nominative here; Finnish says on which day something happens in the essive.
			if (part.type === 'weekday' && language === 'fi' && !part.value.endsWith('na')) return `${part.value}na`;
			return part.value;
		})
		.join('');
}

/** Weekday, date and time together: "maanantaina 23. marraskuuta klo 9.00". */
export const formatDayAndTime = (at: number, language: Language, timeZone: string): string =>
	`${formatDay(at, language, timeZone)} ${formatTime(at, language, timeZone)}`;

/** Whole minutes that are left, rounded up so that "1" is shown until the very end; never below zero. */
export const minutesUntil = (end: number, now: number): number => Math.max(0, Math.ceil((end - now) / 60_000));

/** Whole seconds that are left, rounded up; never below zero. */
export const secondsUntil = (end: number, now: number): number => Math.max(0, Math.ceil((end - now) / 1000));

const megabyte = 1024 * 1024;

/** A file's size as people read it: "310 kt", "2,4 Mt"; "2.4 MB". Rounded up, so that what is too big never looks as if it fitted. */
export function formatSize(bytes: number, language: Language): string {
	const unit = language === 'fi' ? 't' : 'B';
	if (bytes < megabyte) return `${Math.max(1, Math.ceil(bytes / 1024))}\u00A0k${unit}`;
	const tenths = Math.ceil((bytes / megabyte) * 10) / 10;
	return `${formatNumber(tenths, language)}\u00A0M${unit}`;
}

/** A number with at most one decimal, with the comma or point of the language. */
export const formatNumber = (value: number, language: Language): string =>
	new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);
