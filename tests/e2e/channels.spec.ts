import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { languages, type Language } from '#lib/domain/language.ts';
import type { ChannelsOffer } from '#lib/session/session-view.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { commandFrom, customerAt, leave, viewOf, type Customer } from './house/customer.ts';
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
	page = await openScreen(browser, kiosk.address);
});
afterEach(() => leave(page));

const offer = (): Promise<ChannelsOffer> =>
	page.evaluate(async () => (await (await fetch('/api/channels')).json()) as ChannelsOffer);
const toChannels = async (language: Language): Promise<Customer> => {
	const customer = customerAt(page, language);
	await customer.startVisit();
	await customer.press(customer.texts.home.channels.label);
	await customer.reads(customer.texts.channels.heading);
	await page.locator('main ul button').first().waitFor();
	return customer;
};
/** What sticks out of the screen at 1280×800. */
const overflow = () =>
	page.evaluate(() =>
		[...document.querySelectorAll('main, main .button, main h1')]
			.filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight, tagName }) => {
				const tall = tagName !== 'H1' && scrollHeight > clientHeight + 1;
				return tall || scrollWidth > clientWidth + 1;
			})
			.map((each) => `${each.tagName} ${each.textContent.trim().slice(0, 40)}`)
	);
const violations = async () => {
	const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
	const found = await new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).analyze();
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
};
const screen = async () => {
	const { state } = await viewOf(page);
	if (state.name !== 'inSession') throw new Error(`no visit but ${state.name}`);
	return state.screen;
};

describe.each(languages)('in %s', (language) => {
	it('every channel is opened from the list, tells the same as its file, fits on the screen, and leads back', async () => {
		const { texts, press, reads } = await toChannels(language);
		const { channels } = await offer();
		expect(channels).toHaveLength(11);
		const stickingOut: Record<string, readonly string[]> = { list: await overflow() };
		for (const { id, name, purpose, url, postalAddress, opens } of channels) {
			await press(name[language]);
			await reads(name[language]);
			const words = await page.locator('main').innerText();
			expect(words).toContain(purpose[language]);
			expect(words).toContain(texts.channels.hoursHeading);
			expect(words).toContain(texts.channels.languagesHeading);
			const address = url?.replace('https://', '');
			if (address !== undefined) {
				expect(words).toContain(address);
				const code = page.getByRole('img', { name: texts.channels.takeAlongOf(address), exact: true });
				await expect.poll(() => code.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
			}
			if (postalAddress !== null) expect(words).toContain(postalAddress);
			// In a browser nothing is locked, and so no page of anyone else's is opened.
			expect(words).toContain(opens === null ? texts.channels.notHere : texts.channels.siteNotHere);
			stickingOut[id] = await overflow();
			await press(texts.channels.backToAll);
			await reads(texts.channels.heading);
		}
		expect(stickingOut).toEqual(Object.fromEntries(Object.keys(stickingOut).map((place) => [place, []])));
	});

	it('the guide comes to every advice in at most three answers, and every way that it names can be opened', async () => {
		const { texts, press, reads } = await toChannels(language);
		const { guide, channels } = await offer();
		if (guide === null) throw new Error('no guide');
		const asked = new Map<string, number>();
		const walk = async (path: readonly number[]): Promise<void> => {
			await commandFrom(page, { type: 'start guide' });
			for (const answer of path) {
				const at = await screen();
				if (at.name !== 'guide') throw new Error(at.name);
				await commandFrom(page, { type: 'answer guide', questionId: at.step.id, answer });
			}
			const at = await screen();
			if (at.name !== 'guide') throw new Error(at.name);
			const { step } = at;
			if (step.kind === 'question') {
				const question = guide.questions.find(({ id }) => id === step.id)!;
				await reads(question.text[language]);
				expect([step.id, await overflow()]).toEqual([step.id, []]);
				for (const answer of question.answers.keys()) await walk([...path, answer]);
				return;
			}
			if (asked.has(step.id)) return;
			asked.set(step.id, path.length);
			const advice = guide.advice.find(({ id }) => id === step.id)!;
			await page.getByText(advice.why[language]).waitFor();
			expect([step.id, await overflow()]).toEqual([step.id, []]);
			for (const place of advice.alternatives) {
				const channel = channels.find(({ id, opens }) => (place === 'portal' ? opens === 'portal' : id === place));
				if (channel === undefined) continue;
				await press(channel.name[language]);
				await reads(channel.name[language]);
				await press(texts.channels.backToAdvice);
				await page.getByText(advice.why[language]).waitFor();
			}
		};
		await walk([]);
		expect([...asked.keys()].toSorted()).toEqual(guide.advice.map(({ id }) => id).toSorted());
		expect(Math.max(...asked.values())).toBeLessThanOrEqual(3);
	}, 180_000);
});

it('no screen on the way breaks a rule of WCAG 2.2 AA that a program can see', async () => {
	const { texts, press, reads } = await toChannels('fi');
	const seen: Record<string, readonly string[]> = { list: await violations() };
	await press('Puhelinpalvelu');
	await reads('Puhelinpalvelu');
	seen['channel'] = await violations();
	await press(texts.channels.backToAll);
	await press(texts.channels.guide.label);
	await reads('Mitä haluat tehdä?');
	seen['question'] = await violations();
	await press('Kysyä omasta asiastani');
	await press('Toivon, että minulle soitetaan');
	await reads(texts.guide.best('Soittopyyntö'));
	seen['advice'] = await violations();
	expect(seen).toEqual({ list: [], channel: [], question: [], advice: [] });
}, 180_000);

it('by keyboard alone a customer is guided to a channel and back', async () => {
	const { texts, reads } = await toChannels('fi');
	const choose = async (name: string) => {
		const button = page.locator('main').getByRole('button', { name });
		for (let presses = 0; presses < 40; presses += 1) {
			await page.keyboard.press('Tab');
			if (await button.evaluateAll((found) => found.includes(document.activeElement as HTMLElement))) {
				return page.keyboard.press('Enter');
			}
		}
		throw new Error(`Tab never comes to ${name}`);
	};
	await choose(texts.channels.guide.label);
	await reads('Mitä haluat tehdä?');
	await choose('Saada yleistä tietoa, arvion tuesta tai lomakkeen');
	await reads('Mitä tarvitset?');
	await choose('Arvion siitä paljonko voisin saada');
	await reads(texts.guide.best('Laskurit'));
	await choose(texts.guide.readMore);
	await reads('Laskurit');
	await choose(texts.channels.backToAdvice);
	await reads(texts.guide.best('Laskurit'));
	await choose(texts.guide.back);
	await reads('Mitä tarvitset?');
});

it('the ending of a visit leaves the next customer at the first question', async () => {
	await toChannels('fi');
	await commandFrom(page, { type: 'start guide' });
	await commandFrom(page, { type: 'answer guide', questionId: 'matter', answer: 0 });
	await commandFrom(page, { type: 'end visit' });
	await page.getByRole('button', { name: 'Suomi' }).waitFor();
	await toChannels('fi');
	await commandFrom(page, { type: 'go to', screen: 'guide' });
	expect(await screen()).toEqual({ name: 'guide', step: { kind: 'question', id: 'matter' }, answered: 0 });
});
