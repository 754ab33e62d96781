import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/lib/server/process/run.ts';

let dir: string;

beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), 'kiosk-cli-'));
	await cp('kiosk-config', join(dir, 'good'), { recursive: true });
	await cp('kiosk-config', join(dir, 'bad'), { recursive: true });
	const good = join(dir, 'good', 'service-points', 'tornio.yaml');
	const exceptions = '[{ date: 2026-12-28, closed: true, reason: { fi: a, sv: b, en: Holiday week } }]';
	await writeFile(good, (await readFile(good, 'utf8')).replace('exceptions: []', `exceptions: ${exceptions}`));
	const bad = join(dir, 'bad', 'service-points', 'tornio.yaml');
	await writeFile(bad, (await readFile(bad, 'utf8')).replace('[09:00-12:00]', '[9:00-25:00]'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The machine's own time zone must not matter, so it is one far away. */
const kiosk = async (...args: string[]) => {
	const outcome = await run([process.execPath, 'src/cli/main.ts', ...args], {
		timeoutMs: 30_000,
		env: { TZ: 'America/St_Johns' }
	});
	if (outcome.ended !== 'exited') throw new Error(outcome.ended);
	return { code: outcome.code, out: outcome.stdout.toString(), err: outcome.stderr };
};
const good = (...args: string[]) => kiosk(...args, '--config', join(dir, 'good'));

describe('kiosk hours', () => {
	it('says open, until when, what comes next and which rule decided', async () => {
		const { code, out } = await good('hours', 'tornio', '--at', '2026-11-23T09:30+02:00', '--json');
		expect({ code, answer: JSON.parse(out) }).toEqual({
			code: 0,
			answer: {
				point: 'tornio',
				schedule: 'selfService',
				at: '2026-11-23T09:30:00+02:00',
				state: 'open',
				until: '2026-11-23T12:00:00+02:00',
				nextOpen: '2026-11-24T09:00:00+02:00',
				rule: { kind: 'weekly' }
			}
		});
	});

	it('names the exception that closes a day', async () => {
		const { code, out } = await good('hours', 'tornio', '--at', '2026-12-28T08:00Z', '--json');
		expect({ code, answer: JSON.parse(out) }).toEqual({
			code: 0,
			answer: {
				point: 'tornio',
				schedule: 'selfService',
				at: '2026-12-28T10:00:00+02:00',
				state: 'closed',
				until: '2026-12-29T09:00:00+02:00',
				nextOpen: '2026-12-29T09:00:00+02:00',
				rule: { kind: 'exception', name: 'Holiday week' }
			}
		});
	});

	it('lists the intervals of some days as instants with offset, over a public holiday', async () => {
		const { code, out } = await good('hours', 'tornio', '--from', '2026-03-30', '--days', '9', '--json');
		expect({ code, answer: JSON.parse(out) }).toEqual({
			code: 0,
			answer: [
				{ start: '2026-03-30T09:00:00+03:00', end: '2026-03-30T12:00:00+03:00', rule: { kind: 'weekly' } },
				{ start: '2026-03-31T09:00:00+03:00', end: '2026-03-31T12:00:00+03:00', rule: { kind: 'weekly' } },
				{ start: '2026-04-07T09:00:00+03:00', end: '2026-04-07T12:00:00+03:00', rule: { kind: 'weekly' } }
			]
		});
	});

	it('speaks to people without --json', async () => {
		const { out } = await good('hours', 'kemi', '--schedule', 'phone', '--at', '2026-11-20T16:00+02:00');
		expect(out).toBe(
			'kemi, phone: closed until Mon 2026-11-23 09:00.\nAsked for Fri 2026-11-20 16:00 (Europe/Helsinki). Decided by the weekly hours.\n'
		);
	});

	it.each([
		[['hours', 'oulu'], 'hours: oulu is no service point; known: kemi, tornio'],
		[
			['hours', 'tornio', '--schedule', 'infopoint'],
			'hours: tornio has no schedule infopoint; known: phone, selfService'
		],
		[
			['hours', 'tornio', '--schedule', 'lunch'],
			'hours: --schedule lunch: choose selfService, infopoint, appointment, phone'
		],
		[['hours'], 'hours: name one service point, for example tornio'],
		[
			['hours', 'tornio', '--at', 'noon'],
			'hours: --at noon: write an instant of the years 2000–2999 with its offset, for example 2026-11-23T09:30+02:00'
		],
		[
			['hours', 'tornio', '--from', '2026-02-30', '--days', '2'],
			'hours: --from 2026-02-30: write a date of the years 2000–2999, for example 2026-11-23'
		],
		[['hours', 'tornio', '--from', '2026-02-20'], 'hours: --from DATE and --days N go together']
	])('%j is wrong use and says what is right', async (args, expected) => {
		const { code, out, err } = await good(...args);
		expect({ code, out, said: err.split('\n')[0] }).toEqual({ code: 2, out: '', said: expected });
	});

	it('with a configuration that cannot be read says where', async () => {
		const { code, out, err } = await kiosk('hours', 'tornio', '--config', join(dir, 'bad'));
		const expected = `${dir}/bad/service-points/tornio.yaml:12:13 schedules.selfService.weekly.mon.0: "9:00-25:00" is not an opening interval; write HH:MM-HH:MM, for example 09:00-12:00\n`;
		expect({ code, out, err }).toEqual({ code: 1, out: '', err: expected });
	});
});

describe('kiosk check-config', () => {
	it('says ok for a folder that is right, named or by --config', async () => {
		expect(await kiosk('check-config', join(dir, 'good'))).toEqual({ code: 0, out: 'ok\n', err: '' });
		expect(await good('check-config')).toEqual({ code: 0, out: 'ok\n', err: '' });
	});

	it('tells each mistake with file, line and what is allowed', async () => {
		const { code, out } = await kiosk('check-config', join(dir, 'bad'), '--json');
		const message =
			'schedules.selfService.weekly.mon.0: "9:00-25:00" is not an opening interval; write HH:MM-HH:MM, for example 09:00-12:00';
		const file = join(dir, 'bad', 'service-points', 'tornio.yaml');
		expect({ code, answer: JSON.parse(out) }).toEqual({
			code: 1,
			answer: { ok: false, problems: [{ file, line: 12, column: 13, message }] }
		});
		const human = await kiosk('check-config', join(dir, 'bad'));
		expect(human).toEqual({ code: 1, out: `${file}:12:13 ${message}\n`, err: '' });
	});

	it('says so when the folder is not there', async () => {
		const { code, out } = await kiosk('check-config', join(dir, 'nowhere'));
		expect({ code, lines: out.trim().split('\n') }).toEqual({
			code: 1,
			lines: ['channels.yaml', 'kiosk.yaml', 'portal-hosts.yaml'].map(
				(name) => `${join(dir, 'nowhere', name)}:1:1 the file is missing`
			)
		});
	});
});

describe('kiosk', () => {
	it('without or with an unknown command shows how it is used and ends with 2', async () => {
		const [none, unknown] = [await kiosk(), await kiosk('ours', 'tornio')];
		expect([none.code, none.out, unknown.code, unknown.out]).toEqual([2, '', 2, '']);
		expect(none.err).toContain('usage: npm run kiosk -- COMMAND');
		expect(unknown.err.split('\n')[0]).toBe('ours is no command');
	});

	it('shows how it is used when asked, and how one command is', async () => {
		const [all, one] = [await kiosk('--help'), await kiosk('hours', '--help')];
		expect([all.code, all.err, one.code, one.err]).toEqual([0, '', 0, '']);
		expect(all.out).toContain('check-config [DIR]');
		expect(one.out.split('\n')[0]).toBe(
			'usage: npm run kiosk -- hours POINT [--schedule NAME] [--at INSTANT] [--from DATE --days N] [--json] [--config DIR]'
		);
	});

	it('needs a folder after --config, and no property of an object is a command', async () => {
		expect(await kiosk('hours', 'tornio', '--config')).toEqual({ code: 2, out: '', err: '--config needs a folder\n' });
		expect((await kiosk('constructor')).code).toBe(2);
	});
});
