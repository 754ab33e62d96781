import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScanFault } from '#lib/ports/scanner.ts';
import type { PrintFault } from '#lib/ports/printer.ts';
import type { ControlOrder } from '#lib/server/simulated/escl-scanner/control.ts';
import type { PrinterCommand } from '#lib/server/simulated/ipp-printer/control.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { customerAt, startAfresh, viewOf, type Customer } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let browser: Browser;
let kiosk: RunningKiosk;
let page: Page & { problems: string[] };
let customer: Customer;

// One visit goes through everything: a device that fails never ends it.
beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
	page = await openScreen(browser, kiosk.address);
	customer = customerAt(page, 'fi');
	await customer.startVisit();
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
beforeEach(async () => {
	await kiosk.scanner({ clear: true, loadPages: 2, setPageDelayMs: 20 });
});
afterEach(async () => {
	await kiosk.scanner({ clear: true });
	await startAfresh(customer);
});

const told = (words: { what: string; todo: string }) =>
	expect
		.poll(() => page.getByRole('alert').filter({ hasText: words.what }).innerText(), { timeout: 15_000 })
		.toBe(`${words.what}\n\n${words.todo}`);
const scanFault = (fault: ScanFault) => told(customer.texts.scanFaults[fault]);
const printFault = (fault: PrintFault) => told(customer.texts.printFaults[fault]);

const papersOfVisit = async () => {
	const { state } = await viewOf(page);
	return state.name === 'inSession'
		? state.papers.map((paper) => (paper.kind === 'pages' ? paper.pages.length : paper.pageCount))
		: state.name;
};

describe('a scanner that', () => {
	it.each<[string, ScanFault, ControlOrder, ControlOrder]>([
		['stands open', 'cover-open', { openCover: true }, { closeCover: true }],
		['loses its mains', 'offline', { goOffline: true }, { goOnline: true }],
		['sends half a page', 'bad-answer', { playNonsense: { kind: 'truncated-page' } }, { clear: true, loadPages: 2 }],
		[
			'sends a web page for a picture',
			'bad-answer',
			{ playNonsense: { kind: 'not-a-jpeg' } },
			{ clear: true, loadPages: 2 }
		],
		[
			'hangs up in the middle of a page',
			'io-error',
			{ playNonsense: { kind: 'cut-connection' } },
			{ clear: true, loadPages: 2 }
		],
		[
			'lies about the length of a page',
			'bad-answer',
			{ playNonsense: { kind: 'content-length-too-short' } },
			{ clear: true, loadPages: 2 }
		]
	])('%s says so in words, and the next try brings the pages', async (_, fault, trouble, mended) => {
		const { texts, press, reads } = customer;
		await customer.toScan();
		await kiosk.scanner(trouble);
		await press(texts.scan.start);
		await scanFault(fault);
		expect(await page.getByText(texts.scan.nothingKept).count()).toBe(1);
		expect(await papersOfVisit()).toEqual([]);
		await kiosk.scanner({ setPageDelayMs: 20, ...mended });
		await press(texts.common.tryAgain);
		await reads(texts.scan.isThatRight(2));
		expect(await papersOfVisit()).toEqual([2]);
	});

	it('jams at its second sheet keeps the first one, and the rest comes into the same paper once it is free', async () => {
		const { texts, press, reads } = customer;
		await kiosk.scanner({ loadPages: 1, jamAtPage: 2 });
		await customer.toScan();
		await press(texts.scan.start);
		await scanFault('jam');
		expect(await page.getByText(texts.scan.kept(1)).count()).toBe(1);
		expect(await papersOfVisit()).toEqual([1]);
		await kiosk.scanner({ openCover: true });
		await scanFault('cover-open');
		await kiosk.scanner({ closeCover: true });
		await reads(texts.scan.after.heading);
		await press(texts.scan.after.goOn);
		await reads(texts.scan.isThatRight(2));
		await press(texts.scan.yesToPapers);
		await reads(texts.papers.heading);
		expect(await papersOfVisit()).toEqual([2]);
	});

	it.each<[string, ScanFault, ControlOrder, ControlOrder]>([
		['is switched off', 'offline', { goOffline: true }, { goOnline: true }],
		['answers what is no XML', 'bad-answer', { playNonsense: { kind: 'nonsense-xml' } }, { playNonsense: null }],
		['answers half of what it should', 'bad-answer', { playNonsense: { kind: 'half-answer' } }, { playNonsense: null }]
	])('%s is said before anything is chosen, and the choice comes by itself', async (_, fault, trouble, mended) => {
		const { texts, press } = customer;
		await kiosk.scanner(trouble);
		await press(texts.home.scan.label);
		await scanFault(fault);
		await kiosk.scanner(mended);
		await page.getByText(texts.scan.presetHeading).waitFor();
	});
});

describe('a printer that', () => {
	const prepare = async () => {
		const { texts, press, reads } = customer;
		await customer.toScan();
		await customer.scan(2);
		await press(texts.scan.yesToPapers);
		await reads(texts.papers.heading);
		await press(`${texts.papers.print}`);
	};
	const start = async () => {
		await page.getByText(customer.texts.print.takes(2)).waitFor();
		await customer.press(customer.texts.print.start(2));
	};

	it.each<[string, PrintFault, PrinterCommand, PrinterCommand]>([
		['runs out of paper', 'media-empty', { do: 'paperOut' }, { do: 'loadPaper' }],
		['jams', 'media-jam', { do: 'jam' }, { do: 'clearJam' }],
		['stands open', 'cover-open', { do: 'openCover' }, { do: 'closeCover' }]
	])('%s says so in words, and goes on by itself when that is over', async (_, fault, trouble, mended) => {
		const { texts, reads } = customer;
		await prepare();
		await kiosk.printer(trouble);
		await start();
		await reads(texts.printFaults[fault].what);
		await page.getByText(texts.print.waiting).waitFor();
		await page.getByText(texts.printFaults[fault].todo).waitFor();
		await kiosk.printer(mended);
		await reads(texts.print.done);
		expect(await page.getByText(texts.print.inTray(2, 1, 2)).count()).toBe(1);
	});

	it.each<[string, PrintFault, PrinterCommand]>([
		['gives up a job', 'aborted', { do: 'abortNext' }],
		['has its cancel button pressed', 'cancelled-at-printer', { do: 'cancelCurrent' }]
	])('%s says so in words and never "printed"', async (_, fault, trouble) => {
		const { texts, press, reads } = customer;
		await prepare();
		await kiosk.printer({ do: 'hold' });
		await start();
		await page.getByText(texts.print.printing(1, 2)).waitFor();
		await kiosk.printer(trouble);
		await reads(texts.print.failed);
		await page.getByText(texts.printFaults[fault].what).waitFor();
		await page.getByText(texts.printFaults[fault].todo).waitFor();
		await kiosk.printer({ do: 'release' });
		await press(texts.scan.toPapers);
		await reads(texts.papers.heading);
		expect(await papersOfVisit()).toEqual([2]);
	});

	it.each<[string, PrintFault, PrinterCommand, PrinterCommand]>([
		['is switched off', 'offline', { do: 'goOffline' }, { do: 'goOnline' }],
		['answers a web page', 'bad-answer', { do: 'answerNonsense', kind: 'garbage' }, { do: 'answerProperly' }],
		['answers by halves', 'bad-answer', { do: 'answerNonsense', kind: 'half' }, { do: 'answerProperly' }]
	])('%s is said before anything is chosen, and the choice comes by itself', async (_, fault, trouble, mended) => {
		const { texts, reads } = customer;
		await kiosk.printer(trouble);
		await prepare();
		await printFault(fault);
		await kiosk.printer(mended);
		await start();
		await reads(texts.print.done);
	});
});
