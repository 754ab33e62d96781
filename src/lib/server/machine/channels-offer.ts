import { hoursState } from '../../domain/hours/hours-state.ts';
import { openIntervals } from '../../domain/hours/open-intervals.ts';
import type { HoursPlace, Schedule } from '../../domain/hours/schedule.ts';
import type { ChannelDay, ChannelHours, ChannelOffer, ChannelsOffer } from '../../session/session-view.ts';
import { opensInPortal, type Channel } from '../config/channels-schema.ts';
import type { Configuration, ServicePoint } from '../config/configuration.ts';

/** Every channel as a customer at this point sees it at an instant (milliseconds since the epoch), and the guide to them. */
export function channelsOfferAt({ channels, guide, servicePoint, kiosk }: Configuration, now: number): ChannelsOffer {
	const offers = channels.map((channel): ChannelOffer => {
		const { id, name, summary, purpose, goodToKnow, languages, cost, url, postalAddress } = channel;
		return {
			...{ id, name, summary, purpose, goodToKnow, languages },
			hours: channelHoursAt(channel, servicePoint, now),
			cost: cost ?? null,
			url: url ?? null,
			postalAddress: postalAddress ?? null,
			opens: opensInPortal(channel) ? (isPortal(channel, kiosk.portal.startUrl) ? 'portal' : 'site') : null
		};
	});
	const changes = offers.flatMap(({ hours }) =>
		hours.kind === 'scheduled' ? [hours.open ? hours.closesAt : hours.nextOpen] : []
	);
	const known = changes.filter((change) => change !== null);
	return { channels: offers, guide, at: now, changesAt: known.length === 0 ? null : Math.min(...known) };
}

/** A channel at the portal's own start address is the portal, with its log-in. */
export const isPortal = ({ url }: Channel, portalStartUrl: string): boolean => url === portalStartUrl;

/** When a channel serves, as it is at an instant; hours of the point itself may not be known, which counts as varying. */
export function channelHoursAt({ hours }: Channel, point: ServicePoint, now: number): ChannelHours {
	if (hours === undefined) return { kind: 'varies' };
	if (hours.kind === 'always') return { kind: 'always' };
	const schedule = hours.kind === 'own' ? hours.schedule : point.schedules[hours.schedule];
	if (schedule === undefined) return { kind: 'varies' };
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	const { state, until, nextOpen } = hoursState(schedule, point.place, instant);
	const open = state === 'open';
	return {
		kind: 'scheduled',
		open,
		closesAt: open ? (until?.epochMilliseconds ?? null) : null,
		nextOpen: nextOpen?.epochMilliseconds ?? null,
		days: sevenDays(schedule, point.place, instant)
	};
}

function sevenDays(schedule: Schedule, place: HoursPlace, instant: Temporal.Instant): readonly ChannelDay[] {
	const today = instant.toZonedDateTimeISO(place.timeZone).toPlainDate();
	const minuteOf = (at: Temporal.Instant, date: Temporal.PlainDate) => {
		const local = at.toZonedDateTimeISO(place.timeZone);
		const daysLater = date.until(local.toPlainDate()).days;
		return daysLater * 1440 + local.hour * 60 + local.minute;
	};
	return Array.from({ length: 7 }, (_, later) => today.add({ days: later })).flatMap((date) => {
		const intervals = openIntervals(schedule, place, date, 1).map(({ start, end }) => ({
			startMinute: minuteOf(start, date),
			endMinute: minuteOf(end, date)
		}));
		return intervals.length === 0 ? [] : [{ weekday: date.dayOfWeek, intervals }];
	});
}
