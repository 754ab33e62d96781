import { chromium, type Browser, type Page } from 'playwright';

/** The browser that stands for the customer screen's. As root (a build machine) it has no sandbox of its own. */
export const launchBrowser = (): Promise<Browser> =>
	chromium.launch({
		executablePath: '/usr/bin/chromium',
		args: [
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
		]
	});

/** A customer screen of 1280×800 at an address; what goes wrong in the page itself is collected in `problems`. */
export async function openScreen(browser: Browser, address: string): Promise<Page & { problems: string[] }> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	await page.goto(address);
	return Object.assign(page, { problems });
}
