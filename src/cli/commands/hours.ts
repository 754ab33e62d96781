import { parseArgs } from 'node:util';
import type { HoursRule, HoursPlace, Schedule } from '../../lib/domain/hours/schedule.ts';
import { hoursState } from '../../lib/domain/hours/hours-state.ts';
import { openIntervals } from '../../lib/domain/hours/open-intervals.ts';
import { loadConfiguration, type ServicePoint } from '../../lib/server/config/configuration.ts';
import { scheduleNames, type ScheduleName } from '../../lib/server/config/service-point-schema.ts';
import { formatProblem } from '../../lib/server/config/yaml-file.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';

const usage = 'hours POINT [--schedule NAME] [--at INSTANT] [--from DATE --days N] [--json]';

interface Wish {
	readonly point: string;
	readonly schedule: ScheduleName;
	readonly json: boolean;
	readonly about: { readonly at: Temporal.Instant } | { readonly from: Temporal.PlainDate; readonly days: number };
}

/** Tells when a service point is open and which rule says so. `now` is the clock in milliseconds since the epoch. */
export const createHoursCommand = (now: () => number): Command => ({
	name: 'hours',
	usage,
	summary: 'Tells whether a service point is open, until when, and why; or lists its hours.',
	async run(args, context) {
		const wish = readArguments(args, now);
		if (typeof wish === 'string') return wrong(context, wish);
		const loaded = await loadConfiguration(context.configDir);
		if (!loaded.ok) {
			loaded.fault.forEach((problem) => context.err(formatProblem(problem)));
			return 1;
		}
		const { servicePoints } = loaded.value;
		const point = servicePoints.get(wish.point);
		if (point === undefined) {
			return wrong(context, `${wish.point} is no service point; known: ${[...servicePoints.keys()].join(', ')}`);
		}
		const schedule = point.schedules[wish.schedule];
		if (schedule === undefined) {
			return wrong(
				context,
				`${wish.point} has no schedule ${wish.schedule}; known: ${Object.keys(point.schedules).join(', ')}`
			);
		}
		const lines =
			'at' in wish.about
				? tellState(wish, wish.about.at, point, schedule)
				: tellList(wish, wish.about, point, schedule);
		lines.forEach(context.out);
		return 0;
	}
});

function wrong(context: CommandContext, problem: string): ExitCode {
	context.err(`hours: ${problem}`);
	context.err(`usage: ${usage}`);
	return 2;
}

function readArguments(args: readonly string[], now: () => number): Wish | string {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				schedule: { type: 'string', default: 'selfService' },
				at: { type: 'string' },
				from: { type: 'string' },
				days: { type: 'string' },
				json: { type: 'boolean', default: false }
			}
		});
		const [point, ...more] = positionals;
		if (point === undefined || more.length > 0) return 'name one service point, for example tornio';
		const schedule = scheduleNames.find((name) => name === values.schedule);
		if (schedule === undefined) return `--schedule ${values.schedule}: choose ${scheduleNames.join(', ')}`;
		const about = readTime(values, now);
		return typeof about === 'string' ? about : { point, schedule, json: values.json, about };
	} catch (error) {
		return error instanceof Error ? error.message : 'these arguments cannot be read';
	}
}

function readTime(
	{ at, from, days }: { at?: string | undefined; from?: string | undefined; days?: string | undefined },
	now: () => number
): Wish['about'] | string {
	if (from === undefined && days === undefined) {
		if (at === undefined) return { at: Temporal.Instant.fromEpochMilliseconds(now()) };
		const instant = /^2\d{3}-/.test(at) ? tryTo(() => Temporal.Instant.from(at)) : null;
		return instant === null
			? `--at ${at}: write an instant of the years 2000–2999 with its offset, for example 2026-11-23T09:30+02:00`
			: { at: instant };
	}
	if (at !== undefined) return 'use either --at or --from with --days';
	if (from === undefined || days === undefined) return '--from DATE and --days N go together';
	const date = /^2\d{3}-\d{2}-\d{2}$/.test(from) ? tryTo(() => Temporal.PlainDate.from(from)) : null;
	if (date === null) return `--from ${from}: write a date of the years 2000–2999, for example 2026-11-23`;
	if (!/^[1-9]\d{0,3}$/.test(days)) return `--days ${days}: write a whole number from 1 to 9999`;
	return { from: date, days: Number(days) };
}

function tryTo<Value>(read: () => Value): Value | null {
	try {
		return read();
	} catch {
		return null;
	}
}

function tellState(wish: Wish, at: Temporal.Instant, { place }: ServicePoint, schedule: Schedule): readonly string[] {
	const { state, until, nextOpen, rule } = hoursState(schedule, place, at);
	if (wish.json) {
		const times = { until: isoOf(until, place), nextOpen: isoOf(nextOpen, place) };
		const { point, schedule: name } = wish;
		return [JSON.stringify({ point, schedule: name, at: isoOf(at, place), state, ...times, rule: ruleOf(rule) })];
	}
	const untilWords = until === null ? 'with no end in sight' : `until ${words(until, place)}`;
	const next =
		state === 'open' ? [`Opens after that: ${nextOpen === null ? 'not in sight' : words(nextOpen, place)}.`] : [];
	return [
		`${wish.point}, ${wish.schedule}: ${state} ${untilWords}.`,
		...next,
		`Asked for ${words(at, place)} (${place.timeZone}). Decided by ${ruleWords(rule)}.`
	];
}

function tellList(
	wish: Wish,
	{ from, days }: { from: Temporal.PlainDate; days: number },
	{ place }: ServicePoint,
	schedule: Schedule
): readonly string[] {
	const intervals = openIntervals(schedule, place, from, days);
	if (wish.json) {
		const rows = intervals.map(({ start, end, rule }) => ({
			start: isoOf(start, place),
			end: isoOf(end, place),
			rule: ruleOf(rule)
		}));
		return [JSON.stringify(rows)];
	}
	if (intervals.length === 0) return [`${wish.point}, ${wish.schedule}: never open in these ${days} days.`];
	return intervals.map(({ start, end, rule }) => `${words(start, place)} – ${words(end, place)}  ${ruleWords(rule)}`);
}

const isoOf = (instant: Temporal.Instant | null, { timeZone }: HoursPlace): string | null =>
	instant?.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 }) ?? null;

/** The command line speaks English; so do the names of holidays and seasons in it. */
const ruleOf = (rule: HoursRule): { kind: HoursRule['kind']; name?: string } =>
	'name' in rule && rule.name !== undefined ? { kind: rule.kind, name: rule.name.en } : { kind: rule.kind };

const ruleKindWords: Readonly<Record<HoursRule['kind'], string>> = {
	weekly: 'the weekly hours',
	season: 'the season',
	publicHoliday: 'the public holiday',
	exception: 'an exception'
};

function ruleWords(rule: HoursRule): string {
	const { kind, name } = ruleOf(rule);
	return name === undefined ? ruleKindWords[kind] : `${ruleKindWords[kind]} (${name})`;
}

function words(instant: Temporal.Instant, { timeZone }: HoursPlace): string {
	const local = instant.toZonedDateTimeISO(timeZone);
	const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][local.dayOfWeek - 1] ?? '';
	return `${weekday} ${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
