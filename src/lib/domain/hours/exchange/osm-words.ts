import { weekdays, type Weekday } from '../schedule.ts';

/** The days of a week in the words of OSM `opening_hours`, in the order of `weekdays`. */
export const osmWeekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export const osmMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Mo-Fr`, `Mo,We`, `Mo-We,Sa`. */
export function osmWeekdayList(days: readonly Weekday[]): string {
	const runs: string[][] = [];
	for (const [index, weekday] of weekdays.entries()) {
		if (!days.includes(weekday)) continue;
		const word = osmWeekdays[index] ?? '';
		const followsOn = days.includes(weekdays[index - 1] ?? weekday) && index > 0;
		if (followsOn) runs.at(-1)?.push(word);
		else runs.push([word]);
	}
	return runs.map((run) => (run.length > 2 ? `${run[0] ?? ''}-${run.at(-1) ?? ''}` : run.join(','))).join(',');
}

/** `2026 Dec 24` for `2026-12-24`. */
export function osmDate(iso: string): string {
	const [year = '', month = '', day = ''] = iso.split('-');
	return `${year} ${osmMonths[Number(month) - 1] ?? ''} ${day}`;
}
