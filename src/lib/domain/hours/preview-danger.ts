import type { HoursPreview, SchedulePreview } from './hours-preview.ts';

/** A change that a typo could have made, and that customers would find out first. */
export interface PreviewDanger {
	readonly pointId: string;
	readonly schedule: string;
	/** No opening is left in the next fourteen days, or more than half of their open days close. */
	readonly kind: 'nothing open' | 'closes most';
}

/** What must be meant before it is saved, by schedule; empty for an ordinary change. */
export const previewDangers = ({ schedules }: HoursPreview): readonly PreviewDanger[] =>
	schedules.flatMap((schedule) => {
		const kind = dangerOf(schedule);
		return kind === null ? [] : [{ pointId: schedule.pointId, schedule: schedule.schedule, kind }];
	});

function dangerOf({ nextDays }: SchedulePreview): PreviewDanger['kind'] | null {
	const openBefore = nextDays.filter(({ before }) => before.length > 0);
	if (openBefore.length === 0) return null;
	if (nextDays.every(({ after }) => after.length === 0)) return 'nothing open';
	const closing = openBefore.filter(({ after }) => after.length === 0);
	return closing.length * 2 > openBefore.length ? 'closes most' : null;
}
