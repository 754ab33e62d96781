import type {
	WrittenHolidays,
	WrittenIntervals,
	WrittenSchedule,
	WrittenSeason,
	WrittenWeek
} from '../../domain/hours/written-schedule.ts';
import type { LocalizedText } from '../../domain/language.ts';
import type { ScheduleName } from '../config/service-point-schema.ts';

export type { WrittenHolidays, WrittenIntervals, WrittenSchedule, WrittenSeason, WrittenWeek };
export type { WrittenException } from '../../domain/hours/written-schedule.ts';

interface AtPoints {
	/** Ids of the points that it applies to; `defaults` for what all inherit. */
	readonly points: readonly string[];
	readonly schedule: ScheduleName;
}

/** The visit's limits of `kiosk.yaml`, in its units. The legal floors are in its schema. */
export interface WrittenLimits {
	readonly limitMinutes: number;
	readonly warnMinutes: readonly number[];
	readonly graceMinutes: number;
	readonly idleSeconds: number;
	readonly answerSeconds: number;
	readonly introSeconds: number;
}

/** Everything that the console can change, one thing at a time. */
export type ConfigurationChange =
	| (AtPoints & { readonly kind: 'weekly hours'; readonly weekly: WrittenWeek })
	| (AtPoints & { readonly kind: 'public holidays'; readonly publicHolidays: WrittenHolidays })
	/** `replaces`: the `from` date of the season that it takes the place of. */
	| (AtPoints & { readonly kind: 'put season'; readonly season: WrittenSeason; readonly replaces?: string })
	| (AtPoints & { readonly kind: 'remove season'; readonly from: string })
	/** One exception for each date of the range; one that is there already is replaced. */
	| (AtPoints & {
			readonly kind: 'put exceptions';
			readonly from: string;
			readonly to: string;
			readonly hours: WrittenIntervals;
			readonly reason?: LocalizedText;
	  })
	| (AtPoints & { readonly kind: 'remove exceptions'; readonly from: string; readonly to: string })
	/** An import: the whole schedule. */
	| (AtPoints & { readonly kind: 'whole schedule'; readonly value: WrittenSchedule })
	| { readonly kind: 'session limits'; readonly limits: WrittenLimits }
	/** Hosts that one channel's site needs in the locked portal. */
	| { readonly kind: 'channel hosts'; readonly channelId: string; readonly allowedHosts: readonly string[] }
	/** Name, purpose, address …: the channel's own file words. A key that is left out stays as it is, null takes it away; the whole is checked by the channels' schema. */
	| { readonly kind: 'put channel'; readonly channelId: string; readonly channel: Readonly<Record<string, unknown>> }
	| { readonly kind: 'remove channel'; readonly channelId: string }
	| { readonly kind: 'move channel'; readonly channelId: string; readonly toIndex: number }
	| {
			readonly kind: 'put portal host';
			readonly host: {
				readonly host: string;
				readonly role: string;
				readonly label: LocalizedText;
				readonly checked: boolean;
			};
	  }
	| { readonly kind: 'remove portal host'; readonly host: string };
