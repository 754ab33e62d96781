import type { ConsoleCatalogue } from './console-catalogue.ts';
import { historyTexts } from './history-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import { todayTexts } from './today-texts.ts';
import { exceptions, hours } from './hours/sv.ts';

export const sv: ConsoleCatalogue = {
	frame: {
		title: 'Kunddatorns administration',
		navigation: 'Administrationens sidor',
		today: 'I dag',
		hours: 'Öppettider',
		exceptions: 'Undantag',
		settings: 'Inställningar',
		channels: 'Servicekanaler',
		history: 'Historik',
		logOut: 'Logga ut',
		loggedInAs: (name) => `Inloggad: ${name}`,
		language: 'Språk',
		roles: { staff: 'personal', administrator: 'administratör' }
	},
	today: todayTexts.sv,
	settings: settingsTexts.sv,
	history: historyTexts.sv,
	hours,
	exceptions
};
