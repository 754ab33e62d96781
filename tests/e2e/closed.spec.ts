import { AxeBuilder } from '@axe-core/playwright';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { signpostWords } from '#lib/i18n/signpost-words.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { edit, startKiosk, type RunningKiosk } from './house/kiosk.ts';

const tornio = 'service-points/tornio.yaml';
const kemi = 'service-points/kemi.yaml';
/** Whatever day the test runs on: Tornio has no hours at all, Kemi is always open, the phone never is. */
const noHours = (text: string) => text.replace(/mon: .*\n.*tue: .*/, 'mon: []');
const allDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}: [00:00-24:00]`).join(', ');
const alwaysOpen = (text: string) =>
	text
		.replaceAll(/weekly:\n(?: {6}.*\n)+/g, `weekly: { ${allDay} }\n`)
		.replaceAll('publicHolidays: closed', 'publicHolidays: asWeekday');
const noPhone = (text: string) => text.replace(/weekly:\n(?: {6}.*\n)+/, 'weekly: {}\n');

const kemiName = { fi: 'Kelan palvelupiste Kemi', sv: 'FPA:s serviceställe i Kemi', en: 'Kela service point Kemi' };

/** The computer beside it, as its console answers. */
async function neighbour(): Promise<{ server: Server; status: string }> {
	const server = createServer((_, response) =>
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end('{"servicePoint":"tornio","computer":"2","state":"free"}')
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, status: `http://127.0.0.1:${(server.address() as AddressInfo).port}/status` };
}

describe('a computer that is closed', () => {
	let browser: Browser;
	let kiosk: RunningKiosk;
	let page: Page & { problems: string[] };
	let beside: Server;
	let dir: string;

	beforeAll(async () => {
		const { server, status } = await neighbour();
		beside = server;
		dir = await mkdtemp(join(tmpdir(), 'kiosk-closed-'));
		[kiosk, browser] = await Promise.all([
			startKiosk({
				args: ['--hours'],
				files: {
					[tornio]: noHours,
					[kemi]: alwaysOpen,
					'service-points/defaults.yaml': noPhone,
					'kiosk.yaml': (text) => text.replace('neighbours: []', `neighbours: [{ name: '2', status: '${status}' }]`)
				}
			}),
			launchBrowser()
		]);
		page = await openScreen(browser, kiosk.address);
		await page.locator('figure').nth(2).waitFor();
	});
	afterAll(async () => {
		await browser.close();
		beside.close().closeAllConnections();
		await rm(dir, { recursive: true });
		expect(await kiosk.stop()).toBe(0);
	});

	it('says in three languages that it is closed, that Kemi is open and the phone is not', async () => {
		const said = languages.map(async (language) => {
			const section = page.locator(`section[lang=${language}]`);
			const parts = await section.locator('h1, .opens, .instead').allInnerTexts();
			return parts.map((part) => part.split(/\n+/));
		});
		const expected = languages.map((language) => {
			const { opensUnknown, openNow, closedNow, phone } = signpostWords[language];
			return [
				[catalogues[language].closed.heading],
				[opensUnknown],
				[kemiName[language], 'Meripuistokatu 16', openNow],
				[phone, closedNow, opensUnknown]
			];
		});
		expect(await Promise.all(said)).toEqual(expected);
	});

	it('names the computer beside it that is free', async () => {
		await page.getByText('Dator 2 är ledig').waitFor();
	});

	it.each([
		['portal', 'https://www.kela.fi/omakela'],
		['phone', 'https://www.kela.fi/soita-kelaan'],
		['route-kemi', 'https://www.openstreetmap.org/search?query=Meripuistokatu%2016%2C%20Kemi']
	])('shows the code of %s so that a phone reads it from the screen', async (id, address) => {
		const picture = page.locator(`img[src="/api/take-along/${id}"]`);
		expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
		const file = join(dir, `${id}.png`);
		await picture.screenshot({ path: file });
		const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', file]);
		expect(stdout.trimEnd()).toBe(address);
	});

	it('makes no code of anything but the configuration', async () => {
		const answers = await page.evaluate(() =>
			Promise.all(
				['calculators', 'route-tornio', 'https%3A%2F%2Fevil.test', '..%2Fportal', 'route-', '__proto__'].map(
					async (id) => {
						const { status, headers } = await fetch(`/api/take-along/${id}`);
						return [id, status, headers.get('content-type')];
					}
				)
			)
		);
		const refused = answers.slice(1).map(([id, status]) => [id, status]);
		expect([answers[0], refused]).toEqual([
			['calculators', 200, 'image/svg+xml'],
			[
				['route-tornio', 404],
				['https%3A%2F%2Fevil.test', 404],
				['..%2Fportal', 404],
				['route-', 404],
				['__proto__', 404]
			]
		]);
	});

	it('breaks no rule of WCAG 2.2 AA that a program can see, nor any of its own about what a page may load', async () => {
		const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
		const { violations } = await new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).analyze();
		const problems = page.problems.filter((problem) => !problem.includes('404'));
		expect([violations.map(({ id }) => id), problems]).toEqual([[], []]);
	});

	it('follows the hours of the others while it stays closed itself', async () => {
		await edit(join(kiosk.configDir, kemi), (text) => text.replaceAll(allDay, 'mon: []'));
		await page.getByText(signpostWords.fi.openNow, { exact: true }).waitFor({ state: 'detached' });
		// The heading, Kemi and the phone.
		expect(await page.getByText(signpostWords.fi.closedNow, { exact: true }).count()).toBe(3);
	});
});
