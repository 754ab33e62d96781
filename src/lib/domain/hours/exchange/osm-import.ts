import { failed, ok, type Result } from '../../result.ts';
import { weekdays, type Weekday } from '../schedule.ts';
import type {
	WrittenException,
	WrittenHolidays,
	WrittenIntervals,
	WrittenSchedule,
	WrittenSeason,
	WrittenWeek
} from '../written-schedule.ts';
import type { OsmRefusal, OsmRefusalKind } from './osm-refusal.ts';
import { readOsmRules, type OsmDates, type OsmRule } from './osm-rules.ts';

/** What the rules so far say of some dates, for each weekday that is ordinary or a public holiday. */
interface Layer<Dates extends OsmDates | null = OsmDates | null> {
	/** Null: all dates. */
	readonly dates: Dates;
	readonly ordinary: HoursByWeekday;
	readonly holiday: HoursByWeekday;
	readonly comment: string | null;
	/** The last rule that said something of them. */
	readonly rule: OsmRule;
}

type HoursByWeekday = ReadonlyMap<Weekday, WrittenIntervals>;

/**
 * Reads an OpenStreetMap `opening_hours` value by the letter of its specification: a later rule takes the place of earlier ones on
 * the days that it names; weekdays hold on public holidays too unless `PH` says otherwise. Single dates become exceptions, ranges
 * seasons. What a schedule cannot hold is refused. Whether intervals overlap is for the schema of the configuration to say.
 */
export function fromOsmHours(text: string): Result<WrittenSchedule, OsmRefusal> {
	const rules = readOsmRules(text);
	if (!rules.ok) return rules;
	let always: Layer<null> | null = null;
	let dated: readonly Layer<OsmDates>[] = [];
	for (const rule of rules.value) {
		const spans = rule.dates.length === 0 ? [null] : rule.dates;
		if (rule.comment !== null && (rule.dates.length === 0 || !rule.everyDay)) return failed(refusal('comment', rule));
		always ??= { dates: null, ordinary: new Map(), holiday: new Map(), comment: null, rule };
		for (const dates of spans) {
			if (dates === null) always = applied(rule, always);
			else if (!dated.some((layer) => isSame(layer.dates, dates))) {
				const season = dated.find((layer) => layer.dates.kind === 'season' && shareDays(layer.dates, dates));
				if (dates.kind === 'season' && season !== undefined) return failed(refusal('seasons overlap', rule));
				dated = [...dated, { ...(season ?? always), dates, comment: null }];
			}
			dated = dated.map((layer) => (covers(dates, layer.dates) ? applied(rule, layer) : layer));
		}
	}
	return always === null ? failed({ kind: 'no hours', position: 0, words: '' }) : scheduleOf(always, dated);
}

function applied<L extends Layer>(rule: OsmRule, layer: L): L {
	const said = (before: HoursByWeekday, onHolidays: boolean): HoursByWeekday =>
		new Map(
			weekdays.map((weekday) => {
				const hours = before.get(weekday) ?? [];
				const isMeant = rule.everyDay || rule.weekdays.includes(weekday) || (onHolidays && rule.publicHolidays);
				if (!isMeant) return [weekday, hours];
				return [weekday, rule.adds ? [...hours, ...rule.hours] : rule.hours];
			})
		);
	const comment = rule.comment ?? layer.comment;
	return { ...layer, ordinary: said(layer.ordinary, false), holiday: said(layer.holiday, true), comment, rule };
}

function scheduleOf(always: Layer<null>, dated: readonly Layer<OsmDates>[]): Result<WrittenSchedule, OsmRefusal> {
	const publicHolidays = holidaysOf(always);
	if (publicHolidays === null) return failed(refusal('holidays by weekday', always.rule));
	const seasons: WrittenSeason[] = [];
	const exceptions: WrittenException[] = [];
	for (const layer of dated) {
		const { from, to, kind } = layer.dates;
		if (kind === 'date') {
			const weekday = weekdays[Temporal.PlainDate.from(from).dayOfWeek - 1] ?? 'mon';
			const hours = layer.ordinary.get(weekday) ?? [];
			if (!isEqual(hours, layer.holiday.get(weekday) ?? [])) return failed(refusal('holidays by weekday', layer.rule));
			exceptions.push({ date: from, hours, ...(layer.comment === null ? {} : { reason: inAll(layer.comment) }) });
			continue;
		}
		const holidays = holidaysOf(layer);
		if (holidays === null) return failed(refusal('holidays by weekday', layer.rule));
		const own = isEqual(holidays, publicHolidays) ? {} : { publicHolidays: holidays };
		seasons.push({ name: inAll(layer.comment ?? `${from} – ${to}`), from, to, weekly: weekOf(layer.ordinary), ...own });
	}
	return ok({ weekly: weekOf(always.ordinary), publicHolidays, seasons, exceptions });
}

/** Null: they depend on the weekday, which a schedule cannot say. */
function holidaysOf({ ordinary, holiday }: Layer): WrittenHolidays | null {
	if (weekdays.every((weekday) => isEqual(ordinary.get(weekday) ?? [], holiday.get(weekday) ?? []))) return 'asWeekday';
	const hours = holiday.get('mon') ?? [];
	if (!weekdays.every((weekday) => isEqual(holiday.get(weekday) ?? [], hours))) return null;
	return hours.length === 0 ? 'closed' : hours;
}

const weekOf = (hours: HoursByWeekday): WrittenWeek =>
	Object.fromEntries([...hours].filter(([, intervals]) => intervals.length > 0));

const refusal = (kind: OsmRefusalKind, { position, words }: OsmRule): OsmRefusal => ({ kind, position, words });

const isSame = (one: OsmDates, other: OsmDates): boolean =>
	one.kind === other.kind && one.from === other.from && one.to === other.to;

const shareDays = (one: OsmDates, other: OsmDates): boolean => one.from <= other.to && other.from <= one.to;

const covers = (outer: OsmDates | null, inner: OsmDates): boolean =>
	outer === null || (outer.from <= inner.from && inner.to <= outer.to);

const isEqual = (one: WrittenHolidays, other: WrittenHolidays): boolean => String(one) === String(other);

const inAll = (words: string) => ({ fi: words, sv: words, en: words });
