import type { LocalizedText } from '../language.ts';
import type { ScheduleToday } from './schedule-today.ts';

export type ScheduleKind = 'selfService' | 'infopoint' | 'appointment' | 'phone';

/** One service point at a glance. */
export interface PointToday {
	readonly id: string;
	readonly name: LocalizedText;
	readonly address: { readonly street: string; readonly city: string };
	readonly timeZone: string;
	/** Whether this computer stands there. */
	readonly here: boolean;
	readonly schedules: readonly { readonly name: ScheduleKind; readonly today: ScheduleToday }[];
}
