import type { ConsoleCatalogue } from './console-catalogue.ts';
import { historyTexts } from './history-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import { todayTexts } from './today-texts.ts';
import { exceptions, hours } from './hours/fi.ts';

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
	today: todayTexts.fi,
	settings: settingsTexts.fi,
	history: historyTexts.fi,
	hours,
	exceptions
};
