import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { edit, makeHouse, runKiosk, startKiosk, type RunningKiosk } from './house/kiosk.ts';

const tornio = 'service-points/tornio.yaml';
const everyDay = (hours: string) => (text: string) =>
	text.replace(
		/ {4}weekly:\n(?: {6}.*\n)+/,
		`    weekly:\n${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `      ${day}: ${hours}\n`).join('')}`
	);
const open = (text: string) =>
	everyDay('[00:00-24:00]')(text).replace('publicHolidays: closed', 'publicHolidays: asWeekday');
const shut = everyDay('[]');

describe('a configuration that is not right', () => {
	it.each<[string, string, (text: string) => string, RegExp]>([
		[
			'an hour that does not exist',
			tornio,
			(text) => text.replace('mon: [09:00-12:00]', 'mon: [09:00-27:00]'),
			/tornio\.yaml:12(:\d+)? .*27:00/
		],
		[
			'a key that nobody knows',
			'kiosk.yaml',
			(text) => `${text}idelSeconds: 3\n`,
			/kiosk\.yaml:\d+(:\d+)? .*idelSeconds/
		]
	])('is told by file and line and nothing starts: %s', async (_, file, spoil, told) => {
		const house = await makeHouse({ files: { [file]: spoil } });
		const ownConsole = ['--console-port', '0', '--state', house.stateDir];
		const serve = ['serve', '--screen', 'browser', '--port', '0', ...ownConsole, '--config', house.configDir];
		const { said, ended } = runKiosk(serve);
		expect(await ended).toBe(1);
		await house.remove();
		expect(said).toEqual({ stdout: '', stderr: expect.stringMatching(told) as string });
	});
});

describe('a running kiosk', () => {
	let browser: Browser;
	let kiosk: RunningKiosk;
	let screen: Page;
	const file = () => join(kiosk.configDir, tornio);

	beforeAll(async () => {
		[kiosk, browser] = await Promise.all([
			startKiosk({ args: ['--hours'], files: { [tornio]: open } }),
			launchBrowser()
		]);
		screen = await openScreen(browser, kiosk.address);
	});
	afterAll(async () => {
		await browser.close();
		expect(await kiosk.stop()).toBe(0);
	});

	const showsReady = () => screen.getByRole('button', { name: catalogues.fi.languageName }).waitFor();
	const showsClosed = () => screen.getByText(catalogues.fi.closed.heading).first().waitFor();

	it('closes and opens by the hours that were written last, and a typo takes nothing away', async () => {
		await showsReady();
		await edit(file(), shut);
		await showsClosed();
		for (const language of ['fi', 'sv', 'en'] as const)
			expect(await screen.getByText(catalogues[language].closed.heading).count()).toBe(1);

		await edit(file(), open);
		await showsReady();

		const before = kiosk.said('stderr').length;
		await edit(file(), (text) => text.replace('mon: [00:00-24:00]', 'mon: [00:00-27:00]'));
		const said = await kiosk.saying('stderr', /tornio\.yaml:\d+/, before);
		expect(said).toContain('The configuration is not right; the last good one stays in force:');
		expect(said).toMatch(/tornio\.yaml:12/);
		await showsReady();
		await screen.reload();
		await showsReady();

		await edit(file(), (text) => shut(text));
		await showsClosed();
	});
});
