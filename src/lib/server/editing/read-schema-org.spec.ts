import { describe, expect, it } from 'vitest';
import { toSchemaOrg } from '../../domain/hours/exchange/schema-org-export.ts';
import { readSchemaOrg } from './read-schema-org.ts';

const morning = { startMinute: 540, endMinute: 720 };
const evening = { startMinute: 1200, endMinute: 1440 };
const wholeDay = { startMinute: 0, endMinute: 1440 };
const summer = { fi: 'kesä', sv: 'sommar', en: 'summer' };
const eve = { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' };
const tagged = ({ fi, sv, en }: typeof summer) => [
	{ '@language': 'fi', '@value': fi },
	{ '@language': 'sv', '@value': sv },
	{ '@language': 'en', '@value': en }
];
const row = (parts: object) => ({ '@type': 'OpeningHoursSpecification', ...parts });

describe('a schedule written for schema.org', () => {
	it('has week, holidays, seasons that say when they are closed, and exceptions with their reasons', () => {
		const season = { validFrom: '2027-06-01', validThrough: '2027-08-31', name: tagged(summer) };
		const rest = ['Monday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
		expect(
			toSchemaOrg({
				weekly: { mon: [morning, evening], tue: [morning, evening], sun: [wholeDay] },
				publicHolidays: 'closed',
				seasons: [{ name: summer, from: '2027-06-01', to: '2027-08-31', weekly: { tue: [morning] } }],
				exceptions: [
					{ date: '2026-12-24', intervals: [], reason: eve },
					{ date: '2026-12-30', intervals: [morning] }
				]
			})
		).toEqual({
			'@context': 'https://schema.org',
			'@type': 'Place',
			openingHoursSpecification: [
				row({ dayOfWeek: ['Monday', 'Tuesday'], opens: '09:00', closes: '12:00' }),
				row({ dayOfWeek: ['Monday', 'Tuesday'], opens: '20:00', closes: '00:00' }),
				row({ dayOfWeek: ['Sunday'], opens: '00:00', closes: '24:00' }),
				row({ dayOfWeek: ['PublicHolidays'], opens: '00:00', closes: '00:00' }),
				row({ dayOfWeek: ['Tuesday'], opens: '09:00', closes: '12:00', ...season }),
				row({ dayOfWeek: rest, opens: '00:00', closes: '00:00', ...season }),
				row({ dayOfWeek: ['PublicHolidays'], opens: '00:00', closes: '00:00', ...season })
			],
			specialOpeningHoursSpecification: [
				row({
					opens: '00:00',
					closes: '00:00',
					validFrom: '2026-12-24',
					validThrough: '2026-12-24',
					name: tagged(eve)
				}),
				row({ opens: '09:00', closes: '12:00', validFrom: '2026-12-30', validThrough: '2026-12-30' })
			]
		});
	});
});

describe('a document of schema.org', () => {
	it('may name one day by its address, write seconds, keep a name in one language, and be about more than hours', () => {
		expect(
			readSchemaOrg({
				'@type': 'GovernmentOffice',
				telephone: '+358',
				openingHoursSpecification: { dayOfWeek: 'https://schema.org/Friday', opens: '22:00:00', closes: '02:00:00' },
				specialOpeningHoursSpecification: [
					{ opens: '00:00', closes: '00:00', validFrom: '2026-12-24', validThrough: '2026-12-25', name: 'Joulu' }
				]
			})
		).toEqual({
			ok: true,
			value: {
				weekly: { fri: ['22:00-02:00'] },
				publicHolidays: 'asWeekday',
				seasons: [],
				exceptions: ['2026-12-24', '2026-12-25'].map((date) => ({
					date,
					hours: [],
					reason: { fi: 'Joulu', sv: 'Joulu', en: 'Joulu' }
				}))
			}
		});
	});

	it('that leaves out the day means every day; special rows only those of their days', () => {
		const read = readSchemaOrg({
			openingHoursSpecification: [{ opens: '09:00', closes: '12:00' }],
			specialOpeningHoursSpecification: [
				{ dayOfWeek: ['Monday'], opens: '10:00', closes: '11:00', validFrom: '2026-11-23', validThrough: '2026-12-06' }
			]
		});
		expect(read.ok && Object.keys(read.value.weekly)).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
		expect(read.ok && read.value.exceptions.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-30']);
	});

	const monday = { dayOfWeek: ['Monday'], opens: '09:00', closes: '12:00' };
	const special = { opens: '10:00', closes: '11:00', validFrom: '2026-12-30', validThrough: '2026-12-30' };
	it.each([
		['nothing about hours', { name: 'Kela' }, 'not understood', ''],
		['no object', '<script>', 'not understood', ''],
		['nothing', null, 'not understood', ''],
		[
			'a day that is none',
			{ openingHoursSpecification: [monday, { ...monday, dayOfWeek: ['Mo'] }] },
			'not understood',
			'openingHoursSpecification.1.dayOfWeek.0'
		],
		[
			'a time with a zone',
			{ openingHoursSpecification: [{ ...monday, opens: '09:00+02:00' }] },
			'not understood',
			'openingHoursSpecification.0.opens'
		],
		[
			'a date that is none',
			{ openingHoursSpecification: [{ ...monday, validFrom: '2026-02-30', validThrough: '2026-03-01' }] },
			'not understood',
			'openingHoursSpecification.0.validFrom'
		],
		[
			'a season without end',
			{ openingHoursSpecification: [{ ...monday, validFrom: '2026-06-01' }] },
			'not understood',
			'openingHoursSpecification.0'
		],
		[
			'an hour that does not exist',
			{ openingHoursSpecification: [{ ...monday, closes: '25:00' }] },
			'no such time',
			'openingHoursSpecification.0'
		],
		[
			'a day that is closed and open',
			{ openingHoursSpecification: [monday, { ...monday, opens: '00:00', closes: '00:00' }] },
			'closed and open',
			'openingHoursSpecification.1'
		],
		[
			'a date that is closed and open',
			{ specialOpeningHoursSpecification: [special, { ...special, opens: '00:00', closes: '00:00' }] },
			'closed and open',
			'specialOpeningHoursSpecification.1'
		],
		[
			'special hours of no date',
			{ specialOpeningHoursSpecification: [monday] },
			'no dates',
			'specialOpeningHoursSpecification.0'
		],
		[
			'special hours of public holidays',
			{ specialOpeningHoursSpecification: [{ ...special, dayOfWeek: 'PublicHolidays' }] },
			'holidays by date',
			'specialOpeningHoursSpecification.0'
		],
		[
			'special hours of many years',
			{ specialOpeningHoursSpecification: [{ ...special, validThrough: '2099-12-31' }] },
			'too many dates',
			'specialOpeningHoursSpecification.0'
		]
	])('that has %s is refused, never guessed', (_, json, kind, path) => {
		expect(readSchemaOrg(json)).toEqual({ ok: false, fault: { kind, path } });
	});
});
