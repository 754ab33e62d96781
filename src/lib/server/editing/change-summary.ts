import { weekdays } from '../../domain/hours/schedule.ts';
import type { ConfigurationChange, WrittenHolidays, WrittenIntervals, WrittenWeek } from './configuration-change.ts';

/** What a change does, in one line of English; `ownCopies`: points that stop sharing the schedule with others. */
export function changeSummary(change: ConfigurationChange, ownCopies: readonly string[]): string {
	const copies =
		ownCopies.length === 0 ? '' : `; ${pointWords(ownCopies)} now has its own copy and no longer follows defaults`;
	return `${whatChanges(change)}${copies}`.replace(/\s+/g, ' ');
}

function whatChanges(change: ConfigurationChange): string {
	switch (change.kind) {
		case 'session limits':
			return `Session limits: ${Object.entries(change.limits)
				.map(([name, value]) => `${name} ${String(value)}`)
				.join(', ')}`;
		case 'channel hosts':
			return `Hosts of channel ${change.channelId}: ${change.allowedHosts.join(', ') || 'none'}`;
		case 'put channel':
			return `Channel ${change.channelId} written`;
		case 'remove channel':
			return `Channel ${change.channelId} removed`;
		case 'move channel':
			return `Channel ${change.channelId} moved to place ${change.toIndex + 1}`;
		case 'put portal host':
			return `Portal host ${change.host.host} (${change.host.role}${change.host.checked ? ', checked' : ''})`;
		case 'remove portal host':
			return `Portal host ${change.host} removed`;
		default: {
			const place = `${change.schedule} at ${pointWords([...new Set(change.points)])}`;
			switch (change.kind) {
				case 'weekly hours':
					return `Weekly hours, ${place}: ${weekWords(change.weekly)}`;
				case 'public holidays':
					return `Public holidays, ${place}: ${holidayWords(change.publicHolidays)}`;
				case 'put season': {
					const { name, from, to, weekly } = change.season;
					return `Season ${name.en}, ${rangeWords({ from, to })}, ${place}: ${weekWords(weekly)}`;
				}
				case 'remove season':
					return `Season from ${change.from} removed, ${place}`;
				case 'put exceptions': {
					const reason = change.reason === undefined ? '' : ` (${change.reason.en})`;
					return `Exception ${rangeWords(change)}, ${place}: ${hoursWords(change.hours)}${reason}`;
				}
				case 'remove exceptions':
					return `Exceptions removed, ${rangeWords(change)}, ${place}`;
				case 'whole schedule':
					return `Whole schedule, ${place}: ${weekWords(change.value.weekly)}`;
			}
		}
	}
}

const listedPoints = 5;

const pointWords = (points: readonly string[]): string =>
	points.length > listedPoints
		? `${points.slice(0, listedPoints - 1).join(', ')} and ${points.length - listedPoints + 1} more points`
		: points.join(', ');

const rangeWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
	from === to ? from : `${from} to ${to}`;

const hoursWords = (hours: WrittenIntervals): string => (hours.length === 0 ? 'closed' : hours.join(' '));

function holidayWords(hours: WrittenHolidays): string {
	if (hours === 'asWeekday') return 'as any weekday';
	return hours === 'closed' ? 'closed' : hoursWords(hours);
}

function weekWords(week: WrittenWeek): string {
	const days = weekdays.flatMap((weekday) => {
		const hours = week[weekday] ?? [];
		return hours.length === 0 ? [] : [`${weekday} ${hoursWords(hours)}`];
	});
	return days.join(', ') || 'closed all week';
}
