import { expect, it } from 'vitest';
import { rememberedHolidays } from './remembered-holidays.ts';

it('each country is asked for once, also one that is not known', async () => {
	const asked: (readonly string[])[] = [];
	const name = { fi: 'a', sv: 'a', en: 'a' };
	const holidays = rememberedHolidays((countries) => {
		asked.push(countries);
		return Promise.resolve((country) => (country === 'FI' ? () => name : null));
	});
	await holidays(['FI']);
	const known = await holidays(['FI', 'XX']);
	expect([known('FI')?.('2026-12-06'), known('XX'), (await holidays(['XX']))('XX')]).toEqual([name, null, null]);
	expect(asked).toEqual([['FI'], ['XX']]);
});
