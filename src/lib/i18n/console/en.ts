import type { ConsoleCatalogue } from './console-catalogue.ts';
import { historyTexts } from './history-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import { todayTexts } from './today-texts.ts';
import { exceptions, hours } from './hours/en.ts';

export const en: ConsoleCatalogue = {
	frame: {
		title: 'Customer computer console',
		navigation: 'Pages of the console',
		today: 'Today',
		hours: 'Opening hours',
		exceptions: 'Exceptions',
		settings: 'Settings',
		channels: 'Channels',
		history: 'History',
		logOut: 'Log out',
		loggedInAs: (name) => `Logged in: ${name}`,
		language: 'Language',
		roles: { staff: 'staff', administrator: 'administrator' }
	},
	today: todayTexts.en,
	settings: settingsTexts.en,
	history: historyTexts.en,
	hours,
	exceptions
};
