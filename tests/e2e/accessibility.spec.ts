import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { neutralPaperName } from '#lib/i18n/paper-name.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { customerAt, leave, type Customer } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let browser: Browser;
let kiosk: RunningKiosk;
let page: Page & { problems: string[] };
let customer: Customer;

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
beforeEach(async () => {
	await kiosk.scanner({ clear: true, loadPages: 2, setPageDelayMs: 20 });
	page = await openScreen(browser, kiosk.address);
	customer = customerAt(page, 'fi');
});
afterEach(() => leave(page));

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const violations = async () => {
	const found = await new AxeBuilder({ page })
		// `runOnly` is what withTags() sets; options() would forget it.
		.options({ runOnly: levels, resultTypes: ['violations'] })
		.analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
};
/** Whether anybody would have to scroll sideways at 1280×800 (WCAG 1.4.10). */
const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

it('no screen of a visit breaks a rule of WCAG 2.2 AA that a program can see', async () => {
	const { texts, press, reads } = customer;
	const seen: Record<string, readonly string[]> = {};
	const look = async (screen: string) => {
		seen[screen] = [...(await violations()), ...((await isWide()) ? ['wider than the screen'] : [])];
	};
	await page.getByRole('button', { name: texts.languageName }).waitFor();
	await look('languages');
	await press(texts.languageName);
	await reads(texts.welcome.heading);
	await look('welcome');
	await press(texts.welcome.start);
	await reads(texts.home.heading);
	await look('home');
	await press(texts.home.channels.label);
	await reads(texts.channels.heading);
	await look('channels');
	await press(texts.common.home);
	await reads(texts.home.heading);
	await press(texts.bar.papers);
	await reads(texts.papers.empty);
	await look('no papers');
	await press(texts.papers.scanPaper);
	await page.getByText(texts.scan.presetHeading).waitFor();
	await look('scan');
	await kiosk.scanner({ jamAtPage: 1 });
	await press(texts.scan.start);
	await page.getByText(texts.scanFaults.jam.what).waitFor();
	await look('scan fault');
	await kiosk.scanner({ clear: true, setPageDelayMs: 20 });
	await reads(texts.scan.after.heading);
	await look('scanner works again');
	await press(texts.common.tryAgain);
	await reads(texts.scan.waiting.heading);
	await look('waiting for paper');
	await kiosk.scanner({ loadPages: 2 });
	await reads(texts.scan.isThatRight(2));
	await look('scanned');
	await press(texts.scan.yesToPapers);
	await reads(texts.papers.heading);
	await look('papers');
	await press(texts.papers.open);
	await reads(neutralPaperName('fi', 1));
	await page.locator('canvas:visible').waitFor();
	await look('paper');
	await press(texts.paper.removePage);
	await page.getByText(texts.paper.pageIsRemoved.detail).waitFor();
	await look('page removed');
	await press(texts.paper.undo['remove page']);
	await page.locator('canvas:visible').waitFor();
	await press(texts.paper.rename);
	await look('rename');
	await press(texts.common.cancel);
	await press(texts.papers.print);
	await page.getByText(texts.print.takes(2)).waitFor();
	await look('print');
	await press(texts.print.start(2));
	await reads(texts.print.done);
	await look('printed');
	await press(texts.bar.end);
	await reads(texts.end.heading);
	await look('end question');
	expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((screen) => [screen, []])));
});

describe('by keyboard alone', () => {
	/** Presses Tab until this is focused; fails when it has gone round once. */
	const tabTo = async (name: string) => {
		const focused = () =>
			page.evaluate(() => {
				const { activeElement: at } = document;
				const label = at?.closest('label') ?? at;
				return (at?.getAttribute('aria-label') ?? label?.textContent ?? '').trim();
			});
		for (let presses = 0; presses < 40; presses += 1) {
			await page.keyboard.press('Tab');
			if ((await focused()).startsWith(name)) return;
		}
		throw new Error(`Tab never comes to ${name}`);
	};
	const choose = async (name: string) => {
		await tabTo(name);
		const outline = await page.evaluate(() => {
			const at = document.activeElement;
			const style = at && getComputedStyle(at);
			return style ? style.outlineStyle !== 'none' || style.boxShadow !== 'none' : false;
		});
		expect(`${name}: focus ${outline ? 'seen' : 'not seen'}`).toBe(`${name}: focus seen`);
		await page.keyboard.press('Enter');
	};

	it('a customer comes from the language to a scanned paper and to the end of the visit', async () => {
		const { texts, reads } = customer;
		await page.getByRole('button', { name: texts.languageName }).waitFor();
		await choose(texts.languageName);
		await reads(texts.welcome.heading);
		await choose(texts.welcome.start);
		await reads(texts.home.heading);
		await choose(texts.home.scan.label);
		await page.getByText(texts.scan.presetHeading).waitFor();
		await tabTo(texts.scan.sources.feeder.label);
		await page.keyboard.press('ArrowRight');
		expect(await page.getByRole('radio', { name: texts.scan.sources.flatbed.label }).isChecked()).toBe(true);
		await choose(texts.scan.start);
		await reads(texts.scan.glass.heading(1));
		await choose(texts.scan.glass.wasAll);
		await reads(texts.papers.heading);
		await choose(texts.bar.end);
		await reads(texts.end.heading);
		await choose(texts.end.end);
		await page.getByRole('button', { name: texts.languageName }).waitFor();
	});
});
