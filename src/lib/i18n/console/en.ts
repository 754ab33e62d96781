import type { ConsoleCatalogue } from './console-catalogue.ts';
import { exceptions, hours } from './hours/en.ts';

const wait = (seconds: number): string => {
	if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

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
	hours,
	exceptions,
	logIn: {
		documentTitle: 'Log in – staff view',
		heading: 'Log in',
		detail: 'The view of the customer computer for staff and administrators.',
		chooseLanguage: 'Choose a language',
		name: 'User name',
		password: 'Password',
		submit: 'Log in',
		or: 'or',
		withProvider: (provider) => `Log in with: ${provider}`,
		noAccount: 'If you have no account or do not remember your password, ask the administrator of this computer.',
		faults: {
			missing: 'Write both the user name and the password.',
			refused: 'The user name or the password is wrong. Check both and try again.',
			tooManyAttempts: (seconds) => `Too many attempts. Wait ${wait(seconds)} and then try again.`,
			providerRefused: 'The log-in did not succeed, or it took too long. Try again.',
			providerNotReachable:
				'The log-in service cannot be reached. Try again in a moment, or use an account of this computer.',
			noRole: 'You have identified yourself, but you have no rights to this view. Ask the administrator for them.'
		},
		recordsUnusable: {
			heading: 'The staff view cannot be used now',
			detail:
				'Its own records cannot be read. The customer computer works as usual all the same. Ask the administrator to look at the log of the computer.'
		}
	}
};
