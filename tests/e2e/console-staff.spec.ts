import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { consoleCatalogues } from '#lib/i18n/console/console-catalogues.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { commandFrom, customerAt, leave, type Customer } from './house/customer.ts';
import { runKiosk, startKiosk, type RunningKiosk } from './house/kiosk.ts';

const password = 'kolme vihreää hevosta';
const texts = consoleCatalogues.en;

let kiosk: RunningKiosk;
let browser: Browser;
let staff: Page;
let administrator: Page;
let customer: Customer;

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
	for (const [name, role] of [
		['aino', 'staff'],
		['pekka', 'administrator']
	] as const) {
		const where = ['--state', kiosk.stateDir, '--config', kiosk.configDir];
		const { ended } = runKiosk(['user', 'add', name, '--role', role, '--password-stdin', ...where], `${password}\n`);
		expect(await ended).toBe(0);
	}
	staff = await logIn('aino');
	administrator = await logIn('pekka');
	customer = customerAt(await openScreen(browser, kiosk.address), 'fi');
}, 180_000);
afterAll(async () => {
	await browser.close();
	await kiosk.stop();
});

async function logIn(name: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	await page.goto(`${kiosk.consoleOrigin}/console`);
	await page.getByLabel(texts.logIn.name).fill(name);
	await page.getByLabel(texts.logIn.password).fill(password);
	await page.getByRole('button', { name: texts.logIn.submit, exact: true }).click();
	await page.locator('#computer').waitFor();
	return page;
}

const go = (page: Page, path: string) => page.goto(`${kiosk.consoleOrigin}${path}`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Waits until the poster says so. */
const says = (page: Page, state: string) => page.locator('#computer', { hasText: state }).waitFor();

it('staff close the computer by hand, the customer reads that it is closed, and staff open it again', async () => {
	const { actions, states } = texts.today;
	const languages = customer.page.getByRole('button', { name: catalogues.fi.languageName });
	await languages.waitFor();
	await says(staff, states.free);
	await staff.getByText(actions.closeByHand, { exact: true }).click();
	await button(staff, actions.close).click();
	await says(staff, states.closedByHand);
	await says(administrator, states.closedByHand);
	await languages.waitFor({ state: 'detached' });
	await button(staff, actions.openAgain).click();
	await languages.waitFor();
	await says(staff, states.free);
});

it('refuses a time that is past, keeps the question open and marks the field', async () => {
	const { actions } = texts.today;
	await staff.getByText(actions.closeByHand, { exact: true }).click();
	await staff.getByRole('textbox', { name: actions.timeToday }).fill('00:00');
	await button(staff, actions.close).click();
	await staff.getByText(texts.today.timeRefused).waitFor();
	expect(await staff.getByRole('textbox', { name: actions.timeToday }).getAttribute('aria-invalid')).toBe('true');
	await go(staff, '/console');
});

it('a call for help comes up at the console by itself; the answer is read at the customer screen', async () => {
	const { actions, states } = texts.today;
	await customer.startVisit();
	await says(staff, states.inUse);
	await customer.press(catalogues.fi.bar.help);
	await says(staff, states.helpCalled);
	expect(await staff.title()).toBe(`● ${states.helpCalled}`);
	await button(staff, actions.helpIsComing).click();
	await says(staff, states.helpComing);
	await customer.page.getByText(catalogues.fi.bar.helpComing).first().waitFor();
});

it('staff end a visit after a question, with the keyboard alone', async () => {
	const { actions, states } = texts.today;
	await go(staff, '/console');
	const tabTo = async (words: string) => {
		for (let presses = 0; presses < 30; presses += 1) {
			await staff.keyboard.press('Tab');
			if ((await staff.evaluate(() => document.activeElement?.textContent.trim())) === words) return;
		}
		throw new Error(`Tab never comes to ${words}`);
	};
	await tabTo(actions.endVisit);
	await staff.keyboard.press('Enter');
	await tabTo(actions.endYes);
	await staff.keyboard.press('Enter');
	await says(staff, states.free);
	await customer.page.getByRole('button', { name: catalogues.fi.languageName }).waitFor();
});

it('staff see and reach only what is theirs', async () => {
	for (const path of ['settings', 'channels', 'history', 'channels/phone', 'channels/hosts/new']) {
		expect((await go(staff, `/console/${path}`))?.status()).toBe(403);
		await staff.getByText(texts.settings.errors.notAllowed).waitFor();
	}
	expect(await staff.getByRole('link', { name: texts.frame.settings }).count()).toBe(0);
	await staff.getByRole('link', { name: texts.settings.errors.toToday }).click();
	await staff.locator('#computer').waitFor();
});

it('a limit below the floor of the law is refused with the field marked, and nothing is written', async () => {
	const { limits, change } = texts.settings;
	const file = join(kiosk.configDir, 'kiosk.yaml');
	const before = await readFile(file, 'utf8');
	await go(administrator, '/console/settings');
	const answer = administrator.getByLabel(limits.answerSeconds.label, { exact: true });
	await answer.fill('19');
	await button(administrator, change.look).click();
	await administrator.getByText(change.problems).waitFor();
	expect(await answer.getAttribute('aria-invalid')).toBe('true');
	expect(await answer.inputValue()).toBe('19');
	expect(await readFile(file, 'utf8')).toBe(before);
});

it('what is typed and chosen before the page has woken up is there afterwards', async () => {
	const { limits, change, units } = texts.settings;
	const scripts = Promise.withResolvers<void>();
	await administrator.route('**/_app/**/*.js', (route) => scripts.promise.then(() => route.continue()));
	await administrator.goto(`${kiosk.consoleOrigin}/console/settings`, { waitUntil: 'commit' });
	const typed = administrator.getByLabel(limits.limitMinutes.label, { exact: true });
	await typed.fill('26');
	scripts.resolve();
	await administrator.waitForLoadState('networkidle');
	expect(await typed.inputValue()).toBe('26');
	await button(administrator, change.look).click();
	await administrator.getByText(change.becomes(limits.limitMinutes.label, '60', `26 ${units.minutes}`)).waitFor();
	await administrator.unroute('**/_app/**/*.js');
});

it('a limit is looked at, saved, told to the next customer, and undone in one click', async () => {
	const { limits, change, units } = texts.settings;
	const file = join(kiosk.configDir, 'kiosk.yaml');
	const before = await readFile(file, 'utf8');
	await go(administrator, '/console/settings');
	await administrator.getByLabel(limits.limitMinutes.label, { exact: true }).fill('25');
	await button(administrator, change.look).click();
	await administrator.getByText(change.becomes(limits.limitMinutes.label, '60', `25 ${units.minutes}`)).waitFor();
	await button(administrator, change.save).click();
	await administrator.getByText(change.saved, { exact: true }).waitFor();
	expect(await readFile(file, 'utf8')).toBe(before.replace('limitMinutes: 60', 'limitMinutes: 25'));
	await customer.press(catalogues.fi.languageName);
	await customer.page.getByText(catalogues.fi.welcome.time(25)).waitFor();

	await administrator.getByRole('link', { name: change.toHistory }).click();
	await administrator.getByText(texts.history.lines('kiosk.yaml')).first().click();
	await administrator.getByText('limitMinutes: 25').first().waitFor();
	await administrator.getByRole('button', { name: /^Undo/ }).first().click();
	await administrator.getByText(texts.history.undone).waitFor();
	expect(await readFile(file, 'utf8')).toBe(before);
	await customer.page.getByText(catalogues.fi.welcome.time(60)).waitFor();
});

it('a channel is moved, renamed and given another host, each told in a sentence first', async () => {
	const { channels } = texts;
	const { change } = texts.settings;
	await go(administrator, '/console/channels');
	await button(administrator, `${channels.down}: OmaKela`).click();
	await administrator.getByText(channels.moves('OmaKela', 1, 2)).waitFor();
	await button(administrator, change.save).click();
	await administrator.getByText(change.saved, { exact: true }).waitFor();
	expect(await administrator.locator('tbody tr').nth(1).textContent()).toContain('OmaKela');

	await administrator.getByRole('link', { name: `${channels.edit}: Social media` }).click();
	await administrator.getByLabel(channels.fields['channel.url']).fill('http://www.kela.fi');
	await button(administrator, change.look).click();
	await administrator.getByText(change.problems).waitFor();
	expect(await administrator.getByLabel(channels.fields['channel.url']).getAttribute('aria-invalid')).toBe('true');
	await administrator.getByLabel(channels.fields['channel.url']).fill('');
	await administrator.getByLabel(channels.fields['channel.name.en']).fill('Some media');
	await button(administrator, change.look).click();
	await administrator
		.getByText(change.becomes(channels.fields['channel.name.en'], 'Social media', 'Some media'))
		.waitFor();
	await button(administrator, change.save).click();
	await administrator.getByText(change.saved, { exact: true }).waitFor();
	const written = await readFile(join(kiosk.configDir, 'channels.yaml'), 'utf8');
	expect(written).toContain('Some media');
	expect(written).toContain('mon: [09:00-16:00]');
});

it('everything that was done is on record, newest first', async () => {
	const { events } = texts.history;
	await go(administrator, '/console/history');
	const rows = await administrator.locator('table tbody tr').evaluateAll((all) =>
		all.map((row) =>
			[...row.querySelectorAll('td')]
				.slice(1, 3)
				.map((cell) => cell.textContent.trim())
				.join(' ')
		)
	);
	expect(rows).toEqual([
		`pekka ${events['configuration saved']}`,
		`pekka ${events['configuration saved']}`,
		`pekka ${events['configuration undone']}`,
		`pekka ${events['configuration saved']}`,
		`aino ${events['visit ended']}`,
		`aino ${events['help is coming']}`,
		`aino ${events['opened again']}`,
		`aino ${events['closed by hand']}`,
		`pekka ${events['logged in']}`,
		`aino ${events['logged in']}`,
		`command line ${events['account added']}`,
		`command line ${events['account added']}`
	]);
});

it('every page has nothing against WCAG 2.2 AA', async () => {
	const found: string[] = [];
	for (const path of ['', '/settings', '/channels', '/channels/omakela', '/channels/hosts/www.op.fi', '/history']) {
		await go(administrator, `/console${path}`);
		const { violations } = await new AxeBuilder({ page: administrator })
			.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
			.analyze();
		found.push(...violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`));
	}
	expect(found).toEqual([]);
}, 240_000);

it('the customer can still go back and leave as always', async () => {
	await commandFrom(customer.page, { type: 'back to languages' });
	await leave(customer.page);
});
