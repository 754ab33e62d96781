import type { Language } from '../domain/language.ts';
import type { ChannelDay } from '../session/session-view.ts';

/** Monday is the first; as they are written on doors here. */
const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
	fi: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
	sv: ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'],
	en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
};
const clockWord: Readonly<Record<Language, string>> = { fi: 'klo\u00A0', sv: 'kl.\u00A0', en: '' };

/** The days of a week and their hours, equal neighbours together: "ma–pe klo 9–16", "mån kl. 9–11, 12–14". */
export function formatWeek(days: readonly ChannelDay[], language: Language): readonly string[] {
	const groups: { first: number; last: number; hours: string }[] = [];
	for (const { weekday, intervals } of days.toSorted((one, other) => one.weekday - other.weekday)) {
		const hours = intervals.map((each) => formatInterval(each, language)).join(', ');
		const before = groups.at(-1);
		if (before?.last === weekday - 1 && before.hours === hours) before.last = weekday;
		else groups.push({ first: weekday, last: weekday, hours });
	}
	const name = (weekday: number) => weekdayNames[language][weekday - 1] ?? '';
	return groups.map(({ first, last, hours }) => {
		const named = first === last ? name(first) : `${name(first)}–${name(last)}`;
		return `${named} ${clockWord[language]}${hours}`;
	});
}

function formatInterval({ startMinute, endMinute }: ChannelDay['intervals'][number], language: Language): string {
	const separator = language === 'en' ? ':' : '.';
	const time = (minute: number) => {
		const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60];
		// Midnight at the end of a day is 24, not 0.
		const shown = hour === 0 && minute > 0 ? 24 : hour;
		return rest === 0 ? `${shown}` : `${shown}${separator}${String(rest).padStart(2, '0')}`;
	};
	return `${time(startMinute)}–${time(endMinute)}`;
}
