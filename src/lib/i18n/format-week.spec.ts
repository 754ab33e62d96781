import { describe, expect, it } from 'vitest';
import { formatWeek } from './format-week.ts';

const day = (weekday: number, ...intervals: readonly (readonly [number, number])[]) => ({
	weekday,
	intervals: intervals.map(([startMinute, endMinute]) => ({ startMinute, endMinute }))
});

describe('the hours of a week are read at one glance', () => {
	it('puts equal days that follow each other together, wherever the list begins', () => {
		const days = [3, 4, 5, 1, 2].map((weekday) => day(weekday, [540, 960]));
		expect([formatWeek(days, 'fi'), formatWeek(days, 'sv'), formatWeek(days, 'en')]).toEqual([
			['ma–pe klo\u00A09–16'],
			['mån–fre kl.\u00A09–16'],
			['Mon–Fri 9–16']
		]);
	});

	it('tells apart what differs: a day left out, a lunch break, half hours, the end of the day', () => {
		const days = [day(1, [540, 690], [735, 840]), day(3, [540, 960]), day(4, [600, 1440]), day(7, [1320, 1560])];
		expect(formatWeek(days, 'fi')).toEqual([
			'ma klo\u00A09–11.30, 12.15–14',
			'ke klo\u00A09–16',
			'to klo\u00A010–24',
			'su klo\u00A022–2'
		]);
	});
});
