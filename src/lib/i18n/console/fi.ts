import type { ConsoleCatalogue } from './console-catalogue.ts';
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
	hours,
	exceptions
};
