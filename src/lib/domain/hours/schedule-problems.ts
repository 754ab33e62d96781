import { firstOverlap, formatDayInterval, runsInto, type DayInterval } from './day-interval.ts';
import { weekdays, type PublicHolidayHours, type Schedule, type Week } from './schedule.ts';

/** What is wrong with a schedule whose parts are each right by themselves. `path` leads to the part that is to be changed. */
export type ScheduleProblem = { readonly path: readonly (string | number)[] } & (
	| { readonly kind: 'overlap'; readonly interval: string }
	| { readonly kind: 'runs into next day'; readonly interval: string; readonly nextInterval: string }
	| { readonly kind: 'season ends before it starts'; readonly from: string; readonly to: string }
	| { readonly kind: 'seasons overlap'; readonly from: string; readonly to: string }
	| { readonly kind: 'duplicate exception'; readonly date: string }
);

type Path = readonly (string | number)[];

/** Everything that makes a schedule ambiguous; empty when it says one thing for each instant. */
export function scheduleProblems(schedule: Schedule): readonly ScheduleProblem[] {
	return [
		...weekProblems(schedule.weekly, ['weekly']),
		...holidayProblems(schedule.publicHolidays, ['publicHolidays']),
		...schedule.seasons.flatMap((season, index) => [
			...weekProblems(season.weekly, ['seasons', index, 'weekly']),
			...holidayProblems(season.publicHolidays ?? 'closed', ['seasons', index, 'publicHolidays'])
		]),
		...seasonProblems(schedule),
		...schedule.exceptions.flatMap((exception, index) => overlaps(exception.intervals, ['exceptions', index, 'hours'])),
		...duplicateExceptions(schedule)
	];
}

function weekProblems(week: Week, path: Path): ScheduleProblem[] {
	return weekdays.flatMap((weekday, index) => {
		const intervals = week[weekday] ?? [];
		const nextWeekday = weekdays[(index + 1) % weekdays.length] ?? weekday;
		return [
			...overlaps(intervals, [...path, weekday]),
			...runOver(intervals, week[nextWeekday] ?? [], [...path, weekday])
		];
	});
}

function overlaps(intervals: readonly DayInterval[], path: Path): ScheduleProblem[] {
	const index = firstOverlap(intervals);
	const interval = index === null ? undefined : intervals[index];
	if (index === null || interval === undefined) return [];
	return [{ kind: 'overlap', path: [...path, index], interval: formatDayInterval(interval) }];
}

const runOver = (today: readonly DayInterval[], tomorrow: readonly DayInterval[], path: Path): ScheduleProblem[] =>
	today.flatMap((interval, index) => {
		const next = tomorrow.find((candidate) => runsInto(interval, candidate));
		if (next === undefined) return [];
		const words = { interval: formatDayInterval(interval), nextInterval: formatDayInterval(next) };
		return [{ kind: 'runs into next day' as const, path: [...path, index], ...words }];
	});

const holidayProblems = (hours: PublicHolidayHours, path: Path): ScheduleProblem[] =>
	typeof hours === 'string' ? [] : overlaps(hours, path);

const seasonProblems = ({ seasons }: Schedule): ScheduleProblem[] =>
	seasons.flatMap((season, index): ScheduleProblem[] => {
		const { from, to } = season;
		if (to < from) return [{ kind: 'season ends before it starts', path: ['seasons', index, 'to'], from, to }];
		const earlier = seasons.slice(0, index).find((other) => other.from <= to && from <= other.to);
		if (earlier === undefined) return [];
		return [{ kind: 'seasons overlap', path: ['seasons', index], from: earlier.from, to: earlier.to }];
	});

const duplicateExceptions = ({ exceptions }: Schedule): ScheduleProblem[] =>
	exceptions.flatMap(({ date }, index) =>
		exceptions.findIndex((other) => other.date === date) < index
			? [{ kind: 'duplicate exception' as const, path: ['exceptions', index, 'date'], date }]
			: []
	);
