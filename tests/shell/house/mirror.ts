import { chromium, type Locator, type Page } from 'playwright';
import { until } from '../../contract/portal-fixture/until.ts';

/** Height of the bar, and so the top of the work area. */
export const barHeightPx = 72;

/** A rectangle in points of a page. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** Something to press: where it is on the real screen, and how it looks there. */
export interface Target {
	readonly box: Box;
	readonly picture: Buffer;
}

/**
 * A second browser that shows the same pages at the same size, so that the test knows where a customer would press. Presses
 * themselves go through the real pointer on the real screen.
 */
export interface Mirror {
	readonly screen: Page;
	/** The demo portal in the size of the work area, driven apart: it has a log-in of its own. */
	readonly portal: Page;
	onScreen(find: (page: Page) => Locator): Promise<Target>;
	inPortal(find: (page: Page) => Locator): Promise<Target>;
	close(): Promise<void>;
}

const flags = [
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

const targetOf = async (page: Page, locator: Locator): Promise<Target> => {
	await locator.waitFor({ state: 'visible' });
	// A screen that comes just now draws its button anew.
	const isThere = () =>
		locator.scrollIntoViewIfNeeded().then(
			() => true,
			() => false
		);
	await until(isThere, `${String(locator)} stays in its place`);
	const found = await locator.boundingBox();
	if (!found) throw new Error('nothing to press');
	const [x, y] = [Math.floor(found.x), Math.floor(found.y)];
	const box = { x, y, width: Math.floor(found.width), height: Math.floor(found.height) };
	return { box, picture: await page.screenshot({ clip: box, animations: 'disabled' }) };
};

export async function openMirror(
	address: string,
	size: { readonly width: number; readonly height: number },
	portalPort: (host: string) => number
): Promise<Mirror> {
	const rules = ['portal.test', 'bank.test', 'kela.test'].map(
		(host) => `MAP ${host}:443 127.0.0.1:${portalPort(host)}`
	);
	const browser = await chromium.launch({
		executablePath: '/usr/bin/chromium',
		// File inputs are labelled in the browser's own language, not the page's.
		env: { PATH: process.env.PATH ?? '/usr/bin:/bin', HOME: process.env.HOME ?? '/', LANGUAGE: 'fi', LANG: 'C.UTF-8' },
		args: [...flags, `--host-resolver-rules=${rules.join(',')}`],
		chromiumSandbox: process.getuid?.() !== 0
	});
	const screenContext = await browser.newContext({ viewport: { ...size }, locale: 'fi-FI' });
	const portalContext = await browser.newContext({
		viewport: { width: size.width, height: size.height - barHeightPx },
		locale: 'fi-FI',
		ignoreHTTPSErrors: true
	});
	const screen = await screenContext.newPage();
	await screen.goto(address);
	const portal = await portalContext.newPage();
	await portal.goto('https://portal.test/');
	return {
		screen,
		portal,
		onScreen: (find) => targetOf(screen, find(screen)),
		async inPortal(find) {
			const { box, picture } = await targetOf(portal, find(portal));
			return { box: { ...box, y: box.y + barHeightPx }, picture };
		},
		close: () => browser.close()
	};
}
