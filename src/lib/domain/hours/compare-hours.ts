import type { DayInterval } from './day-interval.ts';
import { dayHours } from './day-rule.ts';
import type { DayPreview, HoursPreview, SchedulePreview, WarningExample } from './hours-preview.ts';
import type { HoursPlace, Schedule } from './schedule.ts';
import { warningExample } from './warning-example.ts';

/** The schedules of one service point, by name. */
export interface HoursOfPoint {
	readonly id: string;
	readonly place: HoursPlace;
	readonly schedules: Readonly<Partial<Record<string, Schedule>>>;
}

/** All hours of a configuration, and when a visit is warned of its end. */
export interface AllHours {
	/** The point that the question comes from first. */
	readonly points: readonly HoursOfPoint[];
	/** Minutes before the end, longest first. */
	readonly warnMinutes: readonly number[];
}

interface Change {
	readonly point: HoursOfPoint;
	readonly schedule: string;
	/** Every day within the horizon. */
	readonly days: readonly DayPreview[];
}

/** A year and a leap day. */
const horizonDays = 366;
const shownDays = 14;

/** What is different after a change, from today on where each point is. Points are those that are there after it. */
export function compareHours(before: AllHours, after: AllHours, now: Temporal.Instant): HoursPreview {
	const earlier = new Map(before.points.map(({ id, schedules }) => [id, schedules]));
	const changes = after.points.flatMap((point): Change[] => {
		const was = earlier.get(point.id) ?? {};
		const changed = Object.keys({ ...was, ...point.schedules }).filter(
			(name) => !isSame(was[name], point.schedules[name])
		);
		if (changed.length === 0) return [];
		const today = dateAt(point, now);
		return changed.map((schedule) => ({
			point,
			schedule,
			days: daysOf(was[schedule] ?? closedAlways, point.schedules[schedule] ?? closedAlways, point.place, today)
		}));
	});
	return {
		horizonDays,
		schedules: changes.map(previewOf).filter(({ firstChange }) => firstChange !== null),
		warning: firstNewClosing(changes, after) ?? nextNewWarnings(before, after, now)
	};
}

const dateAt = ({ place }: HoursOfPoint, now: Temporal.Instant): Temporal.PlainDate =>
	now.toZonedDateTimeISO(place.timeZone).toPlainDate();

const closedAlways: Schedule = { weekly: {}, publicHolidays: 'closed', seasons: [], exceptions: [] };

const daysOf = (
	before: Schedule,
	after: Schedule,
	place: HoursPlace,
	today: Temporal.PlainDate
): readonly DayPreview[] =>
	Array.from({ length: horizonDays }, (_, days) => {
		const date = today.add({ days });
		const { rule, intervals } = dayHours(after, place, date);
		const was = dayHours(before, place, date);
		return { date: date.toString(), before: inOrder(was.intervals), after: inOrder(intervals), rule };
	});

function previewOf({ point, schedule, days }: Change): SchedulePreview {
	const changed = days.filter(isChanged);
	const opens = changed.filter((day) => day.before.length === 0).length;
	const closes = changed.filter((day) => day.after.length === 0).length;
	const moves = changed.length - opens - closes;
	const firstChange = changed[0]?.date ?? null;
	return { pointId: point.id, schedule, opens, closes, moves, firstChange, nextDays: days.slice(0, shownDays) };
}

/** The first day on which self-service closes at another time, wherever that is. */
function firstNewClosing(changes: readonly Change[], after: AllHours): WarningExample | null {
	const closings = changes.flatMap(({ point, schedule, days }) => {
		const day = days.find(
			(candidate) => lastClosing(candidate.before) !== lastClosing(candidate.after) && isOpen(candidate)
		);
		return schedule !== 'selfService' || day === undefined ? [] : [{ point, date: day.date }];
	});
	const [first] = closings.toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
	return first === undefined ? null : exampleAt(first.point, Temporal.PlainDate.from(first.date), after);
}

/** The next open day of the first point, where the warnings themselves are other ones. */
function nextNewWarnings(before: AllHours, after: AllHours, now: Temporal.Instant): WarningExample | null {
	const [point] = after.points;
	const schedule = point?.schedules['selfService'];
	if (point === undefined || schedule === undefined || isSame(before.warnMinutes, after.warnMinutes)) return null;
	const days = daysOf(schedule, schedule, point.place, dateAt(point, now).add({ days: 1 }));
	const next = days.find(isOpen);
	return next === undefined ? null : exampleAt(point, Temporal.PlainDate.from(next.date), after);
}

function exampleAt(point: HoursOfPoint, date: Temporal.PlainDate, { warnMinutes }: AllHours): WarningExample | null {
	const schedule = point.schedules['selfService'];
	return schedule === undefined ? null : warningExample(schedule, point.place, date, warnMinutes);
}

const isOpen = ({ after }: DayPreview): boolean => after.length > 0;
const isChanged = ({ before, after }: DayPreview): boolean => !isSame(before, after);
const lastClosing = (intervals: readonly DayInterval[]): number =>
	Math.max(0, ...intervals.map(({ endMinute }) => endMinute));

const inOrder = (intervals: readonly DayInterval[]): readonly DayInterval[] =>
	intervals.toSorted((one, other) => one.startMinute - other.startMinute);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
