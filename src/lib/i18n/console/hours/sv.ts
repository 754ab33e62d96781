import type { ExceptionsCatalogue, HoursCatalogue } from './hours-catalogue.ts';

const days = (count: number) => (count === 1 ? '1 dag' : `${count} dagar`);
const listed = (parts: readonly string[]) =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1) ?? ''}`;
const dayWords = ({ opens, closes, moves }: { opens: number; closes: number; moves: number }) =>
	listed([
		...(opens > 0 ? [`öppnar ${days(opens)}`] : []),
		...(closes > 0 ? [`stänger ${days(closes)}`] : []),
		...(moves > 0 ? [`ändrar klockslagen ${days(moves)}`] : [])
	]);

export const hours: HoursCatalogue = {
	heading: 'Öppettider',
	lead: 'Varje serviceställes scheman. Välj ett schema när du vill se hela året eller ändra tiderna.',
	schedules: {
		selfService: { name: 'Kunddatorer', about: 'När kunddatorerna kan användas.' },
		infopoint: { name: 'Infopunkt', about: 'När det finns personal vid infopunkten.' },
		appointment: { name: 'Tidsbokning', about: 'När kunder med bokad tid tas emot.' },
		phone: { name: 'Telefonservice', about: 'När man kan ringa telefonservicen.' }
	},
	weekdays: {
		mon: 'Måndag',
		tue: 'Tisdag',
		wed: 'Onsdag',
		thu: 'Torsdag',
		fri: 'Fredag',
		sat: 'Lördag',
		sun: 'Söndag'
	},
	shortWeekdays: { mon: 'må', tue: 'ti', wed: 'on', thu: 'to', fri: 'fr', sat: 'lö', sun: 'sö' },
	months: [
		'Januari',
		'Februari',
		'Mars',
		'April',
		'Maj',
		'Juni',
		'Juli',
		'Augusti',
		'September',
		'Oktober',
		'November',
		'December'
	],
	closed: 'stängt',
	openUntil: (when) => `Öppet, stänger ${when}`,
	openForNow: 'Öppet tills vidare',
	closedUntil: (when) => `Stängt, öppnar ${when}`,
	closedForNow: 'Stängt tills vidare',
	thisWeek: 'Den här veckan',
	pointColumn: 'Serviceställe',
	scheduleColumn: 'Schema',
	change: 'Ändra',
	remove: 'Ta bort',
	back: 'Tillbaka till schemat',
	own: 'Serviceställets eget schema',
	inherited: 'Gemensamt schema',
	inheritedNote:
		'Det här schemat är gemensamt för alla serviceställen. Om du ändrar det bara här får servicestället ett eget schema.',
	readOnly: 'Du kan se tiderna. Bara en administratör kan ändra dem.',
	week: { heading: 'Veckan', change: 'Ändra veckans tider', day: 'Dag', hours: 'Tider' },
	holidays: {
		heading: 'Helgdagar',
		change: 'Ändra helgdagarnas tider',
		closed: 'Stängt på helgdagar',
		asWeekday: 'Öppet som en vanlig veckodag',
		own: 'Egna tider på helgdagar',
		hours: (times) => `På helgdagar öppet ${times}`,
		explain:
			'Finlands officiella helgdagar, till exempel självständighetsdagen. Aftnar, såsom julafton, är inte helgdagar: lägg till dem som undantag.',
		choose: 'Vad gäller på helgdagar?',
		asSchedule: 'Som annars i det här schemat'
	},
	seasons: {
		heading: 'Perioder',
		none: 'Inga perioder. Veckans tider gäller året om.',
		add: 'Lägg till en period',
		change: 'Ändra perioden',
		explain: 'En period ersätter den vanliga veckan från första till sista dagen, till exempel på sommaren.',
		name: 'Periodens namn',
		from: 'Första dagen',
		to: 'Sista dagen',
		remove: 'Ta bort perioden',
		week: 'Periodens vecka'
	},
	year: {
		heading: (year) => `År ${year}`,
		explain: 'Välj en dag när du vill göra ett undantag för den.',
		previous: (year) => `Föregående år, ${year}`,
		next: (year) => `Nästa år, ${year}`,
		marks: {
			weekly: { name: 'öppet enligt veckan' },
			season: { letter: 'P', name: 'öppet enligt perioden' },
			exceptionOpen: { letter: 'Ö', name: 'undantag, öppet' },
			exceptionClosed: { letter: 'S', name: 'undantag, stängt' },
			holidayOpen: { letter: 'H', name: 'helgdag, öppet' },
			holidayClosed: { letter: 'H', name: 'helgdag, stängt' },
			closed: { name: 'stängt' }
		},
		today: 'i dag'
	},
	edit: {
		from: (weekday) => `${weekday}, börjar`,
		to: (weekday) => `${weekday}, slutar`,
		start: 'Börjar',
		end: 'Slutar',
		addFirst: 'Lägg till en tid',
		addMore: 'Lägg till en tid till',
		removeRow: 'Ta bort tiden',
		closeDay: 'Stäng hela dagen',
		copyDay: 'Kopiera till vardagarna',
		timeHint: 'Skriv klockslaget till exempel 9, 9.30 eller 16.00. Midnatt i slutet av dagen är 24.00.',
		points: 'På vilka serviceställen görs ändringen?',
		pointsHint: 'Samma ändring görs på varje valt ställe.',
		common: 'Det gemensamma schemat för alla',
		becomesOwn: 'får ett eget schema',
		seeChanges: 'Se vad som ändras',
		inLanguages: { fi: 'på finska', sv: 'på svenska', en: 'på engelska' }
	},
	preview: {
		heading: 'Så ändras öppettiderna',
		sentence: ({ horizon, points, ...counts }) =>
			`Ändringen ${dayWords(counts)} under de följande ${horizon} dagarna. Den gäller ${points === 1 ? 'ett serviceställe' : `${points} serviceställen`}.`,
		noDay: (horizon) => `Ändringen påverkar ingen dag under de följande ${horizon} dagarna.`,
		scheduleLine: (counts) => `Ändringen ${dayWords(counts)}.`,
		firstChange: (day) => `Den första dagen som ändras: ${day}.`,
		nextDays: 'De följande 14 dagarna',
		date: 'Dag',
		before: 'Nu',
		after: 'Efter ändringen',
		changed: 'ändras',
		warning: ({ day, closes, running, warned }) =>
			`Exempel: ${day} stängs det kl. ${closes}. En kund vars besök pågår kl. ${running} får en varning kl. ${warned}.`,
		dangerHeading: 'Kontrollera en gång till: ändringen stänger mycket',
		dangers: {
			'nothing open': (schedule) => `${schedule}: under de följande 14 dagarna är det inte öppet alls.`,
			'closes most': (schedule) => `${schedule}: över hälften av de öppna dagarna under de följande 14 dagarna stängs.`
		},
		meant: 'Jag menar det här. Jag vill stänga de här dagarna.',
		mustBeMeant: 'Ändringen sparades inte. Kryssa först för att du menar den.',
		save: 'Spara',
		back: 'Tillbaka och redigera',
		notSavedYet: 'Ingenting har sparats ännu.'
	},
	problems: {
		'not-an-interval': 'Skriv när det börjar och slutar, till exempel 9.00 och 12.00.',
		'no-such-time': 'Klockslaget finns inte. Timmarna är 0–23 och minuterna 00–59; bara sluttiden kan vara 24.00.',
		'no-length': 'Tiden börjar och slutar samtidigt. Ett helt dygn är 0.00–24.00.',
		overlap: 'Tiden överlappar en annan tid samma dag.',
		'runs into next day': 'Tiden fortsätter över natten och överlappar en tid nästa dag.',
		'season ends before it starts': 'Perioden slutar innan den börjar. Kontrollera dagarna.',
		'seasons overlap': 'Perioden överlappar en annan period. En dag kan höra till bara en period.',
		'duplicate exception': 'Det finns redan ett undantag för dagen. Skriv dagens alla tider i samma.',
		'not a date': 'Välj ett datum som finns i kalendern.',
		missing: 'Det här saknas. Fyll i fältet.',
		'not allowed': 'Det här går inte. Kontrollera fältet.'
	},
	problemsHeading: (count) => (count === 1 ? 'Ett ställe måste rättas' : `${count} ställen måste rättas`),
	refusals: {
		'changed meanwhile': {
			by: (who, when) => `${who} ändrade tiderna ${when}, medan du redigerade dem.`,
			bySomebody: 'Någon ändrade tiderna medan du redigerade dem.',
			todo: 'Ingenting sparades, och det du skrev har inte försvunnit: det finns nedan. Jämför det med tiderna nu, rätta vid behov och se på nytt vad som ändras.',
			now: 'Tiderna nu'
		},
		'folder is wrong': {
			what: 'Det finns ett fel i inställningsfilerna, gjort någon annanstans än här.',
			todo: 'Ingenting sparades. Tiderna före felet gäller fortfarande. Skicka raderna nedan till den tekniska supporten; försök igen när de har rättats.'
		},
		'nothing to save': { what: 'Ingenting ändras.', todo: 'Tiderna är redan så som du skrev.' },
		'not written': {
			what: 'Datorn kunde inte spara ändringen.',
			todo: 'De gamla tiderna gäller. Försök igen; kontakta den tekniska supporten om det inte hjälper.'
		}
	},
	saved: {
		heading: 'Sparat och i kraft',
		kinds: {
			'weekly hours': 'Veckans tider ändrades.',
			'public holidays': 'Helgdagarnas tider ändrades.',
			'put season': 'Perioden sparades.',
			'remove season': 'Perioden togs bort.',
			'put exceptions': 'Undantaget sparades.',
			'remove exceptions': 'Undantaget togs bort.',
			'whole schedule': 'Hela schemat importerades.'
		},
		by: (who, when) => `${who}, ${when}.`,
		undo: 'Ångra ändringen',
		history: 'Se historiken',
		undone: 'Ändringen ångrades. De tidigare tiderna gäller igen.',
		notUndone: 'Ändringen kunde inte ångras, eftersom samma schema har ändrats efter den.'
	},
	exchange: {
		heading: 'Export och import',
		link: 'Exportera eller importera tiderna i en annan form',
		exportHeading: 'Exportera tiderna',
		exportLead: 'Kopiera texten till en karttjänst eller en webbsida.',
		osm: 'OpenStreetMap',
		osmAbout: 'Kartornas text opening_hours.',
		schemaOrg: 'schema.org',
		schemaOrgAbout: 'Sökmotorernas openingHoursSpecification, som JSON.',
		copy: 'Kopiera',
		copied: 'Kopierat',
		download: 'Ladda ner som fil',
		importHeading: 'Importera tider',
		importLead:
			'De importerade tiderna ersätter hela schemat: veckan, helgdagarna, perioderna och undantagen. Du ser först vad som ändras.',
		format: 'Form',
		text: 'Text att importera',
		refused: 'Texten kan inte importeras som den är',
		position: (position, words) => `Från tecken ${position}: ”${words}”`,
		inDocument: (path) => `I ${path}`,
		reasons: {
			'not understood': 'Det här går inte att förstå.',
			'perhaps open': 'Tiden är osäker (”kanske öppet”). I ett schema är det öppet eller stängt.',
			'fallback rule': 'Reservregler (||) finns inte. Skriv tiderna direkt.',
			'open end': 'Sluttiden saknas. Skriv när det stänger.',
			'by the sun': 'Tider efter solen finns inte. Skriv klockslag.',
			'week number': 'Veckonummer finns inte. Skriv periodens datum.',
			'movable feast': 'Dagar som räknas från påsken finns inte. Skriv datum.',
			'school holiday': 'Skolornas lov är inte kända. Skriv lovets datum.',
			'counted day': 'Räknade dagar, såsom ”månadens första måndag”, finns inte. Lägg till dem som undantag.',
			'every year': 'Perioden saknar år. Skriv året, till exempel 2027 Jun-Aug.',
			'closed for a part': 'En regel som stänger en del av dagen finns inte. Skriv de tider då det är öppet.',
			'seasons overlap': 'Två perioder överlappar varandra.',
			'holidays by weekday': 'Helgdagarnas tider beror på veckodagen. Alla helgdagar har samma tider.',
			comment: 'Här finns en förklaring som schemat inte har plats för. Ta bort den.',
			'no such time': 'Klockslaget finns inte.',
			'no such date': 'Dagen finns inte i kalendern.',
			'no hours': 'Det finns inga tider i texten.',
			'closed and open': 'Samma dag är både stängd och öppen.',
			'no dates': 'Undantaget saknar datum.',
			'holidays by date': 'Undantaget gäller helgdagar fast det har datum. Välj det ena.',
			'too many dates': 'Undantaget varar över ett år. Skriv det som en period.',
			'no json': 'Texten är inte JSON, eller en del av den saknas.'
		}
	}
};

export const exceptions: ExceptionsCatalogue = {
	heading: 'Undantag',
	lead: 'Enskilda dagar då öppettiderna avviker från de vanliga.',
	none: 'Det finns inga kommande undantag.',
	noneHere: 'Inga undantag.',
	add: 'Lägg till ett undantag',
	change: (dates) => `Ändra: ${dates}`,
	date: 'Dagar',
	hours: 'Öppet',
	reason: 'Orsak',
	dates: 'Vilka dagar?',
	from: 'Första dagen',
	to: 'Sista dagen',
	toHint: 'Lämna tomt om undantaget gäller bara en dag.',
	schedule: 'Vilket schema?',
	closedOrHours: 'Vad gäller då?',
	closedAllDay: 'Stängt hela dagen',
	openAt: 'Öppet de här tiderna',
	reasonHint: 'Kunderna ser orsaken på skärmen. Skriv den på varje språk eller lämna allt tomt.',
	readyMade: 'Vanlig orsak',
	ownWords: 'Egna ord',
	noReason: 'Ingen orsak',
	remove: 'Ta bort undantaget',
	all: 'Alla serviceställen',
	past: 'Tidigare',
	edit: 'ändra'
};
