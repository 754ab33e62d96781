import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hoursState } from '../../domain/hours/hours-state.ts';
import { loadConfiguration } from './configuration.ts';
import { jsonSchemaFiles } from './json-schemas.ts';
import { formatProblem } from './yaml-file.ts';

const shipped = 'kiosk-config';
let dir: string;

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'kiosk-config-'));
	await cp(shipped, dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const edit = async (file: string, from: string | RegExp, to: string) => {
	const path = join(dir, file);
	const before = await readFile(path, 'utf8');
	const after = before.replace(from, to);
	expect(after).not.toBe(before);
	await writeFile(path, after);
};
const problems = async () => {
	const loaded = await loadConfiguration(dir);
	return loaded.ok ? [] : loaded.fault.map((problem) => formatProblem(problem).replace(`${dir}/`, ''));
};

describe('the configuration that is shipped', () => {
	it('is whole: Tornio with what it inherits, Kemi beside it, every channel', async () => {
		const loaded = await loadConfiguration(shipped);
		if (!loaded.ok) throw new Error(loaded.fault.map(formatProblem).join('\n'));
		const { servicePoint, servicePoints, channels, kiosk } = loaded.value;
		expect(kiosk.scanner).toEqual({ kind: 'simulated' });
		expect(kiosk.printing).toEqual({ sidesPerVisit: 40, copiesPerPrint: 5 });
		expect(kiosk.session).toEqual({
			limitMinutes: 60,
			warnMinutes: [10, 5, 1],
			graceMinutes: 2,
			idleSeconds: 300,
			answerSeconds: 60,
			introSeconds: 60
		});
		expect(
			[...servicePoints].map(([id, { nearest, schedules }]) => [id, nearest, Object.keys(schedules).toSorted()])
		).toEqual([
			['kemi', ['tornio'], ['infopoint', 'phone', 'selfService']],
			['tornio', ['kemi'], ['phone', 'selfService']]
		]);
		expect(servicePoint.id).toBe('tornio');
		expect(channels).toHaveLength(11);
		expect(loaded.value.guide?.questions[0]?.id).toBe('matter');
	});

	it('closes on public holidays of Finland but not on eves', async () => {
		const loaded = await loadConfiguration(shipped);
		if (!loaded.ok) throw new Error('not loaded');
		const { place, schedules } = loaded.value.servicePoint;
		const rule = (instant: string) => hoursState(schedules.selfService, place, Temporal.Instant.from(instant)).rule;
		expect(rule('2026-04-06T10:00+03:00')).toEqual({
			kind: 'publicHoliday',
			name: { fi: 'toinen pääsiäispäivä', sv: 'annandag påsk', en: 'Easter Monday' }
		});
		expect(place.publicHoliday('2026-12-24')).toBeNull();
		expect(place.publicHoliday('2097-12-06')?.en).toBe('Independence Day');
	});

	it('has JSON Schemas that are up to date', async () => {
		for (const [name, content] of Object.entries(jsonSchemaFiles())) {
			expect(
				await readFile(join(shipped, 'schema', name), 'utf8'),
				`run: node src/lib/server/config/write-json-schemas.ts`
			).toBe(content);
		}
	});
});

const tornio = 'service-points/tornio.yaml';

describe('a configuration with a mistake is refused with place and words', () => {
	it.each([
		[
			'a console that others can reach in the open',
			'kiosk.yaml',
			'host: 127.0.0.1',
			'host: 0.0.0.0',
			'kiosk.yaml:31:9 console.host: others can reach this address, and passwords must not cross the network in the open; add tls with certificate and key, and hostNames with the names that people type, or listen on 127.0.0.1'
		],
		[
			'an identity provider in the open',
			'kiosk.yaml',
			'port: 4711',
			'openId: { name: { fi: A, sv: B, en: C }, issuer: "http://login.example.org", clientId: x, clientSecretFile: /x, roleClaim: groups, administratorValue: a, staffValue: s }',
			'kiosk.yaml:32:52 console.openId.issuer: "http://login.example.org" is not an address that can be trusted; allowed: https://host or https://host/path'
		],
		[
			'a channel whose site is on a host that it may not reach',
			'channels.yaml',
			'url: https://www.kela.fi/laskurit',
			'url: https://laskurit.example.fi',
			'channels.yaml:63:19 channels.2.allowedHosts: the host of its own url, laskurit.example.fi, is not among them; add it'
		],
		[
			'advice that leads to no channel',
			'guides.yaml',
			'best: call-back',
			'best: fax',
			'guides.yaml:210:11 advice.6.best: "fax" is neither a channel nor a screen; allowed: scan, print, portal, omakela, kela-fi, calculators, chat, phone, call-back, paper-form, service-point, partner-point, remote-service, social-media'
		],
		[
			'advice that nobody gets',
			'guides.yaml',
			'advice: estimate',
			'advice: read-about',
			'guides.yaml:248:5 advice.11: no answer leads to this advice; lead to it or remove it'
		],
		[
			'a time that does not exist',
			tornio,
			'[09:00-12:00]',
			'[09:00-25:00]',
			'service-points/tornio.yaml:12:13 schedules.selfService.weekly.mon.0: "09:00-25:00" has a time that does not exist; hours are 00–23, minutes 00–59, and only the end may be 24:00'
		],
		[
			'a time with one digit',
			tornio,
			'[09:00-12:00]',
			'[9:00-25:00]',
			'service-points/tornio.yaml:12:13 schedules.selfService.weekly.mon.0: "9:00-25:00" is not an opening interval; write HH:MM-HH:MM, for example 09:00-12:00'
		],
		[
			'overlapping intervals',
			tornio,
			'[09:00-12:00]',
			'[09:00-12:00, 11:00-13:00]',
			'service-points/tornio.yaml:12:26 schedules.selfService.weekly.mon.1: 11:00-13:00 overlaps another interval of the same day; intervals may touch but not overlap'
		],
		[
			'a wrong interval among the hours of public holidays',
			tornio,
			'publicHolidays: closed',
			'publicHolidays: [09:00]',
			'service-points/tornio.yaml:14:22 schedules.selfService.publicHolidays.0: "09:00" is not an opening interval; write HH:MM-HH:MM, for example 09:00-12:00'
		],
		[
			'a word that public holidays do not know',
			tornio,
			'publicHolidays: closed',
			'publicHolidays: shut',
			'service-points/tornio.yaml:14:21 schedules.selfService.publicHolidays: "shut" is not allowed; allowed: closed, asWeekday or intervals such as [09:00-11:00]'
		],
		[
			'a season that ends before it starts',
			tornio,
			'seasons: []',
			'seasons: [{ name: summer, from: 2027-08-31, to: 2027-06-01, weekly: {} }]',
			'service-points/tornio.yaml:15:53 schedules.selfService.seasons.0.to: the season ends on 2027-06-01, before it starts on 2027-08-31; "to" must be the same day or later'
		],
		[
			'two seasons on one day',
			tornio,
			'seasons: []',
			'seasons: [{ name: a, from: 2027-06-01, to: 2027-06-30, weekly: {} }, { name: b, from: 2027-06-30, to: 2027-07-01, weekly: {} }]',
			'service-points/tornio.yaml:15:74 schedules.selfService.seasons.1: the season shares days with the season 2027-06-01 to 2027-06-30; a day can be in one season only'
		],
		[
			'a night that runs into the next morning',
			tornio,
			'mon: [09:00-12:00]',
			'mon: [22:00-09:30]',
			'service-points/tornio.yaml:12:13 schedules.selfService.weekly.mon.0: 22:00-09:30 lasts into the next day and overlaps 09:00-12:00 there; end one before the other begins'
		],
		[
			'overlapping intervals in what all points inherit',
			'service-points/defaults.yaml',
			'fri: [09:00-16:00]',
			'fri: [09:00-16:00, 15:00-17:00]',
			'service-points/defaults.yaml:13:26 schedules.phone.weekly.fri.1: 15:00-17:00 overlaps another interval of the same day; intervals may touch but not overlap'
		],
		[
			'overlapping intervals of a channel',
			'channels.yaml',
			/fri: \[09:00-16:00\]/,
			'fri: [09:00-16:00, 09:00-10:00]',
			'channels.yaml:204:30 channels.10.hours.schedule.weekly.fri.1: 09:00-10:00 overlaps another interval of the same day; intervals may touch but not overlap'
		],
		[
			'an exception twice',
			tornio,
			'exceptions: []',
			'exceptions: [{ date: 2026-12-24, closed: true }, { date: 2026-12-24, hours: [10:00-11:00] }]',
			'service-points/tornio.yaml:17:62 schedules.selfService.exceptions.1.date: there is already an exception for 2026-12-24; put all hours of the day into one'
		],
		[
			'an exception that is both closed and open',
			tornio,
			'exceptions: []',
			'exceptions: [{ date: 2026-12-24, closed: true, hours: [10:00-11:00] }]',
			'service-points/tornio.yaml:17:18 schedules.selfService.exceptions.0: write either closed: true or hours: [HH:MM-HH:MM], one of the two'
		],
		[
			'a day that is not in the calendar',
			tornio,
			'exceptions: []',
			'exceptions: [{ date: 2026-02-30, closed: true }]',
			'service-points/tornio.yaml:17:26 schedules.selfService.exceptions.0.date: "2026-02-30" is not in the calendar'
		],
		[
			'a key that is not known',
			tornio,
			'selfService:',
			'selfservice:',
			'service-points/tornio.yaml:10:3 schedules.selfservice: this key is not known; allowed here: selfService, infopoint, appointment, phone'
		],
		[
			'a key twice',
			tornio,
			'tue:',
			'mon:',
			'service-points/tornio.yaml:13:7 this key is written twice in the same group; keep one'
		],
		[
			'a missing language',
			tornio,
			", sv: 'FPA:s serviceställe i Torneå'",
			'',
			'service-points/tornio.yaml:6:7 name.sv: the key sv is missing'
		],
		[
			'an unknown nearest point',
			tornio,
			'nearest: [kemi]',
			'nearest: [rovaniemi]',
			'service-points/tornio.yaml:8:11 nearest: "rovaniemi" is no other service point; allowed: kemi'
		],
		[
			'an id that is not the file’s name',
			tornio,
			'id: tornio',
			'id: kemi',
			'service-points/tornio.yaml:4:5 id: "kemi" must be the file\'s name, "tornio"'
		],
		[
			'an unknown service point of this machine',
			'kiosk.yaml',
			'servicePoint: tornio',
			'servicePoint: oulu',
			'kiosk.yaml:4:15 servicePoint: "oulu" is not known; known: kemi, tornio'
		],
		[
			'less time to answer than the law asks for',
			'kiosk.yaml',
			'answerSeconds: 60',
			'answerSeconds: 10',
			'kiosk.yaml:12:18 session.answerSeconds: 10 is not allowed; allowed: a whole number of seconds from 20 to 600 (EN 301 549 9.2.2.1 asks for at least 20)'
		],
		[
			'a print of no copies',
			'kiosk.yaml',
			'copiesPerPrint: 5',
			'copiesPerPrint: 0',
			'kiosk.yaml:52:19 printing.copiesPerPrint: 0 is not allowed; allowed: a whole number of copies from 1 to 99'
		],
		[
			'a scanner of no known kind',
			'kiosk.yaml',
			'scanner: simulated',
			'scanner: usb',
			'kiosk.yaml:15:10 scanner: "usb" is not a scanner; allowed: simulated, escl:http://HOST/eSCL, sane:DEVICE'
		],
		[
			'a scanner that is meant without its model',
			'kiosk.yaml',
			'scanner: simulated',
			'scannerIdentity: { serial: E12345 }\nscanner: simulated',
			'kiosk.yaml:15:18 scannerIdentity.model: the key model is missing'
		],
		[
			'a portal that no host list allows',
			'kiosk.yaml',
			'www.kela.fi/omakela',
			'kela.example/omakela',
			'kiosk.yaml:20:13 portal.startUrl: kela.example is not in portal-hosts.yaml with a role that allows it; allowed: www.kela.fi'
		],
		[
			'a map that is not told where to lead',
			'kiosk.yaml',
			'query={address}',
			'query=Kemi',
			'kiosk.yaml:28:11 routeUrl: "https://www.openstreetmap.org/search?query=Kemi" must hold {address} once, where the map wants the street and the town'
		],
		[
			'a neighbour without a web address',
			'kiosk.yaml',
			'neighbours: []',
			"neighbours: [{ name: '2', status: 127.0.0.1:4712 }]",
			'kiosk.yaml:26:35 neighbours.0.status: "127.0.0.1:4712" is not the address of another computer\'s status; write it like http://127.0.0.1:4712/status'
		],
		[
			'a channel that would hide the portal’s QR code',
			'channels.yaml',
			'- id: chat',
			'- id: portal',
			'channels.yaml:64:9 channels.3.id: "portal" is taken: the QR codes of the portal and of the ways to other points are called so'
		],
		[
			'a host with a path',
			'portal-hosts.yaml',
			'host: www.op.fi',
			'host: www.op.fi/login',
			'portal-hosts.yaml:19:11 hosts.3.host: "www.op.fi/login" is not a host name in small letters, such as www.kela.fi (no https://, no path, no address by number)'
		],
		[
			'a channel twice',
			'channels.yaml',
			'- id: social-media',
			'- { id: chat, name: &words { fi: a, sv: a, en: a }, summary: *words, purpose: *words }\n  - id: social-media',
			'channels.yaml:182:11 channels.10.id: "chat" is already in the list'
		]
	])('%s', async (_, file, from, to, expected) => {
		await edit(file, from, to);
		expect(await problems()).toEqual([expected]);
	});

	it.each([
		'kiosk.yaml',
		'channels.yaml',
		'portal-hosts.yaml',
		tornio,
		'service-points/kemi.yaml',
		'service-points/defaults.yaml'
	])('%s cut in half', async (file) => {
		const path = join(dir, file);
		const content = await readFile(path);
		await writeFile(path, content.subarray(0, content.length / 2));
		const found = await problems();
		expect(found.length).toBeGreaterThan(0);
		// Cut where an item ends, the list of channels is whole by itself; the guide misses the rest of them.
		const mayTell = file === 'channels.yaml' ? /^(channels|guides)\.yaml:/ : new RegExp(`^${file}:`);
		expect(found.filter((problem) => !mayTell.test(problem))).toEqual([]);
	});

	it('a file that is saved in another encoding', async () => {
		const content = await readFile(join(dir, tornio));
		await writeFile(join(dir, tornio), Buffer.from(content.toString('utf8'), 'latin1'));
		expect(await problems()).toEqual([`${tornio}:1:1 the file is not text in UTF-8; save it as UTF-8`]);
	});

	it('an empty file, a missing file, an empty folder', async () => {
		await writeFile(join(dir, 'kiosk.yaml'), '# nothing\n');
		await rm(join(dir, 'channels.yaml'));
		expect(await problems()).toEqual(['channels.yaml:1:1 the file is missing', 'kiosk.yaml:1:1 the file is empty']);
		await rm(dir, { recursive: true });
		expect(await problems()).toEqual([
			'channels.yaml:1:1 the file is missing',
			'kiosk.yaml:1:1 the file is missing',
			'portal-hosts.yaml:1:1 the file is missing'
		]);
	});

	it('several mistakes are all told at once', async () => {
		await edit('kiosk.yaml', 'idleSeconds: 300', 'idleSeconds: soon');
		await edit('kiosk.yaml', 'printViaCups: auto', 'printViaCups: maybe');
		await edit(tornio, 'street: Laivurinkatu 12', 'street: 12');
		expect(await problems()).toEqual([
			'kiosk.yaml:11:16 session.idleSeconds: "soon" is not allowed; allowed: a whole number of seconds from 60 to 1800',
			'kiosk.yaml:17:15 printViaCups: "maybe" is not known; allowed: auto, always, never',
			'service-points/tornio.yaml:7:20 address.street: 12 is not a text; put it in "quotes" if it is meant as one'
		]);
	});

	it('an alias bomb is a mistake like any other', async () => {
		const bomb = ['a: &a [1,1,1,1,1,1,1,1,1]', 'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'c: [*b,*b,*b,*b,*b,*b,*b,*b,*b]'];
		await writeFile(join(dir, 'kiosk.yaml'), bomb.join('\n'));
		expect(await problems()).not.toEqual([]);
	});
});

it('a configuration without guides.yaml lists its channels and guides nobody', async () => {
	await rm(join(dir, 'guides.yaml'));
	const loaded = await loadConfiguration(dir);
	expect(loaded.ok && [loaded.value.guide, loaded.value.channels.length]).toEqual([null, 11]);
});
