import type { Catalogue } from './catalogue.ts';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
const pages = (number: number) => count(number, 'page', 'pages');
const sheets = (number: number) => count(number, 'sheet', 'sheets');
const minutes = (number: number) => count(number, 'minute', 'minutes');
const papersIn = (number: number) => count(number, 'paper', 'papers');

export const en: Catalogue = {
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

	bar: {
		label: 'Visit controls',
		youAreIn: 'You are in',
		timeLeft: 'Time left',
		closesIn: 'Closes in',
		finishNow: 'Finish now',
		minutesLeft: (left) => `${left} min`,
		secondsLeft: (left) => `${left} s`,
		warning: {
			limit: (left) => `You have ${minutes(left)} left.`,
			closing: (left) => `The computer closes in ${minutes(left)}.`
		},
		grace: 'The service point has closed. Send what you are working on and end your visit now.',
		papers: 'My papers',
		returnTo: (portalName) => `Back to ${portalName}`,
		portalBack: 'Back',
		capturePage: 'Save page',
		closePage: 'Close page',
		closePageOf: (pagesOpen) => `Close page. ${pages(pagesOpen)} are open.`,
		help: 'Get help',
		helpCalled: 'Help called',
		helpCalledDetail: 'Help called. Press to cancel the call.',
		helpComing: 'Help is coming',
		end: 'End'
	},

	home: {
		heading: 'What would you like to do?',
		enterPortal: (portalName) => ({
			label: `Enter ${portalName}`,
			detail:
				'Apply for a benefit, send an attachment or read a decision. Log in with bank credentials or a mobile certificate.'
		}),
		returnToPortal: (portalName) => ({
			label: `Back to ${portalName}`,
			detail: 'The service is open where you left it.'
		}),
		openingPortal: (portalName) => `Opening ${portalName}…`,
		scan: { label: 'Scan', detail: 'Take a picture of a paper to the computer' },
		portalUnavailable: 'The service is not available right now. Press here to try again.',
		print: (papers) => ({
			label: 'Print',
			detail: papers === 0 ? 'See what you can print' : 'Choose a paper and print it'
		}),
		papers: (papers) => ({ label: 'My papers', detail: papers === 0 ? 'No papers yet' : papersIn(papers) }),
		channels: { label: 'Other ways to get things done', detail: 'Phone, post, service points' },
		help: { label: 'Call for help', detail: 'The staff will come to you' },
		cancelHelp: { label: 'Help called', detail: 'Press to cancel the call' },
		helpIsComing: { label: 'Help is coming', detail: 'Please wait in your place' }
	},

	scan: {
		heading: 'Scan a paper',
		asking: 'Asking the scanner…',
		sourceHeading: 'Where do you put the paper?',
		sources: {
			feeder: { label: 'Feeder', detail: 'Many loose sheets at once' },
			flatbed: { label: 'Glass', detail: 'One paper, a book or a receipt' }
		},
		sidesHeading: 'Is there text on both sides?',
		sides: {
			'one-sided': { label: 'On one side', detail: 'Only the front is read' },
			'two-sided': { label: 'On both sides', detail: 'Front and back are read' }
		},
		presetHeading: 'What are you scanning?',
		presets: {
			text: { label: 'Text', detail: 'Certificate, decision, form' },
			colour: { label: 'Colour', detail: 'A paper where colours matter' },
			photo: { label: 'Photo', detail: 'Photograph, sharpest and slowest' }
		},
		start: 'Start scanning',
		starting: 'The scanner is starting',
		startingDetail: 'This can take about 10 seconds.',
		taking: 'Scanning',
		received: (received) => `${pages(received)} received`,
		cancel: 'Stop scanning',
		cancelDetail: 'The pages that have come are kept.',
		isThatRight: (received) => `${pages(received)} received. Is that right?`,
		checkPages: 'Compare the number of pages with your papers and see that the text is readable.',
		takeOriginal: 'Take your own paper out of the scanner, from the glass or the feeder.',
		yesToPapers: 'Yes, to my papers',
		toPapers: 'To my papers',
		more: 'Scan more',
		kept: (kept) => `${pages(kept)} came in time and ${kept === 1 ? 'is' : 'are'} kept in your papers.`,
		nothingKept: 'No page came in time.'
	},

	papers: {
		heading: 'My papers',
		lead: 'The papers are here only during this visit.',
		empty: 'There are no papers here yet',
		emptyDetail: 'You can print, read and attach papers once they are here. This is how you get them here:',
		waysIn: (portalName) => ({
			scan: 'Scan a paper. You can make a copy too: scan it and print it.',
			portal: `Open ${portalName}. Download a decision or another document, or press Save page.`
		}),
		scanPaper: 'Scan a paper',
		origins: {
			scanned: (time) => `Scanned ${time}`,
			downloaded: (time) => `Downloaded ${time}`,
			captured: (time) => `Saved from the web page ${time}`
		},
		open: 'Open',
		print: 'Print',
		remove: 'Remove',
		actionOn: (action, paper) => `${action}: ${paper}`,
		removed: (paper) => `${paper} was removed.`,
		thumbnailOf: (page, paper) => `${paper}, page ${page}`
	},

	paper: {
		backToPapers: 'My papers',
		opening: 'Opening the paper…',
		cannotShow: 'The paper cannot be shown. Ask the staff for help if you need it.',
		pageOf: (page, total) => `Page ${page} / ${total}`,
		previous: 'Previous page',
		next: 'Next page',
		zoomIn: 'Larger',
		zoomOut: 'Smaller',
		zoomIs: (percent) => `Size ${percent} %`,
		turnRight: 'Turn right',
		turnLeft: 'Turn left',
		goToPage: 'Go to page',
		go: 'Go',
		undoShort: 'Undo',
		undo: {
			rename: 'Undo: name changed',
			'rotate page': 'Undo: page turned',
			'remove page': 'Undo: page removed',
			'bring page back': 'Undo: page brought back',
			'move page': 'Undo: page moved',
			'straighten page': 'Undo: page straightened',
			'crop page': 'Undo: page cropped',
			'lighten page': 'Undo: page made lighter',
			'merge papers': 'Undo: papers joined',
			'split paper': 'Undo: paper split',
			'compress paper': 'Undo: paper made smaller',
			'remove paper': 'Undo: paper removed'
		},
		pagesLabel: 'Pages',
		pagesHint: 'Choose a page with the arrow keys. Hold Ctrl and press an arrow to move the page.',
		pageNumber: (page) => `Page ${page}`,
		removedMark: 'Removed',
		emptyMark: 'Empty?',
		bringBackShort: 'Bring back',
		removePage: 'Remove page',
		bringBack: 'Bring page back',
		pageIsRemoved: {
			label: 'This page is removed',
			detail: 'It is not printed and not attached. You can bring it back.'
		},
		movedTo: (from, to) => `Page ${from} moved to place ${to}.`,
		done: 'Done',
		mend: 'Improve the picture',
		straighten: 'Straighten',
		leans: (degrees) => `The page leans ${degrees}°.`,
		crop: 'Crop to the paper',
		cropDetail: 'There is empty space around the paper.',
		lightness: ['Lightness: as scanned', 'Lightness: lighter', 'Lightness: much lighter'],
		darker: 'Darker',
		lighter: 'Lighter',
		arrange: 'Move, split, join',
		moveEarlier: 'Move earlier',
		moveLater: 'Move later',
		split: 'Make a new paper from here',
		splitDetail: (from, to) =>
			from === to ? `Page ${from} becomes a paper of its own.` : `Pages ${from}–${to} become a paper of their own.`,
		wasSplit: (from, to) =>
			from === to ? `Page ${from} is now a paper of its own.` : `Pages ${from}–${to} are now a paper of their own.`,
		join: 'Join with another paper',
		joinHeading: 'Which paper’s pages come after?',
		joinDetail: (paper) => `First come the pages of this paper (${paper}), then those of the paper you choose.`,
		wasJoined: (paper) => `${paper}: its pages are now at the end of this paper.`,
		madeSmaller: (size) => `The paper was made smaller: ${size}.`,
		asScanned: 'Make it sharp again',
		rename: 'Change name',
		newName: 'New name of the paper',
		saveName: 'Save name',
		pageLabel: (page, total, paper) => `${paper}, page ${page} of ${total}`
	},

	print: {
		heading: 'Print',
		asking: 'Asking the printer…',
		copies: 'Copies',
		fewer: 'Fewer copies',
		more: 'More copies',
		sidesHeading: 'Sides of the paper',
		sides: {
			'one-sided': 'One side',
			'two-sided-long-edge': 'Both sides',
			'two-sided-short-edge': 'Both, short edge'
		},
		colourHeading: 'Colour',
		colours: { monochrome: 'Black and white', color: 'Colour' },
		takes: (number) => `This takes ${sheets(number)} of paper.`,
		morePages: (number) => `and ${pages(number)} more`,
		start: (number) => `Print ${sheets(number)}`,
		sending: 'Sending to the printer',
		sendingDetail: 'Please wait a moment.',
		printing: (printed, total) => `Printing page ${printed} of ${total}`,
		printingDetail: 'The papers come to the printer’s tray.',
		waiting: 'The print is waiting',
		done: 'Look in the printer’s tray',
		donePages: (number) => `The printer says: ${pages(number)} printed. Take all your papers with you.`,
		doneSent: 'The paper was sent to the printer. Take all your papers with you.',
		failed: 'Printing did not succeed',
		printedBeforeFault: (number) =>
			`${pages(number)} ${number === 1 ? 'was' : 'were'} printed. Take ${number === 1 ? 'it' : 'them'} from the printer.`,
		cancel: 'Cancel printing'
	},

	portal: {
		elsewhere: (portalName) => `${portalName} is shown here below the bar on a customer computer.`
	},

	attach: {
		heading: 'Choose an attachment',
		chooseOne: 'The web page asks for an attachment. Choose a paper.',
		chooseSeveral: 'The web page asks for attachments. You can choose one or several.',
		give: (number) => (number > 1 ? `Attach ${number} papers` : 'Attach the paper'),
		cancel: 'Attach nothing',
		backHere: 'Back to the attachment',
		empty: 'You have no papers yet',
		emptyDetail: 'Scan a paper first. Then return to the service to attach it.',
		scanPaper: 'Scan a paper',
		doesNotFit: 'The web page does not accept this kind of file.',
		tooBig: (size, portalName, limit) => `Too big: ${size}. ${portalName} takes at most ${limit}.`,
		documentTooBig: 'A downloaded document cannot be made smaller. Print it and scan the print.',
		makeSmaller: 'Make it smaller',
		fitting: {
			heading: (paper) => `Making it smaller: ${paper}`,
			page: (page, total) => `Page ${page} of ${total}`,
			detail: 'Please wait a moment. Nothing is lost: you can still keep the paper as it was.',
			cancel: 'Cancel'
		},
		fitted: {
			heading: (size) => `It fits now: ${size}`,
			before: (size, portalName, limit) => `Before, the paper was ${size}. ${portalName} takes at most ${limit}.`,
			look: 'See that everything is still clear.',
			sharpness: (fromDpi, toDpi) => `The picture is a little less sharp (${fromDpi} → ${toDpi} dots per inch).`,
			grey: 'Colours have become grey.',
			packed: 'Small details may be a little blurred.',
			use: 'Use this',
			keep: 'Keep it as it was'
		},
		cannotFit: {
			heading: 'Even at its smallest it does not fit',
			pagesFit: (fitting, total) => `The paper has ${pages(total)}. The first ${fitting} of them would fit.`,
			split: (page) => `Split after page ${page}`,
			splitDetail: (page) =>
				`${page === 1 ? 'Page 1 is' : `Pages 1–${page} are`} made smaller at once. The rest becomes a paper of its own that you can attach separately.`,
			nothingFits: 'Not even one page fits. Scan the paper again and choose Text, or ask for help.',
			failed: 'It could not be made smaller',
			back: 'Back to the attachments'
		}
	},

	channels: {
		heading: 'Other ways to get things done',
		asking: 'Getting the information…',
		failed: { what: 'The information could not be had right now.', todo: 'Please try again in a moment.' },
		guide: { label: 'Find the best way for you', detail: 'We ask at most three questions and lead you on.' },
		backToAll: 'All ways',
		backToAdvice: 'Back',
		always: 'Any time',
		varies: 'Hours vary',
		openNow: 'Open now',
		closedNow: 'Closed now',
		openUntil: (time) => `Open now, closes ${time}`,
		opensNext: (when) => `Closed now, opens ${when}`,
		hoursHeading: 'When',
		alwaysDetail: 'At any time',
		variesDetail: 'The hours vary from place to place. Check them before you go.',
		languagesHeading: 'Languages',
		languageNames: {
			fi: 'Finnish',
			sv: 'Swedish',
			en: 'English',
			se: 'North Sámi',
			smn: 'Inari Sámi',
			sms: 'Skolt Sámi'
		},
		languagesVary:
			'Kela serves in Finnish, Swedish, Sámi and English. The languages vary, and interpreting is arranged where needed.',
		costHeading: 'Cost',
		addressHeading: 'Web address',
		postHeading: 'Postal address',
		openHere: 'Open the web page here',
		openHereDetail: 'The page opens on this screen. The buttons at the top always lead back.',
		siteNotHere: 'The web page cannot be opened on this computer. Take the address along or ask the staff.',
		notHere: 'This service cannot be opened on this computer.',
		takeAlong: 'Take the address along with your phone’s camera',
		takeAlongOf: (name) => `QR code: ${name}`
	},

	guide: {
		question: (number, most) => `Question ${number}. We ask at most ${most}.`,
		back: 'Previous',
		startAgain: 'Start again',
		best: (name) => `Best for you: ${name}`,
		first: {
			scan: { label: '1. Scan the paper', detail: 'Take a picture of the paper on this computer' },
			print: { label: '1. Print the paper', detail: 'Print the paper on this computer' }
		},
		then: (name) => `2. Then: ${name}`,
		alternatives: 'You can also handle it like this',
		readMore: 'Read more'
	},

	leaving: {
		heading: (from) => `Close ${from}?`,
		detail: (from, to) =>
			`If you open ${to}, ${from} is closed. What you have not sent there is lost. If you were logged in, you have to log in again.`,
		papersStay: 'Your own papers stay.',
		stay: (from) => `No, keep ${from} open`,
		leave: (to) => `Yes, open ${to}`
	},

	end: {
		heading: 'End your visit?',
		detail: (papers) =>
			papers === 0
				? 'All information from your visit is removed from this computer.'
				: `All information from your visit and ${papersIn(papers)} will be removed from this computer. You cannot get them back.`,
		portal: (portalName) =>
			`${portalName} is closed on this computer, but you are not logged out. If you have logged in, log out in the service before you end.`,
		takeOriginals: 'Take your own papers with you from the scanner and the printer.',
		stay: 'No, I will continue',
		end: 'Yes, end and remove'
	},

	presence: {
		heading: 'Are you still here?',
		detail: 'Your papers are now hidden. If you do not answer, the visit ends and your information is removed.',
		endsIn: (seconds) => `The visit ends in ${count(seconds, 'second', 'seconds')}`,
		stillHere: 'I am still here'
	},

	scanFaults: {
		'feeder-empty': {
			what: 'There is no paper in the feeder.',
			todo: 'Put the papers in the feeder as far as they go and try again.'
		},
		jam: {
			what: 'A paper is stuck in the scanner.',
			todo: 'Lift the cover, pull the paper out gently and try again. Ask for help if it does not come loose.'
		},
		'cover-open': { what: 'The scanner’s cover is open.', todo: 'Close the cover and try again.' },
		busy: { what: 'The scanner is busy right now.', todo: 'Wait a moment and try again.' },
		offline: {
			what: 'The scanner does not answer.',
			todo: 'Check that the scanner is switched on and try again. Ask for help if that does not work.'
		},
		'timed-out': { what: 'The scanner answers too slowly.', todo: 'Wait a moment and try again.' },
		'bad-answer': { what: 'The scanner gave a page that cannot be read.', todo: 'Try again or ask for help.' },
		'out-of-memory': {
			what: 'The scanner has run out of memory.',
			todo: 'Scan fewer pages at once or choose Text.'
		},
		'io-error': { what: 'There is a fault in the scanner.', todo: 'Try again. Ask for help if that does not work.' }
	},
	printFaults: {
		'media-empty': {
			what: 'The printer is out of paper.',
			todo: 'Ask the staff to add paper. Printing continues by itself.'
		},
		'media-needed': {
			what: 'The printer asks for paper.',
			todo: 'Ask the staff to add paper. Printing continues by itself.'
		},
		'media-jam': {
			what: 'A paper is stuck in the printer.',
			todo: 'Ask the staff for help. Printing continues when the paper is removed.'
		},
		'cover-open': { what: 'The printer’s cover is open.', todo: 'Close the cover. Printing continues by itself.' },
		'toner-empty': { what: 'The printer is out of toner.', todo: 'Ask the staff for help.' },
		'input-tray-missing': {
			what: 'The printer’s paper tray is open.',
			todo: 'Push the tray in. Printing continues by itself.'
		},
		'output-full': {
			what: 'The printer’s output is full.',
			todo: 'Take the papers out of the printer. Printing continues by itself.'
		},
		'spool-area-full': {
			what: 'The printer’s memory is full.',
			todo: 'Wait a moment and try again, or print less at once.'
		},
		offline: {
			what: 'The printer does not answer.',
			todo: 'Check that the printer is switched on. Ask for help if that does not work.'
		},
		busy: { what: 'The printer is still busy with an earlier job.', todo: 'Wait a moment and try again.' },
		'timed-out': { what: 'The printer answers too slowly.', todo: 'Look in the printer’s tray before you try again.' },
		'bad-answer': {
			what: 'The printer answered in a way we do not understand.',
			todo: 'Look in the printer’s tray. Ask for help if no paper came.'
		},
		'document-refused': { what: 'The printer cannot print this paper.', todo: 'Ask the staff for help.' },
		aborted: { what: 'The printer stopped the print.', todo: 'Look in the printer’s tray and try again.' },
		'cancelled-at-printer': {
			what: 'The print was cancelled with the printer’s buttons.',
			todo: 'Print again if you need the paper.'
		}
	},
	portalFaults: (portalName) => ({
		'not-installed': {
			what: `${portalName} cannot be used on this computer.`,
			todo: 'Ask the staff how you can handle your matter.'
		},
		'did-not-start': { what: `${portalName} did not start.`, todo: 'Try again. Ask for help if that does not work.' },
		crashed: {
			what: `${portalName} closed because of a fault.`,
			todo: 'Your papers are safe. Open the service again and log in.'
		},
		'not-reachable': {
			what: `There is no connection to ${portalName}.`,
			todo: 'You can still scan and print. Try again in a moment.'
		}
	}),
	trayFaults: {
		'not-found': { what: 'The paper is no longer there.', todo: 'Choose another paper.' },
		full: { what: 'There are too many papers.', todo: 'Remove papers that you do not need and try again.' },
		'refused-type': {
			what: 'This kind of file cannot be used here.',
			todo: 'PDF documents and JPEG and PNG pictures work.'
		},
		damaged: { what: 'The file is damaged.', todo: 'Try to download or scan it again.' },
		'too-big': { what: 'The paper is too big.', todo: 'Scan it in smaller parts.' },
		'password-protected': {
			what: 'The document is protected by a password and cannot be opened here.',
			todo: 'Ask the sender for it without a password.'
		},
		'too-many-pages': { what: 'The document has too many pages.', todo: 'Ask the sender for it in smaller parts.' }
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
		'no-such-channel': { what: 'This service cannot be opened here.', todo: 'Choose another way.' }
	}),
	notices: {
		paperArrived: 'A new paper has come: see My papers.',
		downloadRefused: {
			'too-big': { what: 'The file is too big for this computer.', todo: 'Ask the staff for help if you need it.' },
			cancelled: { what: 'The download was interrupted.', todo: 'Try to download the document again.' },
			'refused-type': {
				what: 'This kind of file cannot be opened here.',
				todo: 'PDF documents and JPEG and PNG pictures work.'
			},
			damaged: { what: 'The downloaded file is damaged.', todo: 'Try to download the document again.' },
			'password-protected': {
				what: 'The document is protected by a password and cannot be opened here.',
				todo: 'Ask the sender for it without a password.'
			},
			'too-many-pages': { what: 'The document has too many pages.', todo: 'Ask the sender for it in smaller parts.' },
			'tray-full': {
				what: 'There are too many papers.',
				todo: 'Remove papers that you do not need and download again.'
			}
		},
		navigationRefused: (host) => ({
			what: `The page ${host} does not open on this computer.`,
			todo: 'On this computer you can only use pages that belong to the service.'
		}),
		portalEnded: (portalName) => ({
			what: `${portalName} has been closed.`,
			todo: 'Your papers are safe. You can open the service again.'
		})
	}
};
