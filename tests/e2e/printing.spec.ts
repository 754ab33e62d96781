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
	const files = { 'kiosk.yaml': (text: string) => text.replace('sidesPerVisit: 40', 'sidesPerVisit: 12') };
	[kiosk, browser] = await Promise.all([startKiosk({ files }), launchBrowser()]);
	page = await openScreen(browser, kiosk.address);
	customer = customerAt(page, 'fi');
	await customer.startVisit();
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
/** A paper of two pages on the print screen, and its PDF. */
beforeEach(async () => {
	const { texts, press, reads } = customer;
	await kiosk.scanner({ clear: true, loadPages: 2, setPageDelayMs: 20 });
	await kiosk.printer({ do: 'clearReceived' });
	await customer.toScan();
	await customer.scan(2);
	await press(texts.scan.yesToPapers);
	await reads(texts.papers.heading);
	await press(texts.papers.print);
	await page.getByText(texts.print.takes(2)).waitFor();
});
afterEach(() => startAfresh(customer));

const printingNow = async () => {
	const { state } = await viewOf(page);
	return state.name === 'inSession' ? { ...state.printing, ...state.printLimits } : state.name;
};
const paperPdf = async () => {
	const { state } = await viewOf(page);
	const paper = state.name === 'inSession' ? state.papers[0] : undefined;
	return (await page.request.get(`${kiosk.origin}/api/papers/${paper?.id}/pdf`)).body();
};
const choose = (label: string) => page.getByRole('radio', { name: label, exact: true }).check({ force: true });

it('two copies of the one page that they wanted come out, and the same once more', async () => {
	const { texts, press, reads } = customer;
	const { print } = texts;
	await press(print.more);
	await choose(print.sides.two);
	await choose(print.somePages);
	await page.getByLabel(print.whichPages).fill('9');
	await page.getByText(print.pageFaults.noSuchPage(9, 2)).waitFor();
	await page.getByLabel(print.whichPages).fill('2');
	await page.getByText(`${print.preview.sheetOf(1, 1)}, ${print.preview.sides.front}`).waitFor();
	await page.getByText(print.preview.page(2), { exact: true }).waitFor();
	await press(print.start(2));
	await reads(print.done);
	await page.getByText(print.inTray(2, 2, 1)).waitFor();
	await press(print.somethingWrong);
	await press(print.again);
	await expect.poll(async () => (await kiosk.tickets()).length).toBe(2);
	await reads(print.done);

	const [first, second] = await kiosk.tickets();
	expect(first).toMatchObject({
		copies: 2,
		sides: 'two-sided-long-edge',
		colour: 'monochrome',
		pageRanges: [{ from: 2, to: 2 }],
		scaling: 'none',
		orientation: 'portrait',
		format: 'application/pdf'
	});
	expect({ ...second, jobId: 1 }).toStrictEqual({ ...first, jobId: 1 });
	expect(Buffer.compare(await kiosk.document(1), await paperPdf())).toBe(0);
	await press(print.allIsWell);
	await reads(texts.papers.heading);
});

it('a print that waits for paper can be taken back: nothing of it comes out, and nothing of it is counted', async () => {
	const { texts, press, reads } = customer;
	const { print } = texts;
	await kiosk.printer({ do: 'paperOut' });
	await press(print.start(2));
	await reads(texts.printFaults['media-empty'].what);
	await press(print.cancel);
	await reads(print.cancelled);
	await page.getByText(print.cancelledTray(0)).waitFor();
	expect(await printingNow()).toMatchObject({ state: 'cancelled', impressionsCompleted: 0, sidesLeft: 8 });

	await kiosk.printer({ do: 'loadPaper' });
	await press(print.again);
	await reads(print.done);
	await page.getByText(print.inTray(2, 1, 2)).waitFor();
	expect(await printingNow()).toMatchObject({ state: 'done', impressionsCompleted: 2, sidesLeft: 6 });
});

it('what the visit may still print is told, and no more can be asked for', async () => {
	const { texts, press, reads } = customer;
	const { print } = texts;
	await page.getByText(print.sidesLeft(6)).waitFor();
	await press(print.more);
	await press(print.more);
	await page.getByText(print.takes(6)).waitFor();
	expect(await page.getByRole('button', { name: print.more }).getAttribute('aria-disabled')).toBe('true');
	await press(print.start(6));
	await reads(print.done);
	await press(print.somethingWrong);
	await page.getByText(print.notAgain(0)).waitFor();
	await press(print.change);
	await page.getByText(print.nothingLeft.what).waitFor();
	expect(await page.getByRole('button', { name: print.start(6) }).getAttribute('aria-disabled')).toBe('true');
	// What `startAfresh` asks in vain is refused.
	expect(page.problems.filter((each) => !each.includes('409 (Conflict)'))).toEqual([]);
});
