import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { scheduleProblems } from '../../domain/hours/schedule-problems.ts';
import { servicePointSchema } from './service-point-schema.ts';
import { readYaml } from './yaml-file.ts';

it('the example of DESIGN.md §Configuration is taken as it is written', () => {
	const content = `
id: tornio
name: { fi: Kelan palvelupiste Tornio, sv: FPA:s serviceställe i Torneå, en: Kela service point Tornio }
address: { street: Laivurinkatu 12, city: Tornio }
timeZone: Europe/Helsinki
nearest: [kemi]
schedules:
  selfService:                 # when the customer computers are open
    weekly: { mon: [09:00-12:00], tue: [09:00-12:00] }
    publicHolidays: closed     # closed | asWeekday | [09:00-11:00]
    seasons:
      - { name: summer, from: 2027-06-01, to: 2027-08-31, weekly: { tue: [09:00-12:00] } }
    exceptions:
      - { date: 2026-12-24, closed: true, reason: { fi: Jouluaatto, sv: Julafton, en: Christmas Eve } }
      - { date: 2026-12-30, hours: [10:00-11:30, 12:15-14:00] }
  appointment:
    weekly: { mon: [09:00-16:00] }
`;
	const nineToTwelve = { startMinute: 540, endMinute: 720 };
	const read = readYaml('tornio.yaml', content, servicePointSchema);
	expect(read.ok && read.value.value.schedules).toEqual({
		selfService: {
			weekly: { mon: [nineToTwelve], tue: [nineToTwelve] },
			publicHolidays: 'closed',
			seasons: [
				{
					name: { fi: 'summer', sv: 'summer', en: 'summer' },
					from: '2027-06-01',
					to: '2027-08-31',
					weekly: { tue: [nineToTwelve] }
				}
			],
			exceptions: [
				{
					date: '2026-12-24',
					intervals: [],
					reason: { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' }
				},
				{
					date: '2026-12-30',
					intervals: [
						{ startMinute: 600, endMinute: 690 },
						{ startMinute: 735, endMinute: 840 }
					]
				}
			]
		},
		appointment: {
			weekly: { mon: [{ startMinute: 540, endMinute: 960 }] },
			publicHolidays: 'closed',
			seasons: [],
			exceptions: []
		}
	});
});

it('a group of lines that a stray "?" makes a key is told in one line', () => {
	const content = 'id: kemi\n? schedules:\n    selfService: # for customers\n      publicHolidays: closed\n';
	const read = readYaml('kemi.yaml', content, servicePointSchema);
	const told = read.ok ? [] : read.fault.map(({ message }) => message);
	expect(told.filter((message) => message.startsWith('{'))).toEqual([
		'{ schedules: { selfService: # for customers { publicHolid…: this key is not known; allowed here: id, inherits, name, address, timeZone, country, nearest, schedules'
	]);
});

it('a file with anything changed in it is taken without problems or refused with places in it, and never throws', async () => {
	const good = await readFile('kiosk-config/service-points/kemi.yaml', 'utf8');
	const lines = good.split('\n').length;
	const change = fc.record({
		at: fc.nat(good.length),
		length: fc.nat(20),
		by: fc.oneof(
			fc.string(),
			fc.constantFrom('&a ', '*a', '!!binary ', '<<: ', '? ', '- ', '\t', '25:00', '{', ']', '\0')
		)
	});
	fc.assert(
		fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
			const content = changes.reduce(
				(text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length),
				good
			);
			const read = readYaml('kemi.yaml', content, servicePointSchema);
			if (read.ok) {
				const { selfService } = read.value.value.schedules;
				expect(selfService === undefined ? [] : scheduleProblems(selfService)).toEqual([]);
			} else {
				expect(read.fault.length).toBeGreaterThan(0);
				const outside = read.fault.filter(
					({ line, column, message }) => line < 1 || line > lines + 60 || column < 1 || message.includes('\n')
				);
				expect(outside).toEqual([]);
			}
		}),
		{ numRuns: 300 }
	);
}, 60_000);
