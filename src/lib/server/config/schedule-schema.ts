import * as v from 'valibot';
import { dayIntervalPattern, parseDayInterval, type DayIntervalFault } from '../../domain/hours/day-interval.ts';
import { scheduleProblems, type ScheduleProblem } from '../../domain/hours/schedule-problems.ts';
import type { HoursException, Schedule } from '../../domain/hours/schedule.ts';
import { fields, list, localizedText, shown, text } from './schema-words.ts';

const intervalFaultWords: Record<DayIntervalFault, string> = {
	'not-an-interval': 'is not an opening interval; write HH:MM-HH:MM, for example 09:00-12:00',
	'no-such-time': 'has a time that does not exist; hours are 00–23, minutes 00–59, and only the end may be 24:00',
	'no-length': 'begins when it ends; for a whole day write 00:00-24:00'
};

const intervalWords = (input: unknown): string => {
	const parsed = parseDayInterval(String(input));
	return `${shown(input)} ${intervalFaultWords[parsed.ok ? 'not-an-interval' : parsed.fault]}`;
};

const interval = v.pipe(
	v.string((issue) => intervalWords(issue.input)),
	v.regex(dayIntervalPattern, (issue) => intervalWords(issue.input)),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const parsed = parseDayInterval(dataset.value);
		if (parsed.ok) return parsed.value;
		addIssue({ message: intervalWords(dataset.value), received: parsed.fault });
		return NEVER;
	})
);

const intervals = list(interval);

/** A date from 2000 to 2099 that is in the calendar, `YYYY-MM-DD`. */
export const dateSchema = v.pipe(
	v.string((issue) => `${shown(issue.input)} is not a date; write YYYY-MM-DD`),
	v.regex(
		/^20\d{2}-\d{2}-\d{2}$/,
		(issue) => `${shown(issue.input)} is not a date from 2000 to 2099; write YYYY-MM-DD`
	),
	v.check(isDate, (issue) => `${shown(issue.input)} is not in the calendar`)
);

function isDate(iso: string): boolean {
	const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
	const found = new Date(Date.UTC(year, month - 1, day));
	return found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
}

const week = fields({
	mon: v.exactOptional(intervals),
	tue: v.exactOptional(intervals),
	wed: v.exactOptional(intervals),
	thu: v.exactOptional(intervals),
	fri: v.exactOptional(intervals),
	sat: v.exactOptional(intervals),
	sun: v.exactOptional(intervals)
});

const publicHolidays = v.union(
	[v.literal('closed'), v.literal('asWeekday'), intervals],
	(issue) => `${shown(issue.input)} is not allowed; allowed: closed, asWeekday or intervals such as [09:00-11:00]`
);

const seasonName = v.pipe(
	v.union(
		[text, localizedText],
		(issue) => `${shown(issue.input)} is not a name; write one word or a text for fi, sv and en`
	),
	v.transform((name) => (typeof name === 'string' ? { fi: name, sv: name, en: name } : name))
);

const season = fields({
	name: seasonName,
	from: dateSchema,
	to: dateSchema,
	weekly: week,
	publicHolidays: v.exactOptional(publicHolidays)
});

const closedOrHours = 'write either closed: true or hours: [HH:MM-HH:MM], one of the two';

const exception = v.pipe(
	fields({
		date: dateSchema,
		closed: v.exactOptional(v.literal(true, 'closed can only be true; for opening hours write hours: instead')),
		hours: v.exactOptional(list(interval, 1)),
		reason: v.exactOptional(localizedText)
	}),
	v.check((input) => (input.closed === undefined) !== (input.hours === undefined), closedOrHours),
	v.transform(({ date, hours = [], ...rest }): HoursException => {
		return rest.reason === undefined ? { date, intervals: hours } : { date, intervals: hours, reason: rest.reason };
	})
);

/** One schedule of a service point or channel, as DESIGN.md §Configuration describes it. */
export const scheduleSchema = v.pipe(
	fields({
		weekly: week,
		publicHolidays: v.optional(publicHolidays, 'closed'),
		seasons: v.optional(list(season), []),
		exceptions: v.optional(list(exception), [])
	}),
	v.transform((schedule): Schedule => schedule),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		for (const problem of scheduleProblems(dataset.value)) {
			const path = problem.path.map(
				(key) => ({ type: 'unknown', origin: 'value', input: null, key, value: null }) as const
			);
			const [first, ...rest] = path;
			if (first !== undefined)
				addIssue({ message: problemWords(problem), received: problem.kind, path: [first, ...rest] });
		}
	})
);

function problemWords(problem: ScheduleProblem): string {
	switch (problem.kind) {
		case 'overlap':
			return `${problem.interval} overlaps another interval of the same day; intervals may touch but not overlap`;
		case 'runs into next day':
			return `${problem.interval} lasts into the next day and overlaps ${problem.nextInterval} there; end one before the other begins`;
		case 'season ends before it starts':
			return `the season ends on ${problem.to}, before it starts on ${problem.from}; "to" must be the same day or later`;
		case 'seasons overlap':
			return `the season shares days with the season ${problem.from} to ${problem.to}; a day can be in one season only`;
		case 'duplicate exception':
			return `there is already an exception for ${problem.date}; put all hours of the day into one`;
	}
}
