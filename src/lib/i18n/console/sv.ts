import type { ConsoleCatalogue } from './console-catalogue.ts';
import { exceptions, hours } from './hours/sv.ts';

const wait = (seconds: number): string => {
	if (seconds < 60) return seconds === 1 ? '1 sekund' : `${seconds} sekunder`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minut' : `${minutes} minuter`;
};

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
	hours,
	exceptions,
	logIn: {
		documentTitle: 'Logga in – personalens vy',
		heading: 'Logga in',
		detail: 'Personalens och administratörernas vy över kunddatorn.',
		chooseLanguage: 'Välj språk',
		name: 'Användarnamn',
		password: 'Lösenord',
		submit: 'Logga in',
		or: 'eller',
		withProvider: (provider) => `Logga in med: ${provider}`,
		noAccount: 'Om du inte har något konto eller inte minns ditt lösenord, kontakta datorns administratör.',
		faults: {
			missing: 'Skriv både användarnamn och lösenord.',
			refused: 'Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen.',
			tooManyAttempts: (seconds) => `För många försök. Vänta ${wait(seconds)} och försök sedan igen.`,
			providerRefused: 'Inloggningen lyckades inte eller tog för länge. Försök igen.',
			providerNotReachable:
				'Inloggningstjänsten går inte att nå. Försök igen om en stund eller använd ett konto på den här datorn.',
			noRole: 'Du har identifierat dig, men du har inga rättigheter till den här vyn. Be administratören om dem.'
		},
		recordsUnusable: {
			heading: 'Personalens vy kan inte användas just nu',
			detail:
				'Dess egna uppgifter går inte att läsa. Kunddatorn fungerar ändå som vanligt. Be administratören titta i datorns logg.'
		}
	}
};
