import { describe, expect, it } from 'vitest';
import { loadConfiguration, type Configuration } from '../config/configuration.ts';
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

	it('points to Kemi while Tornio is closed', () => {
		const view = closedHoursAt(configuration, at('2026-11-26T13:00+02:00'));
		expect(view).toMatchObject({
			nextOpen: at('2026-11-30T09:00+02:00'),
			nearest: [{ address: { street: 'Meripuistokatu 16', city: 'Kemi' }, openNow: true }]
		});
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
