import type { Language } from '../../../domain/language.ts';

interface PageTexts {
	readonly title: string;
	readonly lead: string;
}

/** What the pages of the channels' demo site say. */
export interface ChannelTexts {
	readonly service: string;
	readonly home: PageTexts;
	readonly calculators: PageTexts & {
		readonly rent: string;
		readonly count: string;
		readonly result: (euros: number) => string;
	};
	readonly forms: PageTexts & { readonly download: string; readonly print: string; readonly form: string };
	readonly chat: PageTexts & { readonly question: string; readonly send: string; readonly answer: string };
	readonly places: PageTexts;
	readonly phone: PageTexts;
}

export const channelTexts: Readonly<Record<Language, ChannelTexts>> = {
	fi: {
		service: 'Esimerkki.fi',
		home: { title: 'Tietoa etuuksista', lead: 'Tällä esittelysivulla ei ole oikeaa tietoa etuuksista.' },
		calculators: {
			title: 'Laskurit',
			lead: 'Arvioi tuki vuokran perusteella. Laskuri on esittely: tulos ei ole oikea, eikä mitään tallenneta.',
			rent: 'Vuokra kuukaudessa (euroa)',
			count: 'Laske',
			result: (euros) => `Esimerkkituki: ${euros} euroa kuukaudessa`
		},
		forms: {
			title: 'Lomakkeet',
			lead: 'Lataa lomake. Se tulee omiin papereihisi, ja voit tulostaa sen.',
			download: 'Lataa lomake (PDF)',
			print: 'Tulosta tämä sivu',
			form: 'Esimerkkilomake'
		},
		chat: {
			title: 'Chat',
			lead: 'Kysy yleisiä kysymyksiä. Älä kirjoita henkilötietoja: tämä on esittely.',
			question: 'Kysymyksesi',
			send: 'Lähetä',
			answer: 'Kiitos kysymyksestä. Esittely ei osaa vastata siihen.'
		},
		places: { title: 'Palvelupisteet', lead: 'Palvelupisteet, asiointipisteet ja etäpalvelu.' },
		phone: { title: 'Soita', lead: 'Jokaisella elämäntilanteella on oma palvelunumeronsa.' }
	},
	sv: {
		service: 'Exempel.fi',
		home: {
			title: 'Information om förmåner',
			lead: 'På den här demosidan finns ingen riktig information om förmåner.'
		},
		calculators: {
			title: 'Beräkningar',
			lead: 'Uppskatta stödet utifrån hyran. Räknaren är en demo: resultatet är inte riktigt, och ingenting sparas.',
			rent: 'Hyra per månad (euro)',
			count: 'Räkna',
			result: (euros) => `Exempelstöd: ${euros} euro i månaden`
		},
		forms: {
			title: 'Blanketter',
			lead: 'Ladda ner en blankett. Den kommer till dina papper, och du kan skriva ut den.',
			download: 'Ladda ner blanketten (PDF)',
			print: 'Skriv ut den här sidan',
			form: 'Exempelblankett'
		},
		chat: {
			title: 'Chatt',
			lead: 'Ställ allmänna frågor. Skriv inga personuppgifter: det här är en demo.',
			question: 'Din fråga',
			send: 'Skicka',
			answer: 'Tack för frågan. Demon kan inte svara på den.'
		},
		places: { title: 'Serviceställen', lead: 'Serviceställen, servicepunkter och distanstjänst.' },
		phone: { title: 'Ring', lead: 'Varje livssituation har sitt eget servicenummer.' }
	},
	en: {
		service: 'Example.fi',
		home: { title: 'Information about benefits', lead: 'This demo page holds no real information about benefits.' },
		calculators: {
			title: 'Calculators',
			lead: 'Estimate the support from the rent. The calculator is a demo: the result is not real, and nothing is stored.',
			rent: 'Rent per month (euros)',
			count: 'Calculate',
			result: (euros) => `Example support: ${euros} euros a month`
		},
		forms: {
			title: 'Forms',
			lead: 'Download a form. It comes to your papers, and you can print it.',
			download: 'Download the form (PDF)',
			print: 'Print this page',
			form: 'Example form'
		},
		chat: {
			title: 'Chat',
			lead: 'Ask general questions. Write no personal data: this is a demo.',
			question: 'Your question',
			send: 'Send',
			answer: 'Thank you for the question. The demo cannot answer it.'
		},
		places: { title: 'Service points', lead: 'Service points, partner points and remote service.' },
		phone: { title: 'Call', lead: 'Each life situation has its own service number.' }
	}
};
