import { describe, expect, it } from 'vitest';
import { loadConfiguration, type Configuration, type ServicePoint } from '../config/configuration.ts';
import { alwaysOpen, closedByHand, closedHoursAt, openingAt } from './opening.ts';

const loaded = await loadConfiguration('kiosk-config');
if (!loaded.ok) throw new Error('the configuration of this repository does not load');
const configuration: Configuration = loaded.value;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('the hours of the computer', () => {
	it('closes the Tornio computers outside Monday and Tuesday 9–12', () => {
		const opening = (text: string) => openingAt(configuration.servicePoint, at(text));
		expect(opening('2026-11-23T09:30+02:00')).toEqual({
			open: true,
			closesAt: at('2026-11-23T12:00+02:00'),
			nextOpen: null
		});
		expect(opening('2026-11-22T09:30+02:00')).toEqual({
			open: false,
			closesAt: null,
			nextOpen: at('2026-11-23T09:00+02:00')
		});
		expect(opening('2026-11-24T12:00+02:00')).toMatchObject({ open: false, nextOpen: at('2026-11-30T09:00+02:00') });
	});

	it('says why it is closed: the rule of the day, or staff', () => {
		const why = (text: string) => closedHoursAt(configuration, at(text)).why;
		expect(why('2026-11-22T09:30+02:00')).toEqual({ kind: 'hours', rule: { kind: 'weekly' } });
		expect(why('2026-12-25T09:30+02:00')).toMatchObject({
			kind: 'hours',
			rule: { kind: 'publicHoliday', name: { fi: 'joulupäivä' } }
		});
		const byHand = closedByHand(null, alwaysOpenAt);
		expect(closedHoursAt(configuration, at('2026-11-23T09:30+02:00'), byHand)).toMatchObject({
			why: { kind: 'by hand' },
			nextOpen: null
		});
	});
});

const alwaysOpenAt = () => alwaysOpen;

describe('a computer that staff closed by hand', () => {
	const opening = (now: number) => openingAt(configuration.servicePoint, now);

	it('opens when staff said if the hours say open then, else at the next opening', () => {
		const nextOpen = (until: string) => closedByHand(at(until), opening);
		const closed = { open: false, closesAt: null };
		expect(nextOpen('2026-11-23T10:15+02:00')).toEqual({ ...closed, nextOpen: at('2026-11-23T10:15+02:00') });
		expect(nextOpen('2026-11-23T12:00+02:00')).toEqual({ ...closed, nextOpen: at('2026-11-24T09:00+02:00') });
	});

	it('knows no opening when only staff open it, however open the hours are', () => {
		expect(closedByHand(null, alwaysOpenAt)).toEqual({ open: false, closesAt: null, nextOpen: null });
	});
});

describe('the closed screen', () => {
	const kemi = {
		id: 'kemi',
		name: { fi: 'Kelan palvelupiste Kemi', sv: 'FPA:s serviceställe i Kemi', en: 'Kela service point Kemi' },
		address: { street: 'Meripuistokatu 16', city: 'Kemi' }
	};
	const withTornio = (change: Partial<ServicePoint>, others: readonly ServicePoint[] = []): Configuration => {
		const servicePoint = { ...configuration.servicePoint, ...change };
		const points = [...configuration.servicePoints.values(), ...others];
		return { ...configuration, servicePoint, servicePoints: new Map(points.map((point) => [point.id, point])) };
	};
	const { schedules } = configuration.servicePoint;

	it('on a Thursday afternoon sends people to Kemi, which is open, and to the phone', () => {
		expect(closedHoursAt(configuration, at('2026-11-26T13:00+02:00'))).toEqual({
			why: { kind: 'hours', rule: { kind: 'weekly' } },
			nextOpen: at('2026-11-30T09:00+02:00'),
			nearest: [{ ...kemi, openNow: true, until: at('2026-11-26T16:00+02:00'), nextOpen: null }],
			phone: { openNow: true, until: at('2026-11-26T16:00+02:00'), nextOpen: null },
			takeAlong: [
				{ id: 'portal', address: 'https://www.kela.fi/omakela' },
				{ id: 'phone', address: 'https://www.kela.fi/soita-kelaan' },
				{
					id: 'route-kemi',
					address: 'https://www.openstreetmap.org/search?query=Meripuistokatu%2016%2C%20Kemi'
				}
			]
		});
	});

	it('at night says when the others open', () => {
		const { nearest, phone } = closedHoursAt(configuration, at('2026-11-26T16:00+02:00'));
		expect({ nearest, phone }).toEqual({
			nearest: [{ ...kemi, openNow: false, until: null, nextOpen: at('2026-11-27T12:00+02:00') }],
			phone: { openNow: false, until: null, nextOpen: at('2026-11-27T09:00+02:00') }
		});
	});

	it.each([
		['a public holiday', '2027-12-06T10:00+02:00', 'publicHoliday', 'itsenäisyyspäivä'],
		['an exception with its reason', '2026-11-24T10:00+02:00', 'exception', 'Koulutuspäivä'],
		['an exception without a reason', '2026-11-30T10:00+02:00', 'exception', undefined],
		['a season', '2027-07-05T10:00+03:00', 'season', 'Kesä'],
		['the week', '2026-11-25T10:00+02:00', 'weekly', undefined]
	] as const)('says why: %s', (_, instant, kind, name) => {
		const reason = { fi: 'Koulutuspäivä', sv: 'Utbildningsdag', en: 'Training day' };
		const summer = {
			name: { fi: 'Kesä', sv: 'Sommar', en: 'Summer' },
			from: '2027-07-01',
			to: '2027-07-31',
			weekly: {}
		};
		const selfService = {
			...schedules.selfService,
			seasons: [summer],
			exceptions: [
				{ date: '2026-11-24', intervals: [], reason },
				{ date: '2026-11-30', intervals: [] }
			]
		};
		const { why } = closedHoursAt(withTornio({ schedules: { ...schedules, selfService } }), at(instant));
		expect(why.kind === 'hours' && [why.rule.kind, 'name' in why.rule ? why.rule.name?.fi : undefined]).toEqual([
			kind,
			name
		]);
	});

	it('puts the point that is open now before a nearer one, and then the one that opens first', () => {
		const openOn = (id: string, day: 'wed' | 'thu' | 'fri'): ServicePoint => ({
			...configuration.servicePoint,
			id,
			schedules: {
				selfService: { ...schedules.selfService, weekly: { [day]: [{ startMinute: 600, endMinute: 900 }] } }
			}
		});
		const never = { ...openOn('never', 'wed'), schedules: { selfService: { ...schedules.selfService, weekly: {} } } };
		const points = [never, openOn('friday', 'fri'), openOn('thursday', 'thu'), openOn('today', 'wed')];
		const view = closedHoursAt(
			withTornio({ nearest: points.map(({ id }) => id) }, points),
			at('2026-11-25T11:00+02:00')
		);
		expect(view.nearest.map(({ id, openNow }) => [id, openNow])).toEqual([
			['today', true],
			['thursday', false],
			['friday', false],
			['never', false]
		]);
		expect(view.takeAlong.at(-1)?.id).toBe('route-today');
	});

	it('is silent about phones, maps and other points that the configuration does not have', () => {
		const { routeUrl, ...kiosk } = configuration.kiosk;
		expect(routeUrl).toContain('openstreetmap');
		const bare = withTornio({ nearest: [], schedules: { selfService: schedules.selfService } });
		const { nearest, phone, takeAlong } = closedHoursAt({ ...bare, kiosk, channels: [] }, at('2026-11-25T11:00+02:00'));
		expect({ nearest, phone, takeAlong }).toEqual({
			nearest: [],
			phone: null,
			takeAlong: [{ id: 'portal', address: 'https://www.kela.fi/omakela' }]
		});
	});
});
