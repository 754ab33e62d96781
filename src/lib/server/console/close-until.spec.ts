import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../domain/result.ts';
import { closeUntil } from './close-until.ts';

const morning = { startMinute: 9 * 60, endMinute: 12 * 60 };
const point: Parameters<typeof closeUntil>[2] = {
	place: { timeZone: 'Europe/Helsinki', publicHoliday: () => null },
	schedules: {
		selfService: { weekly: { mon: [morning], tue: [morning] }, publicHolidays: 'closed', seasons: [], exceptions: [] }
	}
};
const neverOpen: typeof point = {
	...point,
	schedules: { selfService: { ...point.schedules.selfService, weekly: {} } }
};
const monday = Date.parse('2026-11-23T09:40+02:00');

describe('a computer that staff close', () => {
	it.each([
		['until it is opened again', 'reopened', '', ok(null)],
		['over the rest of this morning', 'next opening', '', ok(Date.parse('2026-11-24T09:00+02:00'))],
		['until a time with a dot', 'time', '11.15', ok(Date.parse('2026-11-23T11:15+02:00'))],
		['until a time with a colon', 'time', ' 9:41', ok(Date.parse('2026-11-23T09:41+02:00'))],
		['until a time that is past', 'time', '09:40', failed('not a time ahead')],
		['until something that is no time', 'time', '25:00', failed('not a time ahead')],
		['until nothing that was written', 'time', '', failed('not a time ahead')],
		['without a choice', '', '', failed('not chosen')]
	])('%s', (_, choice, time, until) => {
		expect(closeUntil(choice, time, point, monday)).toEqual(until);
	});

	it('until a next opening that nobody knows stays as it was', () => {
		expect(closeUntil('next opening', '', neverOpen, monday)).toEqual(failed('no next opening'));
	});
});
