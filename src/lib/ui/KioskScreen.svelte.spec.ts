import axe from 'axe-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import { languages, type Language } from '../domain/language.ts';
import { catalogues } from '../i18n/catalogues.ts';
import KioskScreen from './KioskScreen.svelte';
import { FixedSession } from './fixtures/fixed-session.svelte.ts';
import { refusals as refusalNames } from '../session/session-command.ts';
import { channelsOffer } from './fixtures/channels.ts';
import { a4Pages, devices, viewNames, views, type ViewName } from './fixtures/views.ts';

vi.mock('./viewer/pdf-document.ts', () => ({
	openDocument: () => Promise.resolve({ pageCount: 2, draw: () => Promise.resolve(), close: () => undefined })
}));

const onePixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
vi.mock('./thumbnail-urls.ts', () => ({
	thumbnailUrls: (paper: { pageCount?: number; pages?: readonly unknown[] }) =>
		Array.from({ length: paper.pageCount ?? paper.pages?.length ?? 2 }, (_, index) => `${onePixel}#${index}`),
	thumbnailUrl: (_: string, { image }: { image: { id: string } }) => `${onePixel}#${image.id}`,
	pdfUrl: () => 'about:blank'
}));

// What the screen loads when it is needed; the first time it is also compiled here.
beforeAll(
	() => Promise.all([import('./screens/VisitScreen.svelte'), import('./screens/SignpostScreen.svelte')]),
	60_000
);
beforeEach(async () => {
	const answers: Record<string, unknown> = { '/api/channels': channelsOffer, '/api/devices': devices };
	vi.stubGlobal('fetch', (url: string) => Promise.resolve(Response.json(answers[url] ?? a4Pages(1000))));
	await page.viewport(1280, 800);
});
afterEach(() => vi.unstubAllGlobals());

/** The page as the kiosk shows it: as high as the window. */
async function show(name: ViewName, language: Language) {
	const session = new FixedSession(views[name](language));
	const { container } = await render(KioskScreen, { session });
	container.style.height = '100vh';
	await document.fonts.ready;
	if (session.view?.state.name === 'inSession')
		await expect.poll(() => container.querySelector('nav, [role]')).not.toBe(null);
	if (/^(closed|out of order)/.test(name)) await expect.poll(() => container.querySelector('.aligned')).not.toBe(null);
	await expect.poll(() => container.textContent).not.toContain(catalogues[language].scan.asking);
	await expect.poll(() => container.textContent).not.toContain(catalogues[language].print.asking);
	await expect.poll(() => container.textContent).not.toContain(catalogues[language].channels.asking);
	return { session, container };
}

const describeElement = (element: Element) =>
	`${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;

/** What sticks out of its box sideways, and what must be scrolled to be seen. */
function overflowing(container: Element): string[] {
	const sideways = [...container.querySelectorAll('main, nav, h1, h2, .button, label, legend')].filter(
		(element) => element.scrollWidth > element.clientWidth + 1
	);
	const scrolled = [...container.querySelectorAll('main, .content')].filter(
		(element) => element.scrollHeight > element.clientHeight + 1
	);
	return [...sideways, ...scrolled].map(describeElement);
}

describe.each(languages)('in %s', (language) => {
	it.each(viewNames)('%s fits on the screen whole', async (name) => {
		const { container } = await show(name, language);
		expect(overflowing(container)).toEqual([]);
	});
});

describe('nobody is shut out', () => {
	it.each(viewNames)('%s has nothing serious against WCAG 2.2 AA', async (name) => {
		const { container } = await show(name, 'fi');
		const result = await axe.run(container, {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
			resultTypes: ['violations']
		});
		const serious = result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
		expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
	});

	it('says the language of the page to screen readers', async () => {
		await show('home', 'sv');
		expect(document.documentElement.lang).toBe('sv');
	});
});

describe('the bar stays inside the 72 pixels that the window manager leaves to it', () => {
	const bars = viewNames.filter((name) => name.startsWith('portal') || name.startsWith('home'));

	describe.each([1280, 1024])('at %i pixels', (width) => {
		it.each(languages.flatMap((language) => bars.map((name) => [language, name] as const)))(
			'%s: %s',
			async (language, name) => {
				await page.viewport(width, 800);
				const { container } = await show(name, language);
				const bar = container.querySelector('nav');
				const outside = [...(bar?.querySelectorAll('button, strong, .told') ?? [])].filter((element) => {
					const box = element.getBoundingClientRect();
					return box.left < 0 || box.right > width || box.top < 0 || box.bottom > 72;
				});
				const boxes = [...(bar?.querySelectorAll('button') ?? [])].map((button) => button.getBoundingClientRect());
				const covered = boxes.filter((box, index) =>
					boxes.some((other, at) => at < index && other.right > box.left + 1)
				);
				expect({
					height: bar?.getBoundingClientRect().height,
					outside: outside.map(describeElement),
					covered
				}).toEqual({ height: 72, outside: [], covered: [] });
			}
		);
	});

	describe.each([1280, 1024])('at %i pixels, while something is told', (width) => {
		const told = bars.filter((name) => name.startsWith('portal') && /refused/.test(name));
		it.each(languages.flatMap((language) => told.map((name) => [language, name] as const)))(
			'%s: %s is read whole, and the page can still be left, saved and closed',
			async (language, name) => {
				await page.viewport(width, 800);
				const { session, container } = await show(name, language);
				const words = container.querySelector('.told');
				const cut = (element: Element | null) => (element?.scrollHeight ?? 0) > (element?.clientHeight ?? 0) + 1;
				const { refusals, connection } = catalogues[language];
				const portalName = language === 'sv' ? 'MittFPA' : 'OmaKela';
				const problems = ['not-sent', ...refusalNames] as const;
				const cutWords = cut(words) ? [words?.textContent] : [];
				for (const problem of problems) {
					session.problem = problem;
					const { what } = problem === 'not-sent' ? connection.notSent : refusals(portalName)[problem];
					await expect.poll(() => words?.textContent).toBe(what);
					if (cut(words)) cutWords.push(what);
				}
				const { portalBack, capturePage, closePageOf } = catalogues[language].bar;
				const pagesOpen = name === 'portal, page refused' ? [] : [closePageOf(2)];
				const names = [...container.querySelectorAll('.controls button[aria-label]')].map((each) =>
					each.getAttribute('aria-label')
				);
				expect({ cutWords, names }).toEqual({ cutWords: [], names: [portalBack, capturePage, ...pagesOpen] });
			}
		);
	});

	it('counts the minutes, and the last one in seconds', async () => {
		const { session } = await show('portal', 'fi');
		await expect.element(page.getByText('43 min')).toBeVisible();
		session.now += 42 * 60_000 + 15_000;
		await expect.element(page.getByText('45 s', { exact: true })).toBeVisible();
	});

	it('says a warning aloud', async () => {
		await show('portal, several pages, help called, last minutes', 'fi');
		await expect.element(page.getByRole('status')).toHaveTextContent('Tietokone suljetaan 5 minuutin kuluttua.');
	});
});

describe('a press', () => {
	it('fires once however often it is repeated while it is on its way', async () => {
		const { session } = await show('papers', 'fi');
		session.answers = ['never'];
		const button = page.getByRole('button', { name: 'Tulosta: Vuokrasopimus' });
		const element = button.element() as HTMLButtonElement;
		element.click();
		element.click();
		await expect.element(button).toHaveAttribute('data-busy', 'true');
		element.click();
		expect(session.sent).toEqual([{ type: 'prepare print', paperId: 'paper-3' }]);
	});

	it.each(languages)('that is refused is answered by a sentence (%s)', async (language) => {
		const { session } = await show('home', language);
		session.answers = ['already-running'];
		await page.getByText(catalogues[language].home.scan.detail).click();
		await expect.element(page.getByText(catalogues[language].refusals('')['already-running'].what)).toBeVisible();
		await page.getByRole('button', { name: catalogues[language].common.ok, exact: true }).click();
		await expect.element(page.getByRole('alert')).toBeEmptyDOMElement();
	});

	it('that is refused over the portal is answered in the bar', async () => {
		const { session, container } = await show('portal', 'fi');
		session.answers = ['not-now'];
		await page.getByRole('button', { name: 'Tallenna sivu' }).click();
		await expect
			.poll(() => container.querySelector('nav .told')?.textContent)
			.toBe(catalogues.fi.refusals('')['not-now'].what);
	});
});

describe('a question', () => {
	it('whether the customer is there hides everything else and waits with the focus on the answer', async () => {
		const { session, container } = await show('presence asked', 'fi');
		const button = page.getByRole('button', { name: 'Olen vielä täällä' });
		await expect.element(button).toHaveFocus();
		expect(container.querySelectorAll('button')).toHaveLength(1);
		await expect.element(page.getByRole('timer')).toHaveTextContent('Käynti päättyy 28 sekunnin kuluttua');
		await userEvent.keyboard('{Enter}');
		expect(session.sent).toEqual([{ type: 'I am here' }]);
	});

	it('whether to end has the focus on staying, never on deleting', async () => {
		await show('confirm end', 'fi');
		await expect.element(page.getByRole('button', { name: 'Ei, jatkan vielä' })).toHaveFocus();
	});

	it('whether to end says that nobody is logged out, and shows the way to do it', async () => {
		const { session } = await show('confirm end', 'fi');
		await expect.element(page.getByText(catalogues.fi.end.portal('OmaKela'))).toBeVisible();
		await page.getByRole('button', { name: 'Palaa palveluun OmaKela' }).click();
		expect(session.sent).toEqual([{ type: 'stay' }, { type: 'enter portal' }]);
	});

	it('whether to end is silent about a portal that nobody opened', async () => {
		const { container } = await show('confirm end, portal never opened', 'fi');
		expect(container.querySelector('main')?.textContent).not.toContain('OmaKela');
	});
});

describe('choices become one command', () => {
	it('a scan takes the offered source, sides and preset', async () => {
		const { session } = await show('scan', 'fi');
		await page.getByRole('radio', { name: /^Molemmilla puolilla/ }).click({ force: true });
		await page.getByRole('radio', { name: /^Väri/ }).click({ force: true });
		await page.getByRole('button', { name: 'Aloita skannaus' }).click();
		expect(session.sent).toEqual([{ type: 'start scan', source: 'feeder', sides: 'two-sided', preset: 'colour' }]);
	});

	it('a scan that is left for the papers by the bar has been seen', async () => {
		const { session } = await show('scan done', 'fi');
		await page.getByRole('button', { name: 'Paperini 3' }).click();
		expect(session.sent).toEqual([{ type: 'go to', screen: 'papers' }, { type: 'scan seen' }]);
	});

	it.each([
		['scan done, attachment waits', [{ type: 'scan seen' }, { type: 'enter portal' }]],
		['scan done on the glass, attachment waits', [{ type: 'scan seen' }, { type: 'enter portal' }]],
		['papers, attachment waits', [{ type: 'enter portal' }]],
		['papers empty, attachment waits', [{ type: 'enter portal' }]]
	] as const)('%s: the first and only bright button leads back to the attachment', async (name, commands) => {
		const { session, container } = await show(name, 'fi');
		const bright = container.querySelectorAll('main > .actions .primary, main > .top .primary, main > .empty .primary');
		expect([...bright].map((button) => button.textContent.trim())).toEqual([catalogues.fi.attach.backHere]);
		expect(container.querySelector('main .button')).toBe(bright[0]);
		await page.getByRole('button', { name: catalogues.fi.attach.backHere }).click();
		expect(session.sent).toEqual(commands);
	});

	it('chosen papers answer the file input', async () => {
		const { session } = await show('attach', 'fi');
		await page.getByRole('checkbox', { name: /Vuokrasopimus/ }).click({ force: true });
		await page.getByRole('checkbox', { name: /Paperi 1/ }).click({ force: true });
		await page.getByRole('button', { name: 'Liitä 2 paperia' }).click();
		expect(session.sent).toEqual([{ type: 'attach papers', paperIds: ['paper-1', 'paper-3'] }]);
	});

	it('a paper that the web page does not take cannot be chosen and says why', async () => {
		await show('attach, nothing fits', 'fi');
		const paper = page.getByRole('checkbox', { name: /Paperi 1/ });
		await expect.element(paper).toBeDisabled();
		await expect.element(page.getByText(catalogues.fi.attach.doesNotFit).first()).toBeVisible();
	});
});

describe('a channel', () => {
	it('is opened from the list, which says whether it serves now', async () => {
		const { session } = await show('channels', 'fi');
		await page.getByRole('button', { name: /Puhelinpalvelu.*Avoinna nyt/ }).click();
		expect(session.sent).toEqual([{ type: 'look at channel', channelId: 'phone' }]);
	});

	it('tells when it closes, its days, and the address in words, which stays when the QR code does not come', async () => {
		const { session, container } = await show('channel with hours', 'fi');
		const [when, languageNames] = [...container.querySelectorAll('dd')].map((each) => each.textContent.trim());
		expect([when, languageNames, container.querySelector('figcaption strong')?.textContent]).toEqual([
			'Avoinna nyt, sulkeutuu klo\u00A016.00 ma–pe klo\u00A09–16',
			catalogues.fi.channels.languagesVary,
			'www.kela.fi/soita-kelaan'
		]);
		await page.getByRole('button', { name: 'Avaa verkkosivu tässä' }).click();
		await page.getByRole('button', { name: catalogues.fi.channels.backToAdvice }).click();
		expect(session.sent).toEqual([
			{ type: 'open channel', channelId: 'phone' },
			{ type: 'go to', screen: 'guide' }
		]);
	});

	it.each(['channel without a locked screen', 'channel closed, not opened here'] as const)(
		'%s says so in place of the button',
		async (name) => {
			await show(name, 'fi');
			const { siteNotHere, notHere } = catalogues.fi.channels;
			const words = name === 'channel without a locked screen' ? siteNotHere : notHere;
			await expect.element(page.getByText(words)).toBeVisible();
			await expect.element(page.getByRole('button', { name: 'Avaa verkkosivu tässä' })).not.toBeInTheDocument();
		}
	);

	it('whose site is open is led back to, also from the bar; the portal has its own tile', async () => {
		const { session } = await show('home, a channel is open', 'fi');
		await page.getByRole('button', { name: 'Palaa: Chattirobotti Kela-Kelpo' }).click();
		await page.getByRole('button', { name: /Siirry palveluun OmaKela/ }).click();
		expect(session.sent).toEqual([{ type: 'open channel', channelId: 'chat' }, { type: 'enter portal' }]);
	});

	it('is asked for again each minute while the screen stays, so that its mark stays true', async () => {
		const asked: number[] = [];
		const closed = channelsOffer.channels.map((each) =>
			each.id === 'phone' ? { ...each, hours: channelsOffer.channels[3]!.hours } : each
		);
		vi.stubGlobal('fetch', () => {
			asked.push(performance.now());
			// It closes half a second from now; a second is the least that is waited.
			const offer = { ...channelsOffer, changesAt: channelsOffer.at + 500 };
			return Promise.resolve(
				Response.json(asked.length === 1 ? offer : { ...offer, channels: closed, changesAt: null })
			);
		});
		await show('channels', 'fi');
		await expect.element(page.getByRole('button', { name: /Puhelinpalvelu.*Avoinna nyt/ })).toBeVisible();
		await expect
			.poll(() => page.getByRole('button', { name: /Puhelinpalvelu.*Suljettu nyt/ }).elements().length, {
				timeout: 3000
			})
			.toBe(2);
		expect(asked).toHaveLength(2);
	});

	it('that the kiosk could not tell of is asked for again by a press', async () => {
		vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 503 })));
		await show('channels', 'fi');
		await expect.element(page.getByText(catalogues.fi.channels.failed.what)).toBeVisible();
		vi.stubGlobal('fetch', () => Promise.resolve(Response.json(channelsOffer)));
		await page.getByRole('button', { name: catalogues.fi.common.tryAgain }).click();
		await expect.element(page.getByRole('heading', { name: catalogues.fi.channels.heading })).toBeVisible();
		await expect.element(page.getByRole('button', { name: /OmaKela/ }).first()).toBeVisible();
	});
});

describe('the guide', () => {
	it('answers the question that is on the screen', async () => {
		const { session } = await show('guide', 'fi');
		await page.getByRole('button', { name: /^3\./ }).click();
		expect(session.sent).toEqual([{ type: 'answer guide', questionId: 'matter', answer: 2 }]);
	});

	it('has the first step as its bright button, then the best way, and more about the others', async () => {
		const { session, container } = await show('guide, scan first', 'fi');
		const bright = [...container.querySelectorAll('main .primary')].map((each) => each.textContent.trim());
		await page.getByRole('button', { name: '2. Sitten: OmaKela' }).click();
		await page
			.getByRole('button', { name: /Paperilomake|Puhelinpalvelu/ })
			.first()
			.click();
		expect({ bright, sent: session.sent }).toEqual({
			bright: ['1. Skannaa paperi'],
			sent: [{ type: 'enter portal' }, { type: 'look at channel', channelId: 'phone' }]
		});
	});
});

it('before a place is closed for another, the focus is on staying', async () => {
	const { session } = await show('confirm leaving', 'fi');
	await expect.element(page.getByRole('button', { name: 'Ei, pidä OmaKela auki' })).toHaveFocus();
	await page.getByRole('button', { name: 'Kyllä, avaa Chattirobotti Kela-Kelpo' }).click();
	expect(session.sent).toEqual([{ type: 'leave and open' }]);
});

it('a portal that is not there yet is told on its tile, which tries again', async () => {
	const { session } = await show('home, portal failed', 'fi');
	await page.getByText(catalogues.fi.home.portalUnavailable).click();
	expect(session.sent).toEqual([{ type: 'enter portal' }]);
});

it('a lost connection hides the papers and says that the screen comes back', async () => {
	const { session, container } = await show('papers', 'fi');
	session.connection = 'lost';
	await expect.element(page.getByRole('heading', { name: catalogues.fi.connection.heading })).toBeVisible();
	expect(container.textContent).not.toContain('Vuokrasopimus');
});
