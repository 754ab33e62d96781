import type { ExceptionsCatalogue, HoursCatalogue } from './hours-catalogue.ts';

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
const listed = (parts: readonly string[]) =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
const dayWords = ({ opens, closes, moves }: { opens: number; closes: number; moves: number }) =>
	listed([
		...(opens > 0 ? [`opens ${days(opens)}`] : []),
		...(closes > 0 ? [`closes ${days(closes)}`] : []),
		...(moves > 0 ? [`changes the times of ${days(moves)}`] : [])
	]);

export const hours: HoursCatalogue = {
	heading: 'Opening hours',
	lead: 'The schedules of every service point. Choose one to see its whole year or to change its hours.',
	schedules: {
		selfService: { name: 'Customer computers', about: 'When the customer computers can be used.' },
		infopoint: { name: 'Infopoint', about: 'When there is staff at the infopoint.' },
		appointment: { name: 'Appointments', about: 'When customers with an appointment are received.' },
		phone: { name: 'Phone service', about: 'When the phone service answers.' }
	},
	weekdays: {
		mon: 'Monday',
		tue: 'Tuesday',
		wed: 'Wednesday',
		thu: 'Thursday',
		fri: 'Friday',
		sat: 'Saturday',
		sun: 'Sunday'
	},
	shortWeekdays: { mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su' },
	months: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December'
	],
	closed: 'closed',
	openUntil: (when) => `Open, closes ${when}`,
	openForNow: 'Open until further notice',
	closedUntil: (when) => `Closed, opens ${when}`,
	closedForNow: 'Closed until further notice',
	thisWeek: 'This week',
	pointColumn: 'Service point',
	scheduleColumn: 'Schedule',
	change: 'Change',
	remove: 'Remove',
	back: 'Back to the schedule',
	own: 'The service point’s own schedule',
	inherited: 'Common schedule',
	inheritedNote:
		'This schedule is common to all service points. If you change it at this point only, the point gets a schedule of its own.',
	readOnly: 'You can see the hours. Only an administrator can change them.',
	week: { heading: 'Week', change: 'Change the week', day: 'Day', hours: 'Hours' },
	holidays: {
		heading: 'Public holidays',
		change: 'Change public holidays',
		closed: 'Closed on public holidays',
		asWeekday: 'Open as on an ordinary weekday',
		own: 'Hours of their own on public holidays',
		hours: (times) => `On public holidays open ${times}`,
		explain:
			'The official public holidays of Finland, such as Independence Day. Eves, such as Christmas Eve, are not public holidays: add them as exceptions.',
		choose: 'What happens on public holidays?',
		asSchedule: 'As otherwise in this schedule'
	},
	seasons: {
		heading: 'Seasons',
		none: 'No seasons. The week applies all year round.',
		add: 'Add a season',
		change: 'Change the season',
		explain: 'A season replaces the ordinary week from its first day to its last, for example in summer.',
		name: 'Name of the season',
		from: 'First day',
		to: 'Last day',
		remove: 'Remove this season',
		week: 'Week of the season'
	},
	year: {
		heading: (year) => `Year ${year}`,
		explain: 'Choose a day to make an exception for it.',
		previous: (year) => `Previous year, ${year}`,
		next: (year) => `Next year, ${year}`,
		marks: {
			weekly: { name: 'open by the week' },
			season: { letter: 'S', name: 'open by the season' },
			exceptionOpen: { letter: 'O', name: 'exception, open' },
			exceptionClosed: { letter: 'X', name: 'exception, closed' },
			holidayOpen: { letter: 'H', name: 'public holiday, open' },
			holidayClosed: { letter: 'H', name: 'public holiday, closed' },
			closed: { name: 'closed' }
		},
		today: 'today'
	},
	edit: {
		from: (weekday) => `${weekday}, from`,
		to: (weekday) => `${weekday}, to`,
		start: 'From',
		end: 'To',
		addFirst: 'Add hours',
		addMore: 'Add more hours',
		removeRow: 'Remove',
		closeDay: 'Close all day',
		copyDay: 'Copy to weekdays',
		timeHint: 'Write a time such as 9, 9:30 or 16:00. Midnight at the end of a day is 24:00.',
		points: 'At which service points is the change made?',
		pointsHint: 'The same change is made at each of them.',
		common: 'The common schedule of all',
		becomesOwn: 'gets a schedule of its own',
		seeChanges: 'See what changes',
		inLanguages: { fi: 'in Finnish', sv: 'in Swedish', en: 'in English' }
	},
	preview: {
		heading: 'This is how the hours change',
		sentence: ({ horizon, points, ...counts }) =>
			`This change ${dayWords(counts)} within the next ${horizon} days. ${points === 1 ? 'One service point is' : `${points} service points are`} affected.`,
		noDay: (horizon) => `This change affects no day within the next ${horizon} days.`,
		scheduleLine: (counts) => `The change ${dayWords(counts)}.`,
		firstChange: (day) => `The first day that changes: ${day}.`,
		nextDays: 'The next 14 days',
		date: 'Day',
		before: 'Now',
		after: 'After the change',
		changed: 'changes',
		warning: ({ day, closes, running, warned }) =>
			`Example: on ${day} it closes at ${closes}. A customer whose visit is running at ${running} would be warned at ${warned}.`,
		dangerHeading: 'Look again: this change closes a lot',
		dangers: {
			'nothing open': (schedule) => `${schedule}: no opening is left within the next 14 days.`,
			'closes most': (schedule) => `${schedule}: more than half of the open days of the next 14 days are closed.`
		},
		meant: 'I mean it. I want to close these days.',
		mustBeMeant: 'The change was not saved. First tick the box to say that you mean it.',
		save: 'Save',
		back: 'Back to editing',
		notSavedYet: 'Nothing has been saved yet.'
	},
	problems: {
		'not-an-interval': 'Write when it begins and when it ends, for example 9:00 and 12:00.',
		'no-such-time': 'There is no such time. Hours are 0–23 and minutes 00–59; only the end can be 24:00.',
		'no-length': 'It begins when it ends. A whole day is 0:00–24:00.',
		overlap: 'This overlaps other hours of the same day.',
		'runs into next day': 'This goes on past midnight and overlaps hours of the next day.',
		'season ends before it starts': 'The season ends before it starts. Check the days.',
		'seasons overlap': 'The season overlaps another one. A day can belong to one season only.',
		'duplicate exception': 'There is already an exception for this day. Put all hours of the day into one.',
		'not a date': 'Choose a date that is in the calendar.',
		missing: 'This is missing. Fill in the field.',
		'not allowed': 'This is not possible. Check the field.'
	},
	problemsHeading: (count) => (count === 1 ? 'One thing must be corrected' : `${count} things must be corrected`),
	refusals: {
		'changed meanwhile': {
			by: (who, when) => `${who} changed these hours ${when}, while you were editing them.`,
			bySomebody: 'Somebody changed these hours while you were editing them.',
			todo: 'Nothing was saved, and nothing that you typed is lost: it is below. Compare it with the hours as they are now, correct it if needed, and see again what changes.',
			now: 'The hours now'
		},
		'folder is wrong': {
			what: 'There is a mistake in the configuration files, made somewhere else than here.',
			todo: 'Nothing was saved. The hours from before the mistake still apply. Send the lines below to technical support; try again when they are corrected.'
		},
		'nothing to save': { what: 'Nothing changes.', todo: 'The hours are already as you wrote them.' },
		'not written': {
			what: 'The computer could not save the change.',
			todo: 'The old hours apply. Try again; contact technical support if that does not help.'
		}
	},
	saved: {
		heading: 'Saved and in force',
		kinds: {
			'weekly hours': 'The weekly hours were changed.',
			'public holidays': 'The hours of public holidays were changed.',
			'put season': 'The season was saved.',
			'remove season': 'The season was removed.',
			'put exceptions': 'The exception was saved.',
			'remove exceptions': 'The exception was removed.',
			'whole schedule': 'The whole schedule was imported.'
		},
		by: (who, when) => `${who}, ${when}.`,
		undo: 'Undo this change',
		history: 'See the history',
		undone: 'The change was undone. The earlier hours apply again.',
		notUndone: 'The change could not be undone, because the same schedule has been changed since.'
	},
	exchange: {
		heading: 'Export and import',
		link: 'Export or import the hours in another format',
		exportHeading: 'Export these hours',
		exportLead: 'Copy the text to a map service or a web page.',
		osm: 'OpenStreetMap',
		osmAbout: 'The opening_hours text of maps.',
		schemaOrg: 'schema.org',
		schemaOrgAbout: 'The openingHoursSpecification of search engines, as JSON.',
		copy: 'Copy',
		copied: 'Copied',
		download: 'Download as a file',
		importHeading: 'Import hours',
		importLead:
			'Imported hours replace the whole schedule: week, public holidays, seasons and exceptions. You see first what changes.',
		format: 'Format',
		text: 'Text to import',
		refused: 'This text cannot be imported as it is',
		position: (position, words) => `From character ${position}: “${words}”`,
		inDocument: (path) => `In ${path}`,
		reasons: {
			'not understood': 'This cannot be understood.',
			'perhaps open': 'The time is uncertain (“perhaps open”). In a schedule it is open or closed.',
			'fallback rule': 'There are no fallback rules (||). Write the hours themselves.',
			'open end': 'The end is missing. Write when it closes.',
			'by the sun': 'There are no times by the sun. Write times of the clock.',
			'week number': 'There are no week numbers. Write the dates of the season.',
			'movable feast': 'There are no days counted from Easter. Write dates.',
			'school holiday': 'School holidays are not known. Write their dates.',
			'counted day': 'There are no counted days, such as the first Monday of a month. Add them as exceptions.',
			'every year': 'The season has no year. Write it, for example 2027 Jun-Aug.',
			'closed for a part': 'There is no rule that closes a part of a day. Write the hours that are open.',
			'seasons overlap': 'Two seasons overlap.',
			'holidays by weekday':
				'The hours of public holidays depend on the weekday. All public holidays have the same hours.',
			comment: 'Here is an explanation that a schedule has no place for. Remove it.',
			'no such time': 'There is no such time.',
			'no such date': 'There is no such day in the calendar.',
			'no hours': 'There are no hours in the text.',
			'closed and open': 'The same day is both closed and open.',
			'no dates': 'The exception has no dates.',
			'holidays by date': 'The exception is for public holidays although it has dates. Choose one of the two.',
			'too many dates': 'The exception lasts for more than a year. Write it as a season.',
			'no json': 'The text is not JSON, or a part of it is missing.'
		}
	}
};

export const exceptions: ExceptionsCatalogue = {
	heading: 'Exceptions',
	lead: 'Single days on which the hours differ from the ordinary ones.',
	none: 'There are no exceptions to come.',
	noneHere: 'No exceptions.',
	add: 'Add an exception',
	change: (dates) => `Change: ${dates}`,
	date: 'Days',
	hours: 'Open',
	reason: 'Reason',
	dates: 'Which days?',
	from: 'First day',
	to: 'Last day',
	toHint: 'Leave empty when the exception is for one day only.',
	schedule: 'Which schedule?',
	closedOrHours: 'What happens then?',
	closedAllDay: 'Closed all day',
	openAt: 'Open at these times',
	reasonHint: 'Customers see the reason on the screen. Write it in every language, or leave all of them empty.',
	readyMade: 'Common reason',
	ownWords: 'In your own words',
	noReason: 'No reason',
	remove: 'Remove this exception',
	all: 'All service points',
	past: 'Past',
	edit: 'change'
};
