import type { Catalogue } from './catalogue.ts';
import { count, minutes, pages, startEn } from './start/en.ts';

const sheets = (number: number) => count(number, 'sheet', 'sheets');
const papersIn = (number: number) => count(number, 'paper', 'papers');

export const en: Catalogue = {
	...startEn,

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
		startingDetail: 'Please wait a moment.',
		startingSlowly: 'The scanner is warming up. This can take half a minute. You need not do anything.',
		waiting: {
			heading: 'Put the papers in the feeder',
			beginsByItself: 'Push them in as far as they go. Scanning starts by itself.',
			pressStart: 'Push them in as far as they go. Then press Start.',
			papersSeen: 'The papers are in place. Scanning starts.',
			start: 'Start',
			back: 'Back',
			wasAll: 'That was all'
		},
		taking: 'Scanning',
		received: (received) => `${pages(received)} received`,
		cancel: 'Stop scanning',
		cancelDetail: 'The pages that have come are kept.',
		isThatRight: (received, on = received) => `${sheets(on)}, ${pages(received)}. Is that right?`,
		checkPages: 'Count your papers and see that the text is readable.',
		looksEmpty: (empty) => `${pages(empty)} ${empty === 1 ? 'looks' : 'look'} empty. Nothing has been removed.`,
		emptyMark: 'empty?',
		lookAtPages: 'Look at the pages',
		takeOriginal: 'Take your own paper out of the scanner.',
		yesToPapers: 'Yes, to my papers',
		toPapers: 'To my papers',
		more: 'Scan more into this paper',
		glass: {
			heading: (received) => `${pages(received)} received. Are there more pages?`,
			lead: 'If so, put the next page on the glass and close the cover.',
			next: 'Scan the next page',
			wasAll: 'No, that was all'
		},
		kept: (kept) => `${pages(kept)} ${kept === 1 ? 'is' : 'are'} kept. The next ones come into the same paper.`,
		nothingKept: 'No page came in time.',
		after: {
			heading: 'The scanner works again',
			paperLies: 'There is paper in the feeder. You can go on.',
			putPaperIn: 'Put the rest of the papers in the feeder, also the one that was interrupted.',
			putOnGlass: 'Put the page on the glass and close the cover.',
			goOn: 'Go on scanning',
			back: 'Back to the choices'
		}
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
		preview: {
			label: 'This is how it will come out',
			sheetOf: (sheet, all) => `Sheet ${sheet} of ${all}`,
			sides: { front: 'front', back: 'back' },
			page: (page) => `Page ${page}`,
			emptySide: 'Nothing is printed on this side',
			previous: 'Previous',
			next: 'Next',
			noSizes: { what: 'The size of the pages could not be found out.', todo: 'You can print all the same.' }
		},
		copies: 'Copies',
		fewer: 'Fewer copies',
		more: 'More copies',
		atMostCopies: (copies) => `At most ${count(copies, 'copy', 'copies')} at once.`,
		pagesHeading: 'Pages',
		allPages: (number) => `All ${pages(number)}`,
		somePages: 'Only some',
		whichPages: 'Which pages?',
		pagesExample: 'For example 2 or 1-3, 5',
		pageFaults: {
			nothingTyped: 'Write which pages you want, for example 1-3.',
			notUnderstood: (part) => `“${part}” is not a page number. Write for example 1-3, 5.`,
			backwards: (part) => `“${part}” goes backwards. Write the smaller number first.`,
			noSuchPage: (page, all) => `There is no page ${page}: the paper has ${pages(all)}.`
		},
		sidesHeading: 'Sides',
		sides: { one: 'On one side', two: 'On both sides' },
		colourHeading: 'Colour',
		colours: { monochrome: 'Black and white', color: 'Colour' },
		sizeHeading: 'Size',
		sizes: { fit: 'Fit to A4', real: 'Real size' },
		sizeWhy: {
			needed: 'A page is larger than A4. Fitted, it is printed whole.',
			possible: 'A page is smaller than A4. It can be enlarged.'
		},
		cutOff: 'A page is larger than A4. Its edges will be left out.',
		takes: (number) => `This takes ${sheets(number)}.`,
		sidesLeft: (number) => `You can still print ${pages(number)} in this visit.`,
		tooMuch: (wanted, left) => ({
			what: `That would be ${pages(wanted)}. You can only print ${pages(left)} more in this visit.`,
			todo: 'Choose fewer pages or copies, or ask the staff.'
		}),
		nothingLeft: {
			what: 'You have printed as much as one visit allows.',
			todo: 'Ask the staff if you need more.'
		},
		start: (number) => `Print ${sheets(number)}`,
		stages: {
			asking: { what: 'Waiting for the printer', todo: 'Please wait a moment.' },
			sending: { what: 'Sending to the printer', todo: 'Please wait a moment.' },
			sent: { what: 'The printer has your paper', todo: 'It will print soon.' }
		},
		printing: (printed, total) => `Printing page ${printed} of ${total}`,
		printingDetail: 'The papers come to the printer’s tray.',
		waiting: 'The print is waiting',
		done: 'Sent to the printer. Look in its tray',
		inTray: (number, copies, each) =>
			copies === 1
				? `There should be ${pages(each)} on ${sheets(number)} in the tray.`
				: `There should be ${copies} copies of ${pages(each)} in the tray: ${sheets(number)} in all.`,
		takeAll: 'Take all your papers with you.',
		allIsWell: 'All is well',
		somethingWrong: 'Something wrong?',
		whatNow: 'How would you like to go on?',
		again: 'Print again',
		againDetail: (number) => `The same pages and choices, ${sheets(number)}`,
		notAgain: (left) => `You can only print ${pages(left)} more in this visit. Ask the staff.`,
		change: 'Change the choices',
		changeDetail: 'Go back to choose pages, copies and colour',
		back: 'Back',
		failed: 'Printing did not succeed',
		printedBeforeFault: (number) =>
			`${pages(number)} ${number === 1 ? 'was' : 'were'} printed. Take ${number === 1 ? 'it' : 'them'} from the printer.`,
		cancelled: 'Printing was cancelled',
		cancelledTray: (number) =>
			number === 0
				? 'Look in the printer’s tray all the same. A page may have come out.'
				: `There may be ${pages(number)} in the tray, perhaps one more. Take them all with you.`,
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
			todo: 'Put the papers in the feeder and push them in as far as they go.'
		},
		jam: {
			what: 'A paper is stuck in the scanner.',
			todo: 'Open the cover, pull the paper out gently and close the cover. Ask for help if it does not come loose.'
		},
		'cover-open': { what: 'The scanner’s cover is open.', todo: 'Press the cover shut.' },
		busy: { what: 'The scanner is busy right now.', todo: 'Wait a moment. The screen tells you when it is free.' },
		offline: {
			what: 'The scanner does not answer.',
			todo: 'Check that the scanner is switched on. Ask for help if that does not work.'
		},
		'timed-out': {
			what: 'The scanner answers too slowly.',
			todo: 'Wait a moment. Ask for help if that does not work.'
		},
		'bad-answer': { what: 'The scanner gave a page that cannot be read.', todo: 'Try again or ask for help.' },
		'out-of-memory': {
			what: 'There is not enough memory for so many pages.',
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
