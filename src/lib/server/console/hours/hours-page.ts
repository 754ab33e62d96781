import { error } from '@sveltejs/kit';
import { calendarDays } from '../../../domain/hours/calendar-day.ts';
import type { DayInterval } from '../../../domain/hours/day-interval.ts';
import { hoursState } from '../../../domain/hours/hours-state.ts';
import { weekdays, type Schedule, type Weekday } from '../../../domain/hours/schedule.ts';
import type { LocalizedText } from '../../../domain/language.ts';
import type { Configuration, ServicePoint } from '../../config/configuration.ts';
import { scheduleNames, type ScheduleName } from '../../config/service-point-schema.ts';
import type { HoursChange } from './read-change.ts';
import type { ConsoleKiosk } from '../console-kiosk.ts';

/** One schedule of one point, found by its address. */
export interface FoundSchedule {
	readonly point: ServicePoint;
	readonly name: ScheduleName;
	readonly schedule: Schedule;
}

/** The schedule that an address names; 404 when there is none. */
export function findSchedule(
	{ servicePoints }: Configuration,
	params: { readonly point: string; readonly schedule: string }
): FoundSchedule {
	const point = servicePoints.get(params.point);
	const name = scheduleNames.find((each) => each === params.schedule);
	const schedule = name === undefined ? undefined : point?.schedules[name];
	if (point === undefined || name === undefined || schedule === undefined) error(404, 'Not found');
	return { point, name, schedule };
}

/** Today's date at a point. */
export const todayAt = ({ place }: ServicePoint, now: number): Temporal.PlainDate =>
	Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(place.timeZone).toPlainDate();

/** Every schedule of every point as it is this minute and this week; the point of this computer first, as on the page of today. */
export const overview = ({ servicePoint, servicePoints }: Configuration, now: number) =>
	[servicePoint, ...[...servicePoints.values()].filter(({ id }) => id !== servicePoint.id)].map((point) => ({
		id: point.id,
		name: point.name,
		timeZone: point.place.timeZone,
		schedules: scheduleNames.flatMap((name) => {
			const schedule = point.schedules[name];
			if (schedule === undefined) return [];
			const { state, until } = hoursState(schedule, point.place, Temporal.Instant.fromEpochMilliseconds(now));
			return [
				{
					name,
					isInherited: point.inherited.includes(name),
					isOpen: state === 'open',
					until: until?.epochMilliseconds ?? null,
					untilToday:
						until?.toZonedDateTimeISO(point.place.timeZone).toPlainDate().equals(todayAt(point, now)) ?? false,
					week: thisWeek(schedule, point, now)
				}
			];
		})
	}));

function thisWeek(schedule: Schedule, point: ServicePoint, now: number) {
	const today = todayAt(point, now);
	const monday = today.subtract({ days: today.dayOfWeek - 1 });
	const days = calendarDays(schedule, point.place, monday, 7);
	return Object.fromEntries(
		weekdays.map((weekday, index) => [weekday, days[index]?.intervals ?? []])
	) as unknown as Readonly<Record<Weekday, readonly DayInterval[]>>;
}

/** Points that have a schedule, in the order of the files. */
export const pointsWith = ({ servicePoints }: Configuration, schedule: ScheduleName) =>
	[...servicePoints.values()]
		.filter((point) => point.schedules[schedule] !== undefined)
		.map((point) => ({ id: point.id, name: point.name, inherits: point.inherited.includes(schedule) }));

export const pointNames = ({ servicePoints }: Configuration): { id: string; name: LocalizedText }[] =>
	[...servicePoints.values()].map(({ id, name }) => ({ id, name }));

/** The configuration that a form is made from, and its mark. While the folder is wrong: what is in force, and a mark that nothing matches. */
export async function editable({
	editor,
	configuration
}: ConsoleKiosk): Promise<{ configuration: Configuration; basedOn: string }> {
	const read = await editor.read();
	return read.ok
		? { configuration: read.value.configuration, basedOn: read.value.revision }
		: { configuration: configuration(), basedOn: '' };
}

const changeKinds: readonly HoursChange['kind'][] = [
	'weekly hours',
	'public holidays',
	'put season',
	'remove season',
	'put exceptions',
	'remove exceptions',
	'whole schedule'
];

/** What the address says of the change that was just made; null when it says nothing true. */
export function newsOf(url: URL, { editor }: ConsoleKiosk) {
	if (url.searchParams.has('undone')) return { kind: 'undone' as const };
	if (url.searchParams.has('not-undone')) return { kind: 'not undone' as const };
	const id = Number(url.searchParams.get('saved') ?? NaN);
	const what = changeKinds.find((kind) => kind === url.searchParams.get('what'));
	const version = editor.history(historySeen).find((each) => each.id === id);
	if (version === undefined || what === undefined) return null;
	return { kind: 'saved' as const, id, what, who: version.who, at: version.at };
}

/** Somebody who has just saved finds their version among these. */
const historySeen = 50;
