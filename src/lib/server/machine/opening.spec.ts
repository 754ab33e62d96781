import { describe, expect, it } from 'vitest';
import { loadConfiguration, type Configuration } from '../config/configuration.ts';
import { closedHoursAt, openingAt, watchHours } from './opening.ts';

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

	it('tells each change once, also when the clock jumps', () => {
		let now = at('2026-11-23T08:59:58+02:00');
		let look = () => {};
		const told: unknown[] = [];
		watchHours({
			now: () => now,
			openingAt: (instant) => openingAt(configuration.servicePoint, instant),
			onChange: ({ open }) => told.push(open),
			every: (run) => {
				look = run;
				return () => {};
			}
		});
		for (const text of ['08:59:59', '09:00:00', '09:00:01', '11:59:59', '12:00:00', '09:30:00', '23:00:00']) {
			now = at(`2026-11-23T${text}+02:00`);
			look();
		}
		expect(told).toEqual([true, false, true, false]);
	});
});
