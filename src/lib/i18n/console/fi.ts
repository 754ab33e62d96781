import type { ConsoleCatalogue } from './console-catalogue.ts';
import { exceptions, hours } from './hours/fi.ts';

const wait = (seconds: number): string => {
	if (seconds < 60) return seconds === 1 ? '1 sekunti' : `${seconds} sekuntia`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minuutti' : `${minutes} minuuttia`;
};

export const fi: ConsoleCatalogue = {
	frame: {
		title: 'Asiakastietokoneen hallinta',
		navigation: 'Hallinnan sivut',
		today: 'Tänään',
		hours: 'Aukioloajat',
		exceptions: 'Poikkeukset',
		settings: 'Asetukset',
		channels: 'Asiointitavat',
		history: 'Historia',
		logOut: 'Kirjaudu ulos',
		loggedInAs: (name) => `Kirjautunut: ${name}`,
		language: 'Kieli',
		roles: { staff: 'henkilökunta', administrator: 'pääkäyttäjä' }
	},
	hours,
	exceptions,
	logIn: {
		documentTitle: 'Kirjaudu – henkilökunnan näkymä',
		heading: 'Kirjaudu sisään',
		detail: 'Henkilökunnan ja ylläpitäjien näkymä asiakastietokoneeseen.',
		chooseLanguage: 'Valitse kieli',
		name: 'Käyttäjätunnus',
		password: 'Salasana',
		submit: 'Kirjaudu',
		or: 'tai',
		withProvider: (provider) => `Kirjaudu tunnuksella: ${provider}`,
		noAccount: 'Jos sinulla ei ole tunnusta tai et muista salasanaasi, käänny tietokoneen ylläpitäjän puoleen.',
		faults: {
			missing: 'Kirjoita sekä käyttäjätunnus että salasana.',
			refused: 'Käyttäjätunnus tai salasana on väärin. Tarkista molemmat ja yritä uudelleen.',
			tooManyAttempts: (seconds) => `Liian monta yritystä. Odota ${wait(seconds)} ja yritä sitten uudelleen.`,
			providerRefused: 'Kirjautuminen ei onnistunut tai se kesti liian kauan. Yritä uudelleen.',
			providerNotReachable:
				'Kirjautumispalveluun ei saada yhteyttä. Yritä hetken kuluttua uudelleen tai käytä tämän tietokoneen tunnusta.',
			noRole: 'Tunnistauduit, mutta sinulla ei ole oikeuksia tähän näkymään. Pyydä ne ylläpitäjältä.'
		},
		recordsUnusable: {
			heading: 'Henkilökunnan näkymä ei ole nyt käytettävissä',
			detail:
				'Sen omia tietoja ei voida lukea. Asiakastietokone toimii silti tavallisesti. Pyydä ylläpitäjää katsomaan tietokoneen lokia.'
		}
	}
};
