import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/language.ts';
import { neutralPaperName } from '#lib/i18n/paper-name.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { customerAt, leave, viewOf } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let browser: Browser;
let kiosk: RunningKiosk;
let page: Page & { problems: string[] };

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
beforeEach(async () => {
	await kiosk.scanner({ clear: true, loadPages: 2, setPageDelayMs: 20 });
	await kiosk.printer({ do: 'clearReceived' });
	page = await openScreen(browser, kiosk.address);
});
afterEach(() => leave(page));

const sha256 = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');

/** Waits until the viewer has drawn a page of this shape with ink on it. */
const seesInk = (shape: 'upright' | 'lying') =>
	page.waitForFunction((wanted) => {
		const canvas = document.querySelector('canvas');
		if (!canvas || canvas.hidden || canvas.width === 0) return false;
		if ((canvas.width > canvas.height ? 'lying' : 'upright') !== wanted) return false;
		const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
		const shades = { ink: 0, white: 0 };
		for (let at = 0; at < data.length; at += 4) {
			if (data[at]! < 100) shades.ink += 1;
			if (data[at]! > 240) shades.white += 1;
		}
		return shades.ink > data.length / 4 / 1000 && shades.white > data.length / 4 / 2;
	}, shape);

/** Which pictures on the screen really show something. */
const picturesShown = () =>
	page
		.locator('main img')
		.evaluateAll((images: HTMLImageElement[]) =>
			Promise.all(images.map((image) => image.decode().then(() => image.naturalWidth > 0 && image.naturalHeight > 0)))
		);

const endVisit = async ({ press, reads, texts }: ReturnType<typeof customerAt>) => {
	await press(texts.bar.end);
	await reads(texts.end.heading);
	await press(texts.end.end);
	await page.getByRole('button', { name: texts.languageName }).waitFor();
};

describe('a visit', () => {
	it('scans two sheets, mends and prints them, and leaves nothing behind', async () => {
		const customer = customerAt(page, 'fi');
		const { texts, press, reads } = customer;
		await customer.startVisit();
		await customer.toScan();
		await customer.scan(2);
		await press(texts.scan.yesToPapers);
		await reads(texts.papers.heading);
		expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([neutralPaperName('fi', 1)]);
		expect(await page.getByText(texts.common.pages(2)).count()).toBe(1);
		await expect.poll(picturesShown).toEqual([true]);

		await press(texts.papers.open);
		await reads(neutralPaperName('fi', 1));
		await seesInk('upright');
		await press(texts.paper.turnRight);
		await seesInk('lying');

		await press(texts.paper.removePage);
		await page.getByText(texts.paper.pageIsRemoved.detail).waitFor();
		await press(texts.paper.undo['remove page']);
		await page.getByText(texts.paper.pageOf(1, 2)).waitFor();
		await seesInk('lying');
		await press(texts.paper.arrange);
		await press(texts.paper.moveLater);
		await page.getByText(texts.paper.pageOf(2, 2)).waitFor();
		await press(texts.paper.undo['move page']);
		await page.getByText(texts.paper.pageOf(1, 2)).waitFor();
		await press(texts.paper.done);

		await press(texts.paper.rename);
		await page.getByLabel(texts.paper.newName).fill('Lääkärin todistus');
		await press(texts.paper.saveName);
		await reads('Lääkärin todistus');

		const { state } = await viewOf(page);
		if (state.name !== 'inSession') throw new Error('not in a visit');
		const paperUrl = `${kiosk.origin}/api/papers/${state.papers[0]?.id}/pdf`;
		const pdf = await page.request.get(paperUrl);
		expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);

		await press(texts.papers.print);
		await page.getByText(texts.print.takes(2)).waitFor();
		await press(texts.print.start(2));
		await reads(texts.print.done);
		expect(await page.getByText(texts.print.inTray(2, 1, 2)).count()).toBe(1);
		expect(await kiosk.received()).toEqual([
			{ copies: 1, sides: 'one-sided', colour: 'monochrome', format: 'application/pdf' }
		]);
		expect(sha256(await kiosk.document(1))).toBe(sha256(await pdf.body()));

		await press(texts.print.allIsWell);
		await reads(texts.papers.heading);
		await press(texts.bar.end);
		await reads(texts.end.heading);
		expect(await page.getByText(texts.end.detail(1)).count()).toBe(1);
		await press(texts.end.stay);
		await reads(texts.papers.heading);
		await endVisit(customer);

		expect((await page.request.get(paperUrl)).status()).toBe(404);
		expect(await readdir(kiosk.visitDir, { recursive: true })).toEqual(['tray']);
		expect(kiosk.said('stderr')).toContain('"event":"wipe finished","reason":"session-ended","proven":true');
		const left = await page.evaluate(() => ({ text: document.body.innerText, stored: localStorage.length }));
		expect(left.text).not.toContain('todistus');
		expect(left.stored).toBe(0);
		expect(page.problems).toEqual([]);
	});

	it.each(languages)('is in %s from the first word to the last, one sheet from the glass', async (language) => {
		const customer = customerAt(page, language);
		const { texts, press, reads } = customer;
		await customer.startVisit();
		expect(await page.title()).toBe(texts.documentTitle);
		expect(await page.locator('html').getAttribute('lang')).toBe(language);
		await customer.toScan();
		await page.getByRole('radio', { name: texts.scan.sources.flatbed.label }).check({ force: true });
		await press(texts.scan.start);
		await reads(texts.scan.glass.heading(1));
		await press(texts.scan.glass.wasAll);
		await reads(texts.papers.heading);
		const shown = await page.locator('body').innerText();
		const others = languages.filter((other) => other !== language);
		for (const other of others) {
			const { papers, bar } = customerAt(page, other).texts;
			for (const foreign of [papers.heading, papers.lead, bar.help, bar.timeLeft]) expect(shown).not.toContain(foreign);
		}
		await endVisit(customer);
		expect(page.problems).toEqual([]);
	});
});
