import { beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration, type Configuration } from '../config/configuration.ts';
import { channelsOfferAt } from './channels-offer.ts';

let configuration: Configuration;
beforeAll(async () => {
	const loaded = await loadConfiguration('kiosk-config');
	if (!loaded.ok) throw new Error('not loaded');
	configuration = loaded.value;
});
const at = (instant: string) => Date.parse(instant);
const offerAt = (instant: string) => channelsOfferAt(configuration, at(instant));
const hoursOf = (id: string, instant: string) => offerAt(instant).channels.find((channel) => channel.id === id)?.hours;
const weekdaysNineToFour = [1, 2, 3, 4, 5].map((weekday) => ({
	weekday,
	intervals: [{ startMinute: 540, endMinute: 960 }]
}));

describe('what a customer is told of a channel', () => {
	it('is open to the very second, and when it opens next', () => {
		const open = { kind: 'scheduled', open: true, days: weekdaysNineToFour };
		expect(hoursOf('phone', '2026-11-23T15:59:59+02:00')).toEqual({
			...open,
			closesAt: at('2026-11-23T16:00+02:00'),
			nextOpen: at('2026-11-24T09:00+02:00')
		});
		expect(hoursOf('phone', '2026-11-23T16:00:00+02:00')).toEqual({
			...open,
			open: false,
			closesAt: null,
			nextOpen: at('2026-11-24T09:00+02:00')
		});
	});

	it('leaves out a public holiday of the coming seven days, and begins with today', () => {
		const hours = hoursOf('social-media', '2026-12-23T12:00+02:00');
		expect(hours?.kind === 'scheduled' && hours.days.map(({ weekday }) => weekday)).toEqual([3, 4, 1, 2]);
	});

	it('counts minutes on the local clock on the day the clocks change', () => {
		const hours = hoursOf('phone', '2026-10-25T12:00+02:00');
		expect(hours?.kind === 'scheduled' && hours.days).toEqual(weekdaysNineToFour);
	});

	it('is that hours vary where none are known, or where the point has none', () => {
		const [phone] = configuration.channels.filter(({ id }) => id === 'phone');
		const elsewhere = {
			...configuration,
			channels: [{ ...phone!, hours: { kind: 'asPoint' as const, schedule: 'appointment' as const } }]
		};
		expect(channelsOfferAt(elsewhere, at('2026-11-23T10:00+02:00')).channels[0]?.hours).toEqual({ kind: 'varies' });
		expect(hoursOf('service-point', '2026-11-23T10:00+02:00')).toEqual({ kind: 'varies' });
		expect(hoursOf('chat', '2026-11-22T03:00+02:00')).toEqual({ kind: 'always' });
	});

	it('says where each site opens: in the portal, in a browser of its own, or not here', () => {
		const opens = Object.fromEntries(offerAt('2026-11-23T10:00+02:00').channels.map((each) => [each.id, each.opens]));
		expect(opens).toEqual({
			omakela: 'portal',
			'call-back': 'portal',
			'kela-fi': 'site',
			calculators: 'site',
			chat: 'site',
			phone: 'site',
			'paper-form': 'site',
			'service-point': 'site',
			'partner-point': 'site',
			'remote-service': 'site',
			'social-media': null
		});
	});

	it('is to be asked again when the first of them opens or closes', () => {
		expect(offerAt('2026-11-23T10:00+02:00').changesAt).toBe(at('2026-11-23T16:00+02:00'));
		expect(offerAt('2026-11-21T10:00+02:00').changesAt).toBe(at('2026-11-23T09:00+02:00'));
	});
});
