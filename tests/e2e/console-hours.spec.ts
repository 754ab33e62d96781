import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { consoleCatalogues } from '#lib/i18n/console/console-catalogues.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { runKiosk, startKiosk, type RunningKiosk } from './house/kiosk.ts';

const { logIn, hours: texts, exceptions: words } = consoleCatalogues.fi;
const password = 'kolme vihreää hevosta';
const week = '/console/hours/tornio/selfService/week';
const dayMs = 86_400_000;

/** Never open, so that only what a test saves opens it. */
const shut = (text: string) =>
	text
		.replace(/ {6}(mon|tue): .*\n/g, '')
		.replace('weekly:', 'weekly: {}')
		.replace('publicHolidays: closed', 'publicHolidays: asWeekday');

let kiosk: RunningKiosk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([
		startKiosk({ args: ['--hours'], files: { 'service-points/tornio.yaml': shut } }),
		launchBrowser()
	]);
	for (const [name, role] of [
		['maija', 'administrator'],
		['liisa', 'administrator'],
		['sami', 'staff']
	] as const) {
		const state = ['--state', kiosk.stateDir, '--config', kiosk.configDir];
		const { ended } = runKiosk(['user', 'add', name, '--role', role, '--password-stdin', ...state], `${password}\n`);
		expect(await ended).toBe(0);
	}
}, 180_000);
afterEach(async () => {
	await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});

const file = (point = 'tornio') => readFile(join(kiosk.configDir, `service-points/${point}.yaml`), 'utf8');

/** A browser of somebody who has logged in. */
async function enter(name: string, javaScriptEnabled = true): Promise<Page> {
	const context = await browser.newContext({
		locale: 'fi',
		viewport: { width: 1280, height: 800 },
		reducedMotion: 'reduce',
		javaScriptEnabled
	});
	context.setDefaultTimeout(30_000);
	const entered = await context.newPage();
	await entered.goto(`${kiosk.consoleOrigin}/console/log-in`);
	await entered.getByLabel(logIn.name).fill(name);
	await entered.getByLabel(logIn.password).fill(password);
	await entered.getByRole('button', { name: logIn.submit }).click();
	await entered.waitForURL((url) => url.pathname === '/console');
	return entered;
}
const open = async (path: string, at = page) => {
	await at.goto(`${kiosk.consoleOrigin}${path}`);
	await at.waitForLoadState('networkidle');
};
const field = (name: string, at = page) => at.locator(`[name="${name}"]`);
const step = (what: string, at = page) => at.locator(`button[name="step"][value="${what}"]`).click();
const see = async (at = page) => {
	await at.getByRole('button', { name: texts.edit.seeChanges, exact: true }).last().click();
};
const previewed = (at = page) => at.getByRole('heading', { name: texts.preview.heading }).waitFor();
const save = (at = page) => at.getByRole('button', { name: texts.preview.save, exact: true }).click();
const saved = (at = page) => at.getByText(texts.saved.heading).waitFor();
const undo = async (at = page) => {
	await at.getByRole('button', { name: texts.saved.undo }).click();
	await at.getByText(texts.saved.undone).waitFor();
};
const addHours = async (day: string, from: string, to: string, at = page) => {
	await step(`add weekly.${day}`, at);
	await field(`weekly.${day}.0.start`, at).fill(from);
	await field(`weekly.${day}.0.end`, at).fill(to);
};

describe('an administrator', () => {
	it('edits Tuesday and the rest, sees first what it does, saves it, and takes it back: screen and file follow', async () => {
		page = await enter('maija');
		const screen = await openScreen(browser, kiosk.address);
		const before = await file();
		await screen.getByText(catalogues.fi.closed.heading).first().waitFor();
		await open(week);
		await addHours('tue', '0', '24.00');
		await step('copy weekly.tue');
		for (const day of ['sat', 'sun']) await addHours(day, '0', '2400');
		await see();
		await previewed();
		expect(
			await page.getByText(texts.preview.sentence({ opens: 366, closes: 0, moves: 0, horizon: 366, points: 1 })).count()
		).toBe(1);
		expect(await file()).toBe(before);
		await save();
		await saved();
		await screen.getByRole('button', { name: catalogues.fi.languageName }).waitFor();
		const after = await file();
		expect([...after.matchAll(/(\w{3}): \[00:00-24:00\]/g)].map(([, day]) => day)).toEqual([
			'mon',
			'tue',
			'wed',
			'thu',
			'fri',
			'sat',
			'sun'
		]);
		expect(after.match(/#.*/g)).toEqual(before.match(/#.*/g));
		await undo();
		await screen.getByText(catalogues.fi.closed.heading).first().waitFor();
		expect(await file()).toBe(before);
	}, 180_000);

	it('makes one exception for a range of days at two points', async () => {
		page = await enter('maija');
		const [from, to] = [30, 31].map((days) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10));
		await open('/console/exceptions/edit');
		await field('from').fill(from!);
		await field('to').fill(to!);
		await page.getByLabel(words.openAt).check();
		await step('add hours');
		await field('hours.0.start').fill('10');
		await field('hours.0.end').fill('11.15');
		await page.getByLabel(words.readyMade).selectOption({ label: 'Koulutus' });
		await page.getByLabel(words.all).check();
		await see();
		await previewed();
		await page.getByText('Se koskee 2 palvelupistettä.').waitFor();
		await save();
		await saved();
		expect(new URL(page.url()).pathname).toBe('/console/exceptions');
		for (const point of ['tornio', 'kemi'])
			for (const date of [from, to])
				expect(await file(point)).toMatch(new RegExp(`date: ${date}[^]*?10:00-11:15[^]*?Staff training`));
		await undo();
		expect(await file('kemi')).not.toContain('Staff training');
	}, 120_000);

	it('is refused overlapping hours, with the field marked and focused and the reason beside it', async () => {
		page = await enter('maija');
		const before = await file();
		await open(week);
		await addHours('tue', '9', '12');
		await step('add weekly.tue');
		await field('weekly.tue.1.start').fill('11.30');
		await field('weekly.tue.1.end').fill('14');
		await see();
		const wrong = page.locator('[aria-invalid="true"]');
		await wrong.first().waitFor();
		expect(await wrong.evaluateAll((fields) => fields.map((each) => each.getAttribute('name')))).toEqual([
			'weekly.tue.1.start',
			'weekly.tue.1.end'
		]);
		await page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'weekly.tue.1.start');
		const described = await wrong.first().getAttribute('aria-describedby');
		expect(await page.locator(`[id="${described}"]`).innerText()).toBe(texts.problems.overlap);
		expect(await field('weekly.tue.0.start').inputValue()).toBe('09:00');
		expect(await file()).toBe(before);
	}, 120_000);

	it('who is second to save is told who was first, has lost nothing, and saves on top of it', async () => {
		page = await enter('maija');
		await open(week);
		await addHours('wed', '9', '12');
		const other = await enter('liisa');
		await open(week, other);
		await addHours('thu', '9', '12', other);
		await see(other);
		await save(other);
		await saved(other);

		await see();
		await previewed();
		await page.getByLabel(texts.preview.meant).check();
		await save();
		await page.getByText(/^liisa muutti näitä aikoja/).waitFor();
		expect(await field('weekly.wed.0.end').inputValue()).toBe('12:00');
		expect(await page.locator('.refused').innerText()).toMatch(/Torstai\s+9\.00–12\.00/);
		await addHours('thu', '9', '12');
		await see();
		await previewed();
		await save();
		await saved();
		expect(await file()).toMatch(/wed: \[09:00-12:00\]\s+thu: \[09:00-12:00\]/);
		await undo();
		await other.reload();
		await undo(other);
	}, 180_000);

	it('takes hours over from OpenStreetMap, or reads why not', async () => {
		page = await enter('maija');
		await open('/console/hours/tornio/selfService/exchange');
		await page.getByLabel(texts.exchange.text).fill('Mo-Fr sunrise-16:00');
		await see();
		await page.getByText(texts.exchange.reasons['by the sun']).waitFor();
		expect(await page.getByLabel(texts.exchange.text).getAttribute('aria-invalid')).toBe('true');
		await page.getByLabel(texts.exchange.text).fill('Mo-Fr 10:00-14:00; PH off');
		await see();
		await previewed();
		await save();
		await saved();
		expect(await file()).toMatch(/mon: \[10:00-14:00\]/);
		await open('/console/hours/tornio/selfService/exchange');
		expect(await page.getByLabel(texts.exchange.osm, { exact: true }).inputValue()).toBe('Mo-Fr 10:00-14:00; PH off');
		await page.goBack();
		await undo();
	}, 180_000);

	it('needs no scripts for any of it', async () => {
		page = await enter('maija', false);
		const before = await file();
		await open(week);
		await step('add weekly.tue');
		await field('weekly.tue.0.start').fill('9');
		await field('weekly.tue.0.end').fill('12');
		await field('weekly.tue.0.end').press('Enter');
		await previewed();
		await page.getByRole('button', { name: texts.preview.back }).click();
		await field('weekly.tue.0.end').fill('13');
		await see();
		await save();
		await saved();
		expect(await file()).toMatch(/tue: \[09:00-13:00\]/);
		await undo();
		expect(await file()).toBe(before);
	}, 180_000);

	it('needs no mouse', async () => {
		page = await enter('maija');
		await open(week);
		const tabTo = async (wanted: string) => {
			const value = () =>
				page.evaluate(() => {
					const { activeElement: at } = document;
					return at?.getAttribute('value') ?? at?.getAttribute('name') ?? at?.textContent?.trim() ?? '';
				});
			for (let presses = 0; presses < 60 && (await value()) !== wanted; presses += 1) await page.keyboard.press('Tab');
			expect(await value()).toBe(wanted);
		};
		await tabTo('add weekly.tue');
		await page.keyboard.press('Enter');
		await page.keyboard.type('9');
		await page.keyboard.press('Tab');
		await page.keyboard.type('12');
		await page.keyboard.press('Enter');
		await previewed();
		await tabTo(texts.preview.save);
		await page.keyboard.press('Enter');
		await saved();
		await tabTo(texts.saved.undo);
		await page.keyboard.press('Enter');
		await page.getByText(texts.saved.undone).waitFor();
	}, 180_000);
});

it('staff see the hours and change none', async () => {
	page = await enter('sami');
	await open('/console/hours/tornio/selfService');
	await page.getByText(texts.readOnly).waitFor();
	expect(await page.getByRole('link', { name: texts.week.change }).count()).toBe(0);
	const statuses = await page.evaluate(
		async (paths) => {
			const answers = await Promise.all(
				paths.map((path) => fetch(path, { method: 'POST', body: new URLSearchParams({ points: 'tornio' }) }))
			);
			return answers.map(({ status }) => status);
		},
		[`${week}?/save`, `${week}?/preview`, '/console/exceptions/edit?/save', '/console/hours/tornio/selfService?/undo']
	);
	expect(statuses).toEqual([403, 403, 403, 403]);
}, 120_000);

it('no page about hours breaks a rule of WCAG 2.2 AA that a program can see, or is wider than the window', async () => {
	page = await enter('maija');
	const seen: Record<string, readonly string[]> = {};
	const look = async (name: string) => {
		const { violations } = await new AxeBuilder({ page })
			.options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
			.analyze();
		const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
		seen[name] = [
			...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
			...(isWide ? ['wider than the window'] : [])
		];
	};
	const schedule = '/console/hours/kemi/selfService';
	for (const path of [
		'/console/hours',
		schedule,
		`${schedule}/season`,
		`${schedule}/holidays`,
		`${schedule}/exchange`,
		'/console/exceptions',
		'/console/exceptions/edit',
		`${schedule}/week`
	]) {
		await open(path);
		await look(path);
	}
	await step('close weekly.thu');
	await step('close weekly.fri');
	await see();
	await previewed();
	await save();
	await page.getByText(texts.preview.mustBeMeant).waitFor();
	await look('dangerous preview');
	expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, []])));
}, 240_000);
