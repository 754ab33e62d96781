import type { StartCatalogue } from './start-catalogue.ts';

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const pages = (number: number) => count(number, 'sida', 'sidor');
export const minutes = (number: number) => count(number, 'minut', 'minuter');

export const startSv: StartCatalogue = {
	languageName: 'Svenska',
	documentTitle: 'Kunddator',

	common: {
		home: 'Till början',
		ok: 'Okej',
		cancel: 'Avbryt',
		tryAgain: 'Försök igen',
		wait: 'Vänta ett ögonblick',
		pages
	},

	starting: { heading: 'Datorn startar' },
	wiping: {
		heading: 'Det förra besökets uppgifter raderas',
		steps: {
			portal: 'E-tjänsten stängd',
			scanner: 'Skannern tom',
			printer: 'Skrivaren tom',
			tray: 'Papperen borttagna',
			clipboard: 'Urklipp tomt',
			screen: 'Skärmen rensad',
			settings: 'Inställningarna återställda',
			'temporary-files': 'Tillfälliga filer borttagna'
		},
		progress: (proven, total) => `${proven} / ${total} kontrollerade`,
		done: 'kontrollerat'
	},
	closed: { heading: 'Stängt nu' },
	outOfOrder: {
		heading: 'Den här datorn är inte i bruk just nu',
		askStaff: 'Vi beklagar. Be personalen om hjälp eller använd en annan dator.',
		reasons: {
			'wipe-not-proven': 'Datorn väntar på att personalen kontrollerar den.',
			'wipe-failed': 'Datorn väntar på att personalen kontrollerar den.',
			'unsafe-storage': 'Datorns inställningar måste rättas innan den kan användas.',
			'screen-lost': 'Det är ett fel på datorns skärm.',
			'clock-wrong':
				'Datorns klocka går fel. Personalen: kontrollera klockan och nätförbindelsen. När klockan går rätt kan datorn användas igen av sig själv.'
		}
	},
	connection: {
		heading: 'Förbindelsen bröts för en stund',
		detail:
			'Vänta i lugn och ro. Skärmen kommer tillbaka av sig själv. Om det tar över en minut, be personalen om hjälp.',
		notSent: { what: 'Tryckningen gick inte fram.', todo: 'Försök igen.' }
	},
	trial: {
		label: 'Prov',
		notLocked: 'inte låst',
		ignoresHours: 'öppen även utanför öppettiderna',
		simulatedScanner: 'skannern är simulerad',
		simulatedPrinter: 'skrivaren är simulerad'
	},

	ready: { chooseLanguage: 'Välj språk', startIn: 'Börja på svenska' },
	welcome: {
		heading: 'Välkommen',
		intro: (pointName) => `${pointName}. På den här datorn kan du sköta dina egna ärenden.`,
		canDoHeading: () => 'Här kan du',
		canDo: [
			'sköta ärenden på nätet och skicka bilagor',
			'skanna papper, det vill säga ta en bild av dem till datorn',
			'skriva ut beslut och blanketter'
		],
		timeHeading: 'Du har',
		time: minutes,
		closesAt: (time) => `Datorn stängs ${time}.`,
		privacyHeading: 'Ingenting sparas',
		privacy: 'När du avslutar raderas alla dina uppgifter från datorn, och vi kontrollerar att de är borta.',
		start: 'Börja',
		otherLanguage: 'Byt språk'
	},

	refusals: (portalName) => ({
		'not-now': { what: 'Det går inte just nu.', todo: 'Vänta en stund och försök igen.' },
		'no-such-paper': { what: 'Papperet finns inte längre.', todo: 'Välj ett annat papper.' },
		'already-running': { what: 'Det förra arbetet pågår ännu.', todo: 'Vänta tills det är klart.' },
		'portal-not-available': {
			what: `${portalName} går inte att använda just nu.`,
			todo: 'Du kan ändå skanna och skriva ut.'
		},
		'wrong-file-type': { what: 'Webbsidan tar inte emot en sådan fil.', todo: 'Välj ett annat papper.' },
		'too-big-for-portal': {
			what: 'Papperet är för stort som bilaga.',
			todo: 'Tryck på Gör mindre vid papperet.'
		},
		'name-not-allowed': { what: 'Namnet duger inte.', todo: 'Använd bokstäver och siffror.' },
		'page-count-would-be-zero': { what: 'Papperet måste ha minst en sida.', todo: 'Du kan ta bort hela papperet.' },
		'not-pages': { what: 'Det här dokumentet går inte att ändra.', todo: 'Skannade papper kan du ändra.' },
		'nothing-to-undo': { what: 'Det finns inget att ångra.', todo: 'Du kan fortsätta.' },
		'no-such-channel': {
			what: 'Den här tjänsten kan inte öppnas här.',
			todo: 'Välj ett annat sätt att sköta ditt ärende.'
		},
		'no-such-page': {
			what: 'Papperet har inte alla sidor som du har valt.',
			todo: 'Välj på nytt vilka sidor som ska skrivas ut.'
		},
		'too-many-copies': {
			what: 'Så här många exemplar går inte att skriva ut på en gång.',
			todo: 'Välj färre exemplar.'
		},
		'too-many-sides': {
			what: 'Så många sidor kan du inte längre skriva ut.',
			todo: 'Välj färre sidor eller exemplar, eller fråga personalen.'
		}
	})
};
