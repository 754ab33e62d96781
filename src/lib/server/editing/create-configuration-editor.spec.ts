import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigHistory } from '../../ports/config-history.ts';
import { createSimulatedConfigHistory } from '../simulated/config-history.ts';
import type { ConfigurationChange, WrittenLimits } from './configuration-change.ts';
import type { ConfigurationEditor, EditFault } from './configuration-editor.ts';
import { createConfigurationEditor, type EditorOptions } from './create-configuration-editor.ts';

const clock = { now: () => Date.parse('2026-11-25T09:00+02:00') };
const tornioPath = 'service-points/tornio.yaml';
const kemiPath = 'service-points/kemi.yaml';
const defaultsPath = 'service-points/defaults.yaml';
/** Public holidays come from a process of their own, which nothing here needs. */
const publicHolidays: EditorOptions['publicHolidays'] = () => Promise.resolve(() => () => null);
let dir: string;
let history: ConfigHistory;
let editor: ConfigurationEditor;

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'kiosk-editor-'));
	await cp('kiosk-config', dir, { recursive: true });
	history = createSimulatedConfigHistory(clock);
	editor = createConfigurationEditor({ configDir: dir, history, clock, publicHolidays });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const text = (path: string) => readFile(join(dir, path), 'utf8');
const revision = async (from = editor) => {
	const read = await from.read();
	if (!read.ok) throw new Error('the folder is not right');
	return read.value.revision;
};
const save = async (change: ConfigurationChange, who = 'aino') => editor.save(change, await revision(), who);
const faultOf = async (change: ConfigurationChange): Promise<EditFault | null> => {
	const saved = await save(change);
	return saved.ok ? null : saved.fault;
};
/** Every file below the folder, hidden ones too. */
const folder = async () => {
	const entries = await readdir(dir, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(
		await Promise.all(files.toSorted().map(async (file) => [file.slice(dir.length + 1), await readFile(file, 'utf8')]))
	) as Record<string, string>;
};

const atTornio = { points: ['tornio'], schedule: 'selfService' } as const;
const atBoth = { points: ['tornio', 'kemi'], schedule: 'selfService' } as const;
const nineToTwelve = ['09:00-12:00'];
const eve = { fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' };
const closeChristmasEve: ConfigurationChange = {
	...atBoth,
	kind: 'put exceptions',
	from: '2026-12-24',
	to: '2026-12-24',
	hours: [],
	reason: eve
};
const summer = {
	name: { fi: 'kesä', sv: 'sommar', en: 'summer' },
	from: '2027-06-01',
	to: '2027-08-31',
	weekly: { tue: nineToTwelve }
};
const limits: WrittenLimits = {
	limitMinutes: 60,
	warnMinutes: [10, 5, 1],
	graceMinutes: 2,
	idleSeconds: 300,
	answerSeconds: 60,
	introSeconds: 60
};

describe('a save keeps every line and comment that it does not concern', () => {
	it('in weekly hours', async () => {
		const before = await text(tornioPath);
		const week = { mon: nineToTwelve, tue: ['09:00-12:00', '13:00-15:30'], thu: ['22:00-02:00'] };
		expect(await faultOf({ ...atTornio, kind: 'weekly hours', weekly: week })).toBeNull();
		expect(await text(tornioPath)).toBe(
			before.replace('tue: [09:00-12:00]', 'tue: [09:00-12:00, 13:00-15:30]\n      thu: [22:00-02:00]')
		);
	});

	it('in exceptions, in order of their dates, each in the place of the one of its day', async () => {
		const before = await text(tornioPath);
		await save(closeChristmasEve);
		await save({ ...atTornio, kind: 'put exceptions', from: '2026-12-23', to: '2026-12-24', hours: ['10:00-11:00'] });
		await save({ ...atTornio, kind: 'put exceptions', from: '2026-12-30', to: '2026-12-30', hours: [] });
		expect(await text(tornioPath)).toBe(
			before.replace(
				'exceptions: []',
				`exceptions:
      - { date: 2026-12-23, hours: [10:00-11:00] }
      - { date: 2026-12-24, hours: [10:00-11:00] }
      - { date: 2026-12-30, closed: true }`
			)
		);
		await save({ ...atTornio, kind: 'remove exceptions', from: '2026-01-01', to: '2027-01-01' });
		expect(await text(tornioPath)).toBe(before);
	});

	it('in seasons and public holidays', async () => {
		const before = await text(tornioPath);
		await save({ ...atTornio, kind: 'put season', season: summer });
		expect(await text(tornioPath)).toBe(
			before.replace(
				'seasons: []',
				'seasons:\n      - { name: { fi: kesä, sv: sommar, en: summer }, from: 2027-06-01, to: 2027-08-31, weekly: { tue: [09:00-12:00] } }'
			)
		);
		await save({ ...atTornio, kind: 'put season', season: { ...summer, from: '2027-05-15' }, replaces: '2027-06-01' });
		await save({ ...atTornio, kind: 'public holidays', publicHolidays: ['10:00-11:00'] });
		expect(await text(tornioPath)).toBe(
			before
				.replace(
					'seasons: []',
					'seasons:\n      - { name: { fi: kesä, sv: sommar, en: summer }, from: 2027-05-15, to: 2027-08-31, weekly: { tue: [09:00-12:00] } }'
				)
				.replace('publicHolidays: closed', 'publicHolidays: [10:00-11:00]')
		);
		await save({ ...atTornio, kind: 'remove season', from: '2027-05-15' });
		await save({ ...atTornio, kind: 'public holidays', publicHolidays: 'closed' });
		expect(await text(tornioPath)).toBe(before);
	});

	it('in limits, channels and hosts', async () => {
		const [kiosk, channels, hosts] = [
			await text('kiosk.yaml'),
			await text('channels.yaml'),
			await text('portal-hosts.yaml')
		];
		await save({ kind: 'session limits', limits: { ...limits, idleSeconds: 240, warnMinutes: [15, 5] } });
		expect(await text('kiosk.yaml')).toBe(
			kiosk.replace('idleSeconds: 300', 'idleSeconds: 240').replace('[10, 5, 1]', '[15, 5]')
		);

		await save({ kind: 'channel hosts', channelId: 'kela-fi', allowedHosts: ['www.kela.fi', 'asset.kela.fi'] });
		await save({ kind: 'move channel', channelId: 'omakela', toIndex: 1 });
		const omakela = /( {2}- id: omakela\n[^]*?)(?= {2}- id)/.exec(channels)?.[1] ?? '';
		const kelaFi = /( {2}- id: kela-fi\n[^]*?)(?= {2}- id)/.exec(channels)?.[1] ?? '';
		const more = kelaFi.replace('[www.kela.fi]', '[www.kela.fi, asset.kela.fi]');
		expect(await text('channels.yaml')).toBe(channels.replace(omakela + kelaFi, more + omakela));
		await save({ kind: 'remove channel', channelId: 'omakela' });
		expect(await text('channels.yaml')).toBe(channels.replace(omakela + kelaFi, more));

		const label = { fi: 'OP', sv: 'OP', en: 'OP' };
		await save({ kind: 'put portal host', host: { host: 'www.op.fi', role: 'bank', label, checked: true } });
		await save({ kind: 'put portal host', host: { host: 'id.op.fi', role: 'bank', label, checked: true } });
		await save({ kind: 'remove portal host', host: 'mobiilivarmenne.fi' });
		expect(await text('portal-hosts.yaml')).toBe(
			hosts
				.replace(/(www\.op\.fi\n.*\n.*\n {4}checked: )false/, '$1true')
				.replace(
					/ {2}- host: mobiilivarmenne[^]*/,
					'  - host: id.op.fi\n    role: bank\n    label: { fi: OP, sv: OP, en: OP }\n    checked: true\n'
				)
		);
	});

	it('and takes a new channel at the end', async () => {
		const before = await text('channels.yaml');
		const name = { fi: 'Tulkkaus', sv: 'Tolkning', en: 'Interpreting' };
		const hours = { kind: 'always' };
		const channel = { id: 'interpreting', name, summary: name, purpose: name, hours, languages: ['fi'] };
		expect(await faultOf({ kind: 'put channel', channelId: 'interpreting', channel })).toBeNull();
		expect(await text('channels.yaml')).toBe(
			`${before}  - id: interpreting
    name: { fi: Tulkkaus, sv: Tolkning, en: Interpreting }
    summary: { fi: Tulkkaus, sv: Tolkning, en: Interpreting }
    purpose: { fi: Tulkkaus, sv: Tolkning, en: Interpreting }
    hours: { kind: always }
    languages: [fi]
`
		);
	});
});

describe('a schedule that a point shares with others', () => {
	const phone = { points: ['tornio'], schedule: 'phone' } as const;
	const friday: ConfigurationChange = {
		...phone,
		kind: 'put exceptions',
		from: '2026-12-04',
		to: '2026-12-04',
		hours: []
	};

	it('becomes its own with the change in it, and the summary says so', async () => {
		const before = await folder();
		const saved = await save(friday);
		expect(saved.ok && saved.value.summary).toBe(
			'Exception 2026-12-04, phone at tornio: closed; tornio now has its own copy and no longer follows defaults'
		);
		expect(await folder()).toEqual({
			...before,
			[tornioPath]: `${before[tornioPath] ?? ''}  phone:
    weekly:
      mon: [09:00-16:00]
      tue: [09:00-16:00]
      wed: [09:00-16:00]
      thu: [09:00-16:00]
      fri: [09:00-16:00]
    publicHolidays: closed
    exceptions:
      - { date: 2026-12-04, closed: true }
`
		});
	});

	it('changes for all of them in the defaults, and no point gets a copy', async () => {
		const before = await folder();
		const saved = await save({ ...friday, points: ['defaults', 'tornio'] });
		expect(saved.ok && saved.value.summary).toBe('Exception 2026-12-04, phone at defaults, tornio: closed');
		expect(await folder()).toEqual({
			...before,
			[defaultsPath]: `${before[defaultsPath] ?? ''}    exceptions:\n      - { date: 2026-12-04, closed: true }\n`
		});
		const preview = await editor.preview({ ...friday, points: ['defaults'], from: '2026-12-07', to: '2026-12-07' });
		expect(preview.ok && preview.value.hours.schedules.map(({ pointId, closes }) => [pointId, closes])).toEqual([
			['tornio', 1],
			['kemi', 1]
		]);
	});

	it('is begun in a defaults file where there is none, and undo takes the file away again', async () => {
		await rm(join(dir, defaultsPath));
		for (const path of [tornioPath, kemiPath]) {
			await writeFile(join(dir, path), (await text(path)).replace('inherits: defaults', 'timeZone: Europe/Helsinki'));
		}
		const before = await folder();
		const saved = await save({
			points: ['defaults'],
			schedule: 'phone',
			kind: 'weekly hours',
			weekly: { mon: nineToTwelve }
		});
		expect(await text(defaultsPath)).toBe('schedules:\n  phone:\n    weekly:\n      mon: [09:00-12:00]\n');
		const undone = await editor.undo(saved.ok ? saved.value.id : 0, 'aino');
		expect(undone.ok && undone.value.files).toEqual([
			{ path: defaultsPath, before: 'schedules:\n  phone:\n    weekly:\n      mon: [09:00-12:00]\n', after: null }
		]);
		expect(await folder()).toEqual(before);
		expect((await editor.undo(undone.ok ? undone.value.id : 0, 'aino')).ok).toBe(true);
		expect(await text(defaultsPath)).toContain('mon');
	});
});

describe('what is wrong is refused with its field, and nothing is written', () => {
	const week = (hours: readonly string[]): ConfigurationChange => ({
		...atTornio,
		kind: 'weekly hours',
		weekly: { mon: hours }
	});
	const exceptions = (parts: object): ConfigurationChange => ({
		...atBoth,
		kind: 'put exceptions',
		from: '2026-12-24',
		to: '2026-12-26',
		hours: [],
		...parts
	});
	const season = (parts: object): ConfigurationChange => ({
		...atTornio,
		kind: 'put season',
		season: { ...summer, ...parts }
	});
	const whole = (parts: object): ConfigurationChange => ({
		...atTornio,
		kind: 'whole schedule',
		value: { weekly: {}, publicHolidays: 'closed', seasons: [], exceptions: [], ...parts }
	});
	const limit = (parts: object): ConfigurationChange => ({ kind: 'session limits', limits: { ...limits, ...parts } });
	const christmas = { date: '2026-12-24', hours: [] };

	it.each<[string, ConfigurationChange, [string, string][]]>([
		['9:00-25:00', week(['9:00-25:00']), [['weekly.mon.0', 'not-an-interval']]],
		['09:00-25:00', week(['09:00-25:00']), [['weekly.mon.0', 'no-such-time']]],
		['09:00-09:00', week(['09:00-09:00']), [['weekly.mon.0', 'no-length']]],
		['overlapping hours of a day', week(['09:00-12:00', '11:00-13:00']), [['weekly.mon.1', 'overlap']]],
		[
			'a night that runs into the morning',
			{ ...atTornio, kind: 'weekly hours', weekly: { mon: ['22:00-09:00'], tue: ['08:00-12:00'] } },
			[['weekly.mon.0', 'runs into next day']]
		],
		[
			'overlapping hours of public holidays',
			{ ...atTornio, kind: 'public holidays', publicHolidays: ['09:00-12:00', '11:00-13:00'] },
			[['publicHolidays.1', 'overlap']]
		],
		[
			'a season that ends before it starts',
			season({ to: '2027-05-01' }),
			[['season.to', 'season ends before it starts']]
		],
		[
			'a season without a name',
			season({ name: { fi: '', sv: 'sommar', en: 'summer' } }),
			[['season.name.fi', 'missing']]
		],
		['a season on a day that is none', season({ from: '2027-06-31' }), [['season.from', 'not a date']]],
		['wrong hours in a season', season({ weekly: { tue: ['12'] } }), [['season.weekly.tue.0', 'not-an-interval']]],
		['a range that ends before it starts', exceptions({ to: '2026-12-23' }), [['to', 'not allowed']]],
		['a range of more than 400 days', exceptions({ to: '2028-01-28' }), [['to', 'not allowed']]],
		[
			'dates that are none',
			exceptions({ from: 'today', to: '2026-02-29' }),
			[
				['from', 'not a date'],
				['to', 'not a date']
			]
		],
		[
			'wrong hours in a range for many points',
			exceptions({ hours: ['10:00-11:00', '10:30-12:00'] }),
			[['hours.1', 'overlap']]
		],
		['a reason in two languages', exceptions({ reason: { fi: 'a', en: 'b' } }), [['reason.sv', 'missing']]],
		['an unknown point', exceptions({ points: ['tornio', '../kiosk'] }), [['points.1', 'not allowed']]],
		['no point', exceptions({ points: [] }), [['points', 'not allowed']]],
		['an unknown schedule', exceptions({ schedule: 'lunch' }), [['schedule', 'not allowed']]],
		[
			'an exception where there is no such schedule',
			exceptions({ schedule: 'infopoint' }),
			[['points.0', 'not allowed']]
		],
		[
			'a date twice in an import',
			whole({ exceptions: [christmas, christmas] }),
			[['value.exceptions.1.date', 'duplicate exception']]
		],
		[
			'two seasons on a day in an import',
			whole({ seasons: [summer, summer] }),
			[['value.seasons.1', 'seasons overlap']]
		],
		[
			'less time to answer than the law asks for',
			limit({ answerSeconds: 19 }),
			[['limits.answerSeconds', 'not allowed']]
		],
		['less idle time than is humane', limit({ idleSeconds: 59 }), [['limits.idleSeconds', 'not allowed']]],
		['warnings in a wrong order', limit({ warnMinutes: [5, 10] }), [['limits.warnMinutes', 'not allowed']]],
		['a warning before the visit begins', limit({ limitMinutes: 10 }), [['limits.warnMinutes', 'not allowed']]],
		[
			'hosts of an unknown channel',
			{ kind: 'channel hosts', channelId: 'fax', allowedHosts: [] },
			[['channelId', 'not allowed']]
		],
		[
			'a host with a path',
			{ kind: 'channel hosts', channelId: 'chat', allowedHosts: ['kela.fi', 'kela.fi/x'] },
			[['allowedHosts.1', 'not allowed']]
		],
		[
			'a channel without a name',
			{
				kind: 'put channel',
				channelId: 'fax',
				channel: { summary: summer.name, purpose: summer.name, languages: ['fi'] }
			},
			[['channel.name', 'missing']]
		],
		[
			'overlapping hours of a channel',
			{
				kind: 'put channel',
				channelId: 'fax',
				channel: {
					name: summer.name,
					summary: summer.name,
					purpose: summer.name,
					languages: ['fi'],
					hours: { kind: 'own', schedule: { weekly: { mon: ['09:00-12:00', '10:00-11:00'] } } }
				}
			},
			[['channel.hours.schedule.weekly.mon.1', 'overlap']]
		],
		[
			'a channel that the guide leads to, to be removed',
			{ kind: 'remove channel', channelId: 'kela-fi' },
			Array(3).fill(['', 'not allowed'])
		],
		[
			'a channel that takes the name of another',
			{ kind: 'put channel', channelId: 'chat', channel: { id: 'phone' } },
			[['channel.id', 'not allowed']]
		],
		['a place that is none', { kind: 'move channel', channelId: 'chat', toIndex: 11 }, [['toIndex', 'not allowed']]],
		[
			'a host of no known role',
			{ kind: 'put portal host', host: { host: 'a.fi', role: 'shop', label: summer.name, checked: false } },
			[['host.role', 'not allowed']]
		],
		['the portal’s own host taken away', { kind: 'remove portal host', host: 'www.kela.fi' }, [['', 'not allowed']]],
		[
			'a host taken away that is not there',
			{ kind: 'remove portal host', host: 'kela.example' },
			[['host', 'not allowed']]
		]
	])('%s', async (_, change, expected) => {
		const before = await folder();
		const fault = await faultOf(change);
		expect(fault?.kind === 'invalid' && fault.problems.map(({ path, kind }) => [path, kind])).toEqual(expected);
		expect(await editor.preview(change)).toEqual({ ok: false, fault });
		expect([await folder(), history.versions(1)]).toEqual([before, []]);
	});

	it('a season on days that have one already', async () => {
		await save(season({}));
		const fault = await faultOf(season({ from: '2027-08-31', to: '2027-09-15' }));
		expect(fault).toEqual({
			kind: 'invalid',
			problems: [
				{
					path: 'season.from',
					kind: 'seasons overlap',
					message: 'the season shares days with the season 2027-06-01 to 2027-08-31; a day can be in one season only'
				}
			]
		});
	});

	it('with the words of check-config and its place where another file says otherwise', async () => {
		const fault = await faultOf({ kind: 'remove portal host', host: 'www.kela.fi' });
		expect(fault?.kind === 'invalid' && fault.problems[0]?.message).toBe(
			'kiosk.yaml:20:13 portal.startUrl: www.kela.fi is not in portal-hosts.yaml with a role that allows it; allowed: none'
		);
	});

	it('what changes nothing', async () => {
		expect(
			await faultOf({ ...atTornio, kind: 'weekly hours', weekly: { mon: nineToTwelve, tue: nineToTwelve, wed: [] } })
		).toEqual({ kind: 'nothing to save' });
		expect(await faultOf({ ...atTornio, kind: 'public holidays', publicHolidays: 'closed' })).toEqual({
			kind: 'nothing to save'
		});
		expect(await faultOf({ ...atTornio, kind: 'remove exceptions', from: '2026-01-01', to: '2026-12-31' })).toEqual({
			kind: 'nothing to save'
		});
		expect(await faultOf(limit({}))).toEqual({ kind: 'nothing to save' });
	});

	it('a file with anchors', async () => {
		const written = (await text(tornioPath))
			.replace('mon: [09:00-12:00]', 'mon: &m [09:00-12:00]')
			.replace('tue: [09:00-12:00]', 'tue: *m');
		await writeFile(join(dir, tornioPath), written);
		const fault = await faultOf(week(['10:00-11:00']));
		expect(fault).toEqual({
			kind: 'invalid',
			problems: [
				{
					path: '',
					kind: 'not allowed',
					message: `${tornioPath} is written in a way that only a person can change (anchors, aliases, merge keys)`
				}
			]
		});
		expect(await text(tornioPath)).toBe(written);
	});
});
