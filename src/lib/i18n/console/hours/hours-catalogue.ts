import type { ChangeRefusal, FieldProblemKind, ImportRefusalReason } from '../../../domain/console/change-form.ts';
import type { DayMark } from '../../../domain/hours/calendar-day.ts';
import type { PreviewDanger } from '../../../domain/hours/preview-danger.ts';
import type { Weekday } from '../../../domain/hours/schedule.ts';
import type { Language } from '../../../domain/language.ts';

/** What can be done to the hours at the console. */
export type HoursChangeKind =
	| 'weekly hours'
	| 'public holidays'
	| 'put season'
	| 'remove season'
	| 'put exceptions'
	| 'remove exceptions'
	| 'whole schedule';

/** The console's pages about weekly hours, seasons and the year. Times and dates come in as they are written in a sentence. */
export interface HoursCatalogue {
	readonly heading: string;
	readonly lead: string;
	/** By the name in the configuration. */
	readonly schedules: Readonly<Record<string, { readonly name: string; readonly about: string }>>;
	readonly weekdays: Readonly<Record<Weekday, string>>;
	readonly shortWeekdays: Readonly<Record<Weekday, string>>;
	readonly months: readonly string[];
	readonly closed: string;
	readonly openUntil: (when: string) => string;
	readonly openForNow: string;
	readonly closedUntil: (when: string) => string;
	readonly closedForNow: string;
	readonly thisWeek: string;
	readonly pointColumn: string;
	readonly scheduleColumn: string;
	readonly change: string;
	readonly remove: string;
	readonly back: string;

	readonly own: string;
	readonly inherited: string;
	readonly inheritedNote: string;
	readonly readOnly: string;
	readonly week: { readonly heading: string; readonly change: string; readonly day: string; readonly hours: string };
	readonly holidays: {
		readonly heading: string;
		readonly change: string;
		readonly closed: string;
		readonly asWeekday: string;
		readonly own: string;
		readonly hours: (hours: string) => string;
		readonly explain: string;
		readonly choose: string;
		readonly asSchedule: string;
	};
	readonly seasons: {
		readonly heading: string;
		readonly none: string;
		readonly add: string;
		readonly change: string;
		readonly explain: string;
		readonly name: string;
		readonly from: string;
		readonly to: string;
		readonly remove: string;
		readonly week: string;
	};
	readonly year: {
		readonly heading: (year: number) => string;
		readonly explain: string;
		readonly previous: (year: number) => string;
		readonly next: (year: number) => string;
		readonly marks: Readonly<Record<DayMark, { readonly letter?: string; readonly name: string }>>;
		readonly today: string;
	};
	readonly edit: {
		readonly from: (weekday: string) => string;
		readonly to: (weekday: string) => string;
		readonly start: string;
		readonly end: string;
		readonly addFirst: string;
		readonly addMore: string;
		readonly removeRow: string;
		readonly closeDay: string;
		readonly copyDay: string;
		readonly timeHint: string;
		readonly points: string;
		readonly pointsHint: string;
		readonly common: string;
		readonly becomesOwn: string;
		readonly seeChanges: string;
		readonly inLanguages: Readonly<Record<Language, string>>;
	};
	readonly preview: {
		readonly heading: string;
		/** One sentence: days that open, close and move within the horizon, points affected. */
		readonly sentence: (days: {
			opens: number;
			closes: number;
			moves: number;
			horizon: number;
			points: number;
		}) => string;
		readonly noDay: (horizon: number) => string;
		readonly scheduleLine: (days: { opens: number; closes: number; moves: number }) => string;
		readonly firstChange: (day: string) => string;
		readonly nextDays: string;
		readonly date: string;
		readonly before: string;
		readonly after: string;
		readonly changed: string;
		readonly warning: (example: { day: string; closes: string; running: string; warned: string }) => string;
		readonly dangerHeading: string;
		readonly dangers: Readonly<Record<PreviewDanger['kind'], (schedule: string) => string>>;
		readonly meant: string;
		readonly mustBeMeant: string;
		readonly save: string;
		readonly back: string;
		readonly notSavedYet: string;
	};
	readonly problems: Readonly<Record<FieldProblemKind, string>>;
	readonly problemsHeading: (count: number) => string;
	readonly refusals: Readonly<
		Record<
			Exclude<ChangeRefusal['kind'], 'changed meanwhile' | 'not imported'>,
			{ readonly what: string; readonly todo: string }
		>
	> & {
		readonly 'changed meanwhile': {
			readonly by: (who: string, when: string) => string;
			readonly bySomebody: string;
			readonly todo: string;
			readonly now: string;
		};
	};
	readonly saved: {
		readonly heading: string;
		readonly kinds: Readonly<Record<HoursChangeKind, string>>;
		readonly by: (who: string, when: string) => string;
		readonly undo: string;
		readonly history: string;
		readonly undone: string;
		readonly notUndone: string;
	};
	readonly exchange: {
		readonly heading: string;
		readonly link: string;
		readonly exportHeading: string;
		readonly exportLead: string;
		readonly osm: string;
		readonly osmAbout: string;
		readonly schemaOrg: string;
		readonly schemaOrgAbout: string;
		readonly copy: string;
		readonly copied: string;
		readonly download: string;
		readonly importHeading: string;
		readonly importLead: string;
		readonly format: string;
		readonly text: string;
		readonly refused: string;
		readonly position: (position: number, words: string) => string;
		readonly inDocument: (path: string) => string;
		readonly reasons: Readonly<Record<ImportRefusalReason, string>>;
	};
}

/** The console's pages about single dates. */
export interface ExceptionsCatalogue {
	readonly heading: string;
	readonly lead: string;
	readonly none: string;
	readonly noneHere: string;
	readonly add: string;
	readonly change: (dates: string) => string;
	readonly date: string;
	readonly hours: string;
	readonly reason: string;
	readonly dates: string;
	readonly from: string;
	readonly to: string;
	readonly toHint: string;
	readonly schedule: string;
	readonly closedOrHours: string;
	readonly closedAllDay: string;
	readonly openAt: string;
	readonly reasonHint: string;
	readonly readyMade: string;
	readonly ownWords: string;
	readonly noReason: string;
	readonly remove: string;
	readonly all: string;
	readonly past: string;
	/** On the year view: where a press on this day leads. */
	readonly edit: string;
}
