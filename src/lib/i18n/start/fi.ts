import type { StartCatalogue } from './start-catalogue.ts';

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const pages = (number: number) => count(number, 'sivu', 'sivua');
export const minutes = (number: number) => count(number, 'minuutti', 'minuuttia');

export const startFi: StartCatalogue = {
	languageName: 'Suomi',
	documentTitle: 'Asiakastietokone',

	common: {
		home: 'Alkuun',
		ok: 'Selvä',
		cancel: 'Peruuta',
		tryAgain: 'Yritä uudelleen',
		wait: 'Odota hetki',
		pages
	},

	starting: { heading: 'Tietokone käynnistyy' },
	wiping: {
		heading: 'Tyhjennetään edellisen käynnin tiedot',
		steps: {
			portal: 'Verkkopalvelu suljettu',
			scanner: 'Skanneri tyhjä',
			printer: 'Tulostin tyhjä',
			tray: 'Paperit poistettu',
			clipboard: 'Leikepöytä tyhjä',
			screen: 'Näyttö tyhjennetty',
			settings: 'Asetukset palautettu',
			'temporary-files': 'Väliaikaiset tiedostot poistettu'
		},
		progress: (proven, total) => `${proven} / ${total} tarkistettu`,
		done: 'tarkistettu'
	},
	closed: { heading: 'Suljettu nyt' },
	outOfOrder: {
		heading: 'Tämä tietokone ei ole nyt käytössä',
		askStaff: 'Pahoittelemme. Kysy apua henkilökunnalta tai käytä toista tietokonetta.',
		reasons: {
			'wipe-not-proven': 'Tietokone odottaa henkilökunnan tarkistusta.',
			'wipe-failed': 'Tietokone odottaa henkilökunnan tarkistusta.',
			'unsafe-storage': 'Tietokoneen asetukset on korjattava ennen käyttöä.',
			'screen-lost': 'Tietokoneen näytössä on häiriö.',
			'clock-wrong':
				'Tietokoneen kello on väärässä. Henkilökunta: tarkistakaa kello ja verkkoyhteys. Kun kello on oikeassa, tietokone tulee itsestään käyttöön.'
		}
	},
	connection: {
		heading: 'Yhteys katkesi hetkeksi',
		detail: 'Odota rauhassa. Näyttö palaa itsestään. Jos tämä kestää yli minuutin, pyydä apua henkilökunnalta.',
		notSent: { what: 'Painallus ei mennyt perille.', todo: 'Yritä uudelleen.' }
	},
	trial: {
		label: 'Kokeilu',
		notLocked: 'ei lukittu',
		ignoresHours: 'auki myös aukioloajan ulkopuolella',
		simulatedScanner: 'skanneri on jäljitelmä',
		simulatedPrinter: 'tulostin on jäljitelmä'
	},

	ready: { chooseLanguage: 'Valitse kieli', startIn: 'Aloita suomeksi' },
	welcome: {
		heading: 'Tervetuloa',
		intro: (pointName) => `${pointName}. Tällä tietokoneella voit hoitaa omia asioitasi.`,
		canDoHeading: () => 'Täällä voit',
		canDo: [
			'asioida verkossa ja lähettää liitteitä',
			'skannata papereita eli ottaa niistä kuvan tietokoneelle',
			'tulostaa päätöksiä ja lomakkeita'
		],
		timeHeading: 'Aikaa on',
		time: minutes,
		closesAt: (time) => `Tietokone suljetaan ${time}.`,
		privacyHeading: 'Mitään ei jää talteen',
		privacy: 'Kun lopetat, kaikki tietosi poistetaan tältä tietokoneelta ja poisto tarkistetaan.',
		start: 'Aloita',
		otherLanguage: 'Vaihda kieli'
	},

	refusals: (portalName) => ({
		'not-now': { what: 'Tämä ei onnistu juuri nyt.', todo: 'Odota hetki ja yritä uudelleen.' },
		'no-such-paper': { what: 'Paperia ei enää ole.', todo: 'Valitse toinen paperi.' },
		'already-running': { what: 'Edellinen työ on vielä kesken.', todo: 'Odota, että se valmistuu.' },
		'portal-not-available': {
			what: `${portalName} ei ole nyt käytettävissä.`,
			todo: 'Voit silti skannata ja tulostaa.'
		},
		'wrong-file-type': { what: 'Verkkosivu ei ota vastaan tällaista tiedostoa.', todo: 'Valitse toinen paperi.' },
		'too-big-for-portal': {
			what: 'Paperi on liian suuri liitteeksi.',
			todo: 'Paina paperin kohdalla Pienennä.'
		},
		'name-not-allowed': { what: 'Nimi ei kelpaa.', todo: 'Käytä kirjaimia ja numeroita.' },
		'page-count-would-be-zero': { what: 'Paperissa pitää olla ainakin yksi sivu.', todo: 'Voit poistaa koko paperin.' },
		'not-pages': { what: 'Tätä asiakirjaa ei voi muuttaa.', todo: 'Skannattuja papereita voit muuttaa.' },
		'nothing-to-undo': { what: 'Ei ole mitään kumottavaa.', todo: 'Voit jatkaa.' },
		'no-such-channel': { what: 'Tätä palvelua ei voi avata täällä.', todo: 'Valitse toinen tapa asioida.' },
		'no-such-page': {
			what: 'Paperissa ei ole kaikkia valitsemiasi sivuja.',
			todo: 'Valitse tulostettavat sivut uudelleen.'
		},
		'too-many-copies': {
			what: 'Näin monta kappaletta ei voi tulostaa kerralla.',
			todo: 'Valitse vähemmän kappaleita.'
		},
		'too-many-sides': {
			what: 'Näin monta sivua et voi enää tulostaa tällä käynnillä.',
			todo: 'Valitse vähemmän sivuja tai kappaleita, tai kysy henkilökunnalta.'
		}
	})
};
