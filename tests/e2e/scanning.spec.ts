import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchBrowser, openScreen } from './house/browser.ts';
import { customerAt, startAfresh, viewOf, type Customer } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let browser: Browser;
let kiosk: RunningKiosk;
let page: Page & { problems: string[] };
let customer: Customer;

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
	page = await openScreen(browser, kiosk.address);
	customer = customerAt(page, 'sv');
	await customer.startVisit();
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
beforeEach(async () => {
	await kiosk.scanner({ clear: true, setPageDelayMs: 20 });
	await customer.toScan();
});
afterEach(() => startAfresh(customer));

const pagesOfPapers = async () => {
	const { state } = await viewOf(page);
	return state.name === 'inSession' ? state.papers.map((paper) => paper.kind === 'pages' && paper.pages.length) : [];
};

it('papers that come too late start the scan themselves, and more of them go into the same paper', async () => {
	const { texts, press, reads } = customer;
	const { waiting, isThatRight, more } = texts.scan;
	await press(texts.scan.start);
	await reads(waiting.heading);
	await page.getByText(waiting.beginsByItself).waitFor();
	await kiosk.scanner({ loadPages: 2 });
	await reads(isThatRight(2));
	await press(more);
	await reads(waiting.heading);
	await kiosk.scanner({ loadPages: 1 });
	await reads(isThatRight(3));
	expect(await pagesOfPapers()).toEqual([3]);
	await press(more);
	await reads(waiting.heading);
	await press(waiting.wasAll);
	await reads(isThatRight(3));
});

it('nobody has to scan: back leads to the choice', async () => {
	const { texts, press, reads } = customer;
	await press(texts.scan.start);
	await reads(texts.scan.waiting.heading);
	await press(texts.scan.waiting.back);
	await page.getByText(texts.scan.presetHeading).waitFor();
});

it('both sides of two sheets are four pages', async () => {
	const { texts, press, reads } = customer;
	await kiosk.scanner({ loadPages: 2 });
	await page.getByRole('radio', { name: texts.scan.sides['two-sided'].label }).check({ force: true });
	await press(texts.scan.start);
	await reads(texts.scan.isThatRight(4, 2));
});

it('page after page from the glass becomes one paper', async () => {
	const { texts, press, reads } = customer;
	const { glass } = texts.scan;
	await page.getByRole('radio', { name: texts.scan.sources.flatbed.label }).check({ force: true });
	await press(texts.scan.start);
	await reads(glass.heading(1));
	await press(glass.next);
	await reads(glass.heading(2));
	await press(glass.wasAll);
	await reads(texts.papers.heading);
	expect(await pagesOfPapers()).toEqual([2]);
});
