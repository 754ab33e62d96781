import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { languages } from '../../domain/language.ts';
import { viewNames, views, type ViewName } from '../fixtures/views.ts';
import SignpostScreen from './SignpostScreen.svelte';

beforeEach(() => page.viewport(1280, 800));

async function show(name: ViewName) {
	const view = views[name]('fi');
	const { state } = view;
	if (state.name !== 'closed' && state.name !== 'outOfOrder') throw new Error(`${name} is no signpost`);
	const { container } = await render(SignpostScreen, { view, state });
	container.style.height = '100vh';
	await document.fonts.ready;
	return container;
}

const words = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
/** What a part says in Finnish, Swedish and English. */
const inEach = (container: Element, selector: string, index = 0) =>
	languages.map((language) => words(container.querySelectorAll(`section[lang=${language}] ${selector}`)[index]));

describe('a closed computer says in three languages at once', () => {
	it.each<[ViewName, readonly string[]]>([
		['closed', ['Aukioloaikojen mukaan', 'Enligt öppettiderna', 'By the opening hours']],
		[
			'closed by the hours of a season',
			['Kauden aukioloaikojen mukaan: Kesä', 'Enligt säsongens öppettider: Sommar', 'By the seasonal hours: Summer']
		],
		[
			'closed on a public holiday',
			['Pyhä- tai juhlapäivä: itsenäisyyspäivä', 'Helgdag: självständighetsdagen', 'Public holiday: Independence Day']
		],
		[
			'closed by an exception',
			[
				'Poikkeava aukioloaika: Henkilökunnan koulutuspäivä ja tietokoneiden huolto',
				'Avvikande öppettid: Utbildningsdag för personalen och service av datorerna',
				'Special opening hours: Training day for staff and maintenance of the computers'
			]
		],
		[
			'closed by an exception without a reason',
			['Poikkeava aukioloaika', 'Avvikande öppettid', 'Special opening hours']
		],
		[
			'closed by hand',
			[
				'Henkilökunta on sulkenut tämän tietokoneen.',
				'Personalen har stängt den här datorn.',
				'Staff have closed this computer.'
			]
		]
	])('why: %s', async (name, why) => {
		expect(inEach(await show(name), '.why')).toEqual(why);
	});

	it.each<[ViewName, readonly string[]]>([
		[
			'closed',
			[
				'Avataan tiistaina 24. marraskuuta klo 9.00',
				'Öppnar tisdag 24 november kl. 9.00',
				'Opens Tuesday 24 November at 9:00'
			]
		],
		[
			'closed without a date',
			[
				'Seuraava aukioloaika ei ole vielä tiedossa.',
				'Nästa öppettid är inte känd ännu.',
				'The next opening time is not known yet.'
			]
		],
		[
			'closed by hand',
			[
				'Kysy henkilökunnalta, milloin tietokone avataan.',
				'Fråga personalen när datorn öppnas.',
				'Please ask the staff when the computer opens.'
			]
		]
	])('when it opens: %s', async (name, opens) => {
		expect(inEach(await show(name), '.opens')).toEqual(opens);
	});

	it.each<[ViewName, readonly string[]]>([
		[
			'closed',
			[
				'Kelan palvelupiste Kemi Meripuistokatu 16 Suljettu nyt Avataan torstaina 26. marraskuuta klo 12.00',
				'FPA:s serviceställe i Kemi Meripuistokatu 16 Stängt nu Öppnar torsdag 26 november kl. 12.00',
				'Kela service point Kemi Meripuistokatu 16 Closed now Opens Thursday 26 November at 12:00'
			]
		],
		[
			'closed by the hours of a season',
			[
				'Kelan palvelupiste Kemi Meripuistokatu 16 Avoinna nyt Suljetaan klo 13.00',
				'FPA:s serviceställe i Kemi Meripuistokatu 16 Öppet nu Stänger kl. 13.00',
				'Kela service point Kemi Meripuistokatu 16 Open now Closes at 13:00'
			]
		]
	])('where else to go: %s', async (name, where) => {
		expect(inEach(await show(name), '.instead')).toEqual(where);
	});

	it.each<[ViewName, readonly string[]]>([
		[
			'closed',
			[
				'Puhelinpalvelu Avoinna nyt Suljetaan klo 16.00',
				'Telefontjänst Öppet nu Stänger kl. 16.00',
				'Phone service Open now Closes at 16:00'
			]
		],
		[
			'closed on a public holiday',
			[
				'Puhelinpalvelu Suljettu nyt Avataan tiistaina 24. marraskuuta klo 9.00',
				'Telefontjänst Stängt nu Öppnar tisdag 24 november kl. 9.00',
				'Phone service Closed now Opens Tuesday 24 November at 9:00'
			]
		]
	])('whether the phone answers this minute: %s', async (name, phone) => {
		expect(inEach(await show(name), '.instead', 1)).toEqual(phone);
	});

	it('which computer beside it is free, and none that is not', async () => {
		expect(inEach(await show('closed by hand, others free'), 'ul')).toEqual([
			'Tietokone 2 on vapaa',
			'Dator 2 är ledig',
			'Computer 2 is free'
		]);
	});

	it('what each code is and where it leads', async () => {
		const container = await show('closed');
		const codes = [...container.querySelectorAll('figure')].map((figure) => {
			const picture = figure.querySelector('img');
			return [picture?.getAttribute('src'), picture?.alt, words(figure)];
		});
		expect(codes).toEqual([
			[
				'/api/take-along/portal',
				'QR-koodi: OmaKela. QR-kod: MittFPA. QR code: OmaKela',
				'OmaKela · MittFPA www.kela.fi/omakela'
			],
			[
				'/api/take-along/phone',
				'QR-koodi: Puhelin. QR-kod: Telefon. QR code: Phone',
				'Puhelin · Telefon · Phone www.kela.fi/soita-kelaan'
			],
			[
				'/api/take-along/route-kemi',
				'QR-koodi: Reitti Kemi. QR-kod: Väg Kemi. QR code: Route Kemi',
				'Reitti · Väg · Route · Kemi www.openstreetmap.org'
			]
		]);
	});
});

describe('a computer that is out of order', () => {
	it('names the computers beside it, free ones first', async () => {
		const container = await show('out of order, others free');
		expect([0, 1, 2].map((index) => inEach(container, 'li', index))).toEqual([
			['Tietokone 2 on vapaa', 'Dator 2 är ledig', 'Computer 2 is free'],
			['Tietokone 3 on käytössä', 'Dator 3 är upptagen', 'Computer 3 is in use'],
			[
				'Tietokone Ikkunapaikka on pian valmis',
				'Dator Ikkunapaikka är snart klar',
				'Computer Ikkunapaikka will be ready soon'
			]
		]);
	});

	it.each<ViewName>(['out of order', 'out of order, others unknown'])('sends people to staff: %s', async (name) => {
		const container = await show(name);
		expect([inEach(container, '.ask')[2], container.querySelectorAll('li').length]).toEqual([
			'We are sorry. Please ask the staff for help or use another computer.',
			0
		]);
	});
});

const signposts = viewNames.filter((name) => /^(closed|out of order)/.test(name));

describe.each([
	[1280, 744],
	[1920, 1050],
	[1024, 705]
])('on a screen of %i × %i above the ribbon of a trial', (width, height) => {
	it.each(signposts)('%s is read whole, no word cut and none to scroll to', async (name) => {
		await page.viewport(width, height);
		const container = await show(name);
		const main = container.querySelector('main');
		const wide = [...container.querySelectorAll('main, aside, section, h1, h2, p, li, figcaption')].filter(
			(element) => element.scrollWidth > element.clientWidth + 1
		);
		expect([wide.map(words), (main?.scrollHeight ?? 0) - (main?.clientHeight ?? 0)]).toEqual([[], 0]);
	});
});
