import type { StartCatalogue } from './start-catalogue.ts';

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
export const pages = (number: number) => count(number, 'page', 'pages');
export const minutes = (number: number) => count(number, 'minute', 'minutes');

export const startEn: StartCatalogue = {
	languageName: 'English',
	documentTitle: 'Customer computer',

	common: {
		home: 'Start page',
		ok: 'OK',
		cancel: 'Cancel',
		tryAgain: 'Try again',
		wait: 'Please wait a moment',
		pages
	},

	starting: { heading: 'The computer is starting' },
	wiping: {
		heading: 'Removing the previous visit’s information',
		steps: {
			portal: 'Online service closed',
			scanner: 'Scanner empty',
			printer: 'Printer empty',
			tray: 'Papers removed',
			clipboard: 'Clipboard empty',
			screen: 'Screen cleared',
			settings: 'Settings reset',
			'temporary-files': 'Temporary files removed'
		},
		progress: (proven, total) => `${proven} / ${total} checked`,
		done: 'checked'
	},
	closed: { heading: 'Closed now' },
	outOfOrder: {
		heading: 'This computer is not in use right now',
		askStaff: 'We are sorry. Please ask the staff for help or use another computer.',
		reasons: {
			'wipe-not-proven': 'The computer is waiting for the staff to check it.',
			'wipe-failed': 'The computer is waiting for the staff to check it.',
			'unsafe-storage': 'The computer’s settings must be corrected before it can be used.',
			'screen-lost': 'There is a fault in the computer’s screen.',
			'clock-wrong':
				'The computer’s clock is wrong. Staff: check the clock and the network. Once the clock is right, the computer comes back into use by itself.'
		}
	},
	connection: {
		heading: 'The connection was lost for a moment',
		detail: 'Please wait. The screen comes back by itself. If this takes more than a minute, ask the staff for help.',
		notSent: { what: 'That did not go through.', todo: 'Please try again.' }
	},
	trial: {
		label: 'Trial',
		notLocked: 'not locked down',
		ignoresHours: 'open outside the opening hours too',
		simulatedScanner: 'the scanner is simulated',
		simulatedPrinter: 'the printer is simulated'
	},

	ready: { chooseLanguage: 'Choose your language', startIn: 'Start in English' },
	welcome: {
		heading: 'Welcome',
		intro: (pointName) => `${pointName}. You can handle your own matters on this computer.`,
		canDoHeading: () => 'Here you can',
		canDo: [
			'use online services and send attachments',
			'scan papers, that is, take a picture of them to the computer',
			'print decisions and forms'
		],
		timeHeading: 'You have',
		time: minutes,
		closesAt: (time) => `The computer closes ${time}.`,
		privacyHeading: 'Nothing is kept',
		privacy: 'When you end, all your information is removed from this computer, and we check that it is gone.',
		start: 'Start',
		otherLanguage: 'Change language'
	},

	refusals: (portalName) => ({
		'not-now': { what: 'That is not possible right now.', todo: 'Wait a moment and try again.' },
		'no-such-paper': { what: 'The paper is no longer there.', todo: 'Choose another paper.' },
		'already-running': { what: 'The previous task is still going on.', todo: 'Wait until it is finished.' },
		'portal-not-available': {
			what: `${portalName} is not available right now.`,
			todo: 'You can still scan and print.'
		},
		'wrong-file-type': { what: 'The web page does not accept this kind of file.', todo: 'Choose another paper.' },
		'too-big-for-portal': {
			what: 'The paper is too big for an attachment.',
			todo: 'Press Make it smaller beside the paper.'
		},
		'name-not-allowed': { what: 'That name cannot be used.', todo: 'Use letters and numbers.' },
		'page-count-would-be-zero': {
			what: 'A paper must have at least one page.',
			todo: 'You can remove the whole paper.'
		},
		'not-pages': { what: 'This document cannot be changed.', todo: 'Scanned papers can.' },
		'nothing-to-undo': { what: 'There is nothing to undo.', todo: 'You can go on.' },
		'no-such-channel': { what: 'This service cannot be opened here.', todo: 'Choose another way.' },
		'no-such-page': {
			what: 'The paper does not have all the pages that you chose.',
			todo: 'Choose again which pages to print.'
		},
		'too-many-copies': {
			what: 'This many copies cannot be printed at once.',
			todo: 'Choose fewer copies.'
		},
		'too-many-sides': {
			what: 'This many pages can no longer be printed during your visit.',
			todo: 'Choose fewer pages or copies, or ask the staff.'
		}
	})
};
