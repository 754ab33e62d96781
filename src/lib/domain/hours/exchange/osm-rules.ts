import { failed, ok, type Result } from '../../result.ts';
import { formatDayInterval } from '../day-interval.ts';
import { weekdays, type Weekday } from '../schedule.ts';
import { refusalAt, type OsmRefusal, type OsmRefusalKind } from './osm-refusal.ts';
import { osmMonths, osmWeekdays } from './osm-words.ts';

/** Dates that a rule names, both inclusive; `season` where they are written as a range or a month. */
export interface OsmDates {
	readonly kind: 'date' | 'season';
	readonly from: string;
	readonly to: string;
}

/** One rule of an `opening_hours` value. */
export interface OsmRule {
	readonly position: number;
	readonly words: string;
	/** After a comma: adds to what earlier rules say of the day; else it takes their place. */
	readonly adds: boolean;
	/** Empty: every date. */
	readonly dates: readonly OsmDates[];
	/** Whole days: neither weekdays nor holidays were named. */
	readonly everyDay: boolean;
	readonly weekdays: readonly Weekday[];
	readonly publicHolidays: boolean;
	/** As `09:00-12:00`; empty: closed. */
	readonly hours: readonly string[];
	readonly comment: string | null;
}

const minutesPerDay = 24 * 60;

const month = `(?:${osmMonths.join('|')})(?![A-Za-z])`;
const dayOfMonth = '\\d{1,2}(?![\\d:])';
const monthAndDay = (name: string) => `(?<${name}Month>${month})(?:\\s+(?<${name}Day>${dayOfMonth}))?`;
const dates = `(?<fromYear>\\d{4})\\s+${monthAndDay('from')}(?:\\s*-\\s*(?:(?:(?<toYear>\\d{4})\\s+)?${monthAndDay('to')}|(?<lastDay>${dayOfMonth})))?`;
const weekday = `(?:${osmWeekdays.join('|')})`;
const days = `(?:${weekday}(?:\\s*-\\s*${weekday})?|PH)(?![A-Za-z[]|\\s*[+-]\\s*\\d)`;
const interval = '(?:24/7|\\d{1,2}:\\d{2}\\s*-\\s*\\d{1,2}:\\d{2}(?![+/\\d:]))';
const listOf = (item: string) => new RegExp(`${item}(?:\\s*,\\s*${item})*`, 'y');
/** In a list the groups come more than once, so there they have no names. */
const nameless = (pattern: string) => pattern.replaceAll(/\(\?<\w+>/g, '(?:');

const patterns = {
	space: /\s*/y,
	dates: listOf(nameless(dates)),
	colon: /:/y,
	days: listOf(days),
	hours: listOf(interval),
	state: /(open|off|closed)(?![A-Za-z])/y,
	comment: /"[^"]*"/y,
	separator: /[;,]/y
} as const;

interface Part {
	readonly words: string;
	readonly position: number;
}

/** The rules of a value in their order, or the first thing that is not of the subset that a schedule can hold. */
export function readOsmRules(text: string): Result<readonly OsmRule[], OsmRefusal> {
	const rules: OsmRule[] = [];
	let at = 0;
	let adds = false;
	const skipSpace = () => (at += matchAt(patterns.space, text, at).length);
	const take = (what: keyof typeof patterns): Part => {
		const position = skipSpace();
		const words = matchAt(patterns[what], text, position);
		at += words.length;
		return { words, position };
	};
	do {
		const start = skipSpace();
		const dates = take('dates');
		if (dates.words !== '') take('colon');
		const parts = { dates, days: take('days'), hours: take('hours'), state: take('state'), comment: take('comment') };
		const words = text.slice(start, at).trim();
		const separator = take('separator').words;
		if (words === '' || (separator === '' && at < text.length)) return failed(refusalAt(text, at));
		const rule = ruleOf(parts, { words, position: start, adds });
		if (!rule.ok) return rule;
		rules.push(rule.value);
		adds = separator === ',';
	} while (adds || skipSpace() < text.length);
	return ok(rules);
}

function ruleOf(
	{ dates, days, hours, state, comment }: Readonly<Record<'dates' | 'days' | 'hours' | 'state' | 'comment', Part>>,
	rule: Part & Pick<OsmRule, 'adds'>
): Result<OsmRule, OsmRefusal> {
	const refused = (kind: OsmRefusalKind, { words, position }: Part) => failed<OsmRefusal>({ kind, position, words });
	const closes = state.words === 'off' || state.words === 'closed';
	if (comment.words !== '' && state.words === '') return refused('perhaps open', comment);
	if (hours.words === '' && !closes) return refused('no hours', rule);
	if (closes && (hours.words !== '' || rule.adds)) return refused('closed for a part', rule);
	const spans = items(dates.words).map(datesOf);
	const intervals = items(hours.words).map(intervalOf);
	if (spans.includes(null)) return refused('no such date', dates);
	if (intervals.includes(null)) return refused('no such time', hours);
	const named = items(days.words);
	return ok({
		...rule,
		dates: spans.filter((span) => span !== null),
		everyDay: named.length === 0,
		weekdays: named.filter((item) => item !== 'PH').flatMap(weekdaysOf),
		publicHolidays: named.includes('PH'),
		hours: intervals.filter((item) => item !== null),
		comment: comment.words.slice(1, -1).trim() || null
	});
}

function matchAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

const items = (list: string): readonly string[] =>
	list
		.split(',')
		.map((item) => item.trim())
		.filter((item) => item !== '');

function weekdaysOf(item: string): readonly Weekday[] {
	const [first = '', last = first] = item.split('-').map((word) => word.trim());
	const from = osmWeekdays.findIndex((word) => word === first);
	const to = osmWeekdays.findIndex((word) => word === last);
	const count = ((to - from + weekdays.length) % weekdays.length) + 1;
	return Array.from({ length: count }, (_, index) => weekdays[(from + index) % weekdays.length] ?? 'mon');
}

/** OSM may write the end of a night as 26:00. */
function intervalOf(item: string): string | null {
	if (item === '24/7') return '00:00-24:00';
	const [start = NaN, end = NaN] = item.split('-').map(minutesOf);
	const endMinute = end < start ? end + minutesPerDay : end;
	if (!(start < minutesPerDay && start < endMinute && endMinute - start <= minutesPerDay)) return null;
	return formatDayInterval({ startMinute: start, endMinute });
}

function minutesOf(time: string): number {
	const [hour = NaN, minute = NaN] = time.split(':').map(Number);
	return minute < 60 ? hour * 60 + minute : NaN;
}

function datesOf(item: string): OsmDates | null {
	const {
		fromYear = '',
		fromMonth = '',
		fromDay,
		toYear,
		toMonth,
		toDay,
		lastDay
	} = new RegExp(`^${dates}$`).exec(item)?.groups ?? {};
	const isRange = toMonth !== undefined || lastDay !== undefined;
	const endDay = isRange ? (lastDay ?? toDay) : fromDay;
	// A range has days at both ends or at neither.
	if ((fromDay === undefined) !== (endDay === undefined)) return null;
	const from = dateOf(fromYear, fromMonth, fromDay ?? 'first');
	const to = dateOf(toYear ?? fromYear, toMonth ?? fromMonth, endDay ?? 'last');
	if (from === null || to === null || to < from) return null;
	return { kind: isRange || fromDay === undefined ? 'season' : 'date', from, to };
}

function dateOf(year: string, month: string, day: string): string | null {
	const first = new Temporal.PlainDate(Number(year), osmMonths.findIndex((word) => word === month) + 1, 1);
	const ends: Readonly<Record<string, number>> = { first: 1, last: first.daysInMonth };
	const dayNumber = ends[day] ?? Number(day);
	return dayNumber < 1 || dayNumber > first.daysInMonth ? null : first.with({ day: dayNumber }).toString();
}
