import type { ExceptionsCatalogue, HoursCatalogue } from './hours-catalogue.ts';

const days = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const listed = (parts: readonly string[]) =>
	parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ja ${parts.at(-1) ?? ''}`;
const dayWords = ({ opens, closes, moves }: { opens: number; closes: number; moves: number }) =>
	listed([
		...(opens > 0 ? [`avaa ${days(opens, 'päivän', 'päivää')}`] : []),
		...(closes > 0 ? [`sulkee ${days(closes, 'päivän', 'päivää')}`] : []),
		...(moves > 0 ? [`muuttaa kellonaikoja ${days(moves, 'päivänä', 'päivänä')}`] : [])
	]);

export const hours: HoursCatalogue = {
	heading: 'Aukioloajat',
	lead: 'Jokaisen palvelupisteen aikataulut. Valitse aikataulu, kun haluat nähdä koko vuoden tai muuttaa aikoja.',
	schedules: {
		selfService: { name: 'Asiakastietokoneet', about: 'Milloin asiakastietokoneita voi käyttää.' },
		infopoint: { name: 'Infopiste', about: 'Milloin infopisteellä on henkilökuntaa.' },
		appointment: { name: 'Ajanvaraus', about: 'Milloin otetaan vastaan ajan varanneita asiakkaita.' },
		phone: { name: 'Puhelinpalvelu', about: 'Milloin puhelinpalveluun voi soittaa.' }
	},
	weekdays: {
		mon: 'Maanantai',
		tue: 'Tiistai',
		wed: 'Keskiviikko',
		thu: 'Torstai',
		fri: 'Perjantai',
		sat: 'Lauantai',
		sun: 'Sunnuntai'
	},
	shortWeekdays: { mon: 'ma', tue: 'ti', wed: 'ke', thu: 'to', fri: 'pe', sat: 'la', sun: 'su' },
	months: [
		'Tammikuu',
		'Helmikuu',
		'Maaliskuu',
		'Huhtikuu',
		'Toukokuu',
		'Kesäkuu',
		'Heinäkuu',
		'Elokuu',
		'Syyskuu',
		'Lokakuu',
		'Marraskuu',
		'Joulukuu'
	],
	closed: 'suljettu',
	openUntil: (when) => `Auki, sulkeutuu ${when}`,
	openForNow: 'Auki toistaiseksi',
	closedUntil: (when) => `Suljettu, avautuu ${when}`,
	closedForNow: 'Suljettu toistaiseksi',
	thisWeek: 'Tämä viikko',
	pointColumn: 'Palvelupiste',
	scheduleColumn: 'Aikataulu',
	change: 'Muuta',
	remove: 'Poista',
	back: 'Takaisin aikatauluun',
	own: 'Palvelupisteen oma aikataulu',
	inherited: 'Yhteinen aikataulu',
	inheritedNote:
		'Tämä aikataulu on kaikille palvelupisteille yhteinen. Jos muutat sen vain tässä pisteessä, piste saa oman aikataulun.',
	readOnly: 'Voit katsoa aikoja. Vain pääkäyttäjä voi muuttaa niitä.',
	week: { heading: 'Viikko', change: 'Muuta viikon aikoja', day: 'Päivä', hours: 'Ajat' },
	holidays: {
		heading: 'Arkipyhät ja juhlapäivät',
		change: 'Muuta pyhäpäivien aikoja',
		closed: 'Suljettu pyhäpäivinä',
		asWeekday: 'Auki kuten tavallisena viikonpäivänä',
		own: 'Omat ajat pyhäpäivinä',
		hours: (times) => `Pyhäpäivinä auki ${times}`,
		explain:
			'Suomen viralliset pyhäpäivät, esimerkiksi itsenäisyyspäivä. Aatot, kuten jouluaatto, eivät ole pyhäpäiviä: lisää ne poikkeuksina.',
		choose: 'Mitä pyhäpäivinä tehdään?',
		asSchedule: 'Kuten muulloinkin tässä aikataulussa'
	},
	seasons: {
		heading: 'Kaudet',
		none: 'Ei kausia. Viikon ajat ovat voimassa ympäri vuoden.',
		add: 'Lisää kausi',
		change: 'Muuta kautta',
		explain: 'Kausi korvaa tavallisen viikon alkupäivästä loppupäivään, esimerkiksi kesällä.',
		name: 'Kauden nimi',
		from: 'Ensimmäinen päivä',
		to: 'Viimeinen päivä',
		remove: 'Poista tämä kausi',
		week: 'Kauden viikko'
	},
	year: {
		heading: (year) => `Vuosi ${year}`,
		explain: 'Valitse päivä, kun haluat tehdä siihen poikkeuksen.',
		previous: (year) => `Edellinen vuosi, ${year}`,
		next: (year) => `Seuraava vuosi, ${year}`,
		marks: {
			weekly: { name: 'auki viikon mukaan' },
			season: { letter: 'K', name: 'auki kauden mukaan' },
			exceptionOpen: { letter: 'A', name: 'poikkeus, auki' },
			exceptionClosed: { letter: 'S', name: 'poikkeus, suljettu' },
			holidayOpen: { letter: 'P', name: 'pyhäpäivä, auki' },
			holidayClosed: { letter: 'P', name: 'pyhäpäivä, suljettu' },
			closed: { name: 'suljettu' }
		},
		today: 'tänään'
	},
	edit: {
		from: (weekday) => `${weekday}, alkaa`,
		to: (weekday) => `${weekday}, päättyy`,
		start: 'Alkaa',
		end: 'Päättyy',
		addFirst: 'Lisää aika',
		addMore: 'Lisää toinen aika',
		removeRow: 'Poista aika',
		closeDay: 'Sulje koko päivä',
		copyDay: 'Kopioi arkipäiville',
		timeHint: 'Kirjoita kellonaika esimerkiksi 9, 9.30 tai 16.00. Keskiyö päivän lopussa on 24.00.',
		points: 'Missä palvelupisteissä muutos tehdään?',
		pointsHint: 'Sama muutos tehdään jokaiseen valittuun.',
		common: 'Kaikkien yhteinen aikataulu',
		becomesOwn: 'saa oman aikataulun',
		seeChanges: 'Katso, mitä muuttuu',
		inLanguages: { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' }
	},
	preview: {
		heading: 'Näin aukioloajat muuttuvat',
		sentence: ({ horizon, points, ...counts }) =>
			`Muutos ${dayWords(counts)} seuraavien ${horizon} päivän aikana. Se koskee ${points === 1 ? 'yhtä palvelupistettä' : `${points} palvelupistettä`}.`,
		noDay: (horizon) => `Muutos ei muuta mitään seuraavien ${horizon} päivän aukioloa.`,
		scheduleLine: (counts) => `Muutos ${dayWords(counts)}.`,
		firstChange: (day) => `Ensimmäinen muuttuva päivä: ${day}.`,
		nextDays: 'Seuraavat 14 päivää',
		date: 'Päivä',
		before: 'Nyt',
		after: 'Muutoksen jälkeen',
		changed: 'muuttuu',
		warning: ({ day, closes, running, warned }) =>
			`Esimerkki: ${day} suljetaan klo ${closes}. Asiakas, jonka käynti on kesken klo ${running}, saa varoituksen klo ${warned}.`,
		dangerHeading: 'Tarkista vielä: muutos sulkee paljon',
		dangers: {
			'nothing open': (schedule) => `${schedule}: seuraavien 14 päivän aikana ei ole yhtään aukioloa.`,
			'closes most': (schedule) => `${schedule}: yli puolet seuraavien 14 päivän aukiolopäivistä suljetaan.`
		},
		meant: 'Tarkoitan tätä. Haluan sulkea nämä päivät.',
		mustBeMeant: 'Muutosta ei tallennettu. Rastita ensin, että tarkoitat sitä.',
		save: 'Tallenna',
		back: 'Takaisin muokkaamaan',
		notSavedYet: 'Mitään ei ole vielä tallennettu.'
	},
	problems: {
		'not-an-interval': 'Kirjoita alkamis- ja päättymisaika, esimerkiksi 9.00 ja 12.00.',
		'no-such-time': 'Tätä kellonaikaa ei ole. Tunnit ovat 0–23 ja minuutit 00–59; vain päättymisaika voi olla 24.00.',
		'no-length': 'Aika alkaa ja päättyy samalla hetkellä. Koko vuorokausi on 0.00–24.00.',
		overlap: 'Tämä aika menee päällekkäin saman päivän toisen ajan kanssa.',
		'runs into next day': 'Tämä aika jatkuu yön yli ja menee päällekkäin seuraavan päivän ajan kanssa.',
		'season ends before it starts': 'Kausi päättyy ennen kuin se alkaa. Tarkista päivät.',
		'seasons overlap': 'Kausi menee päällekkäin toisen kauden kanssa. Päivä voi kuulua vain yhteen kauteen.',
		'duplicate exception': 'Tälle päivälle on jo poikkeus. Kirjoita kaikki päivän ajat samaan.',
		'not a date': 'Valitse päivämäärä, joka on kalenterissa.',
		missing: 'Tämä puuttuu. Täytä kenttä.',
		'not allowed': 'Tämä ei käy. Tarkista kenttä.'
	},
	problemsHeading: (count) => (count === 1 ? 'Yksi kohta pitää korjata' : `${count} kohtaa pitää korjata`),
	refusals: {
		'changed meanwhile': {
			by: (who, when) => `${who} muutti näitä aikoja ${when}, kun sinä muokkasit niitä.`,
			bySomebody: 'Joku muutti näitä aikoja, kun sinä muokkasit niitä.',
			todo: 'Mitään ei tallennettu, eikä kirjoittamasi ole kadonnut: se on alla. Vertaa sitä nykyisiin aikoihin, korjaa tarvittaessa ja katso uudelleen, mitä muuttuu.',
			now: 'Ajat nyt'
		},
		'folder is wrong': {
			what: 'Asetustiedostoissa on virhe, jonka joku on tehnyt muualla kuin täällä.',
			todo: 'Mitään ei tallennettu. Ennen virhettä voimassa olleet ajat ovat yhä voimassa. Lähetä alla olevat rivit tekniselle tuelle; kun ne on korjattu, yritä uudelleen.'
		},
		'nothing to save': { what: 'Mikään ei muutu.', todo: 'Ajat ovat jo sellaiset kuin kirjoitit.' },
		'not written': {
			what: 'Tietokone ei voinut tallentaa muutosta.',
			todo: 'Vanhat ajat ovat voimassa. Yritä uudelleen; jos se ei auta, ota yhteys tekniseen tukeen.'
		}
	},
	saved: {
		heading: 'Tallennettu ja voimassa',
		kinds: {
			'weekly hours': 'Viikon ajat muutettiin.',
			'public holidays': 'Pyhäpäivien ajat muutettiin.',
			'put season': 'Kausi tallennettiin.',
			'remove season': 'Kausi poistettiin.',
			'put exceptions': 'Poikkeus tallennettiin.',
			'remove exceptions': 'Poikkeus poistettiin.',
			'whole schedule': 'Koko aikataulu tuotiin.'
		},
		by: (who, when) => `${who}, ${when}.`,
		undo: 'Kumoa muutos',
		history: 'Katso historiaa',
		undone: 'Muutos kumottiin. Entiset ajat ovat taas voimassa.',
		notUndone: 'Muutosta ei voitu kumota, koska samaa aikataulua on muutettu sen jälkeen.'
	},
	exchange: {
		heading: 'Vienti ja tuonti',
		link: 'Vie tai tuo ajat toisessa muodossa',
		exportHeading: 'Vie nämä ajat muualle',
		exportLead: 'Kopioi teksti karttapalveluun tai verkkosivulle.',
		osm: 'OpenStreetMap',
		osmAbout: 'Karttojen opening_hours-teksti.',
		schemaOrg: 'schema.org',
		schemaOrgAbout: 'Hakukoneiden openingHoursSpecification, JSON-muodossa.',
		copy: 'Kopioi',
		copied: 'Kopioitu',
		download: 'Lataa tiedostona',
		importHeading: 'Tuo ajat muualta',
		importLead:
			'Tuodut ajat korvaavat koko aikataulun: viikon, pyhäpäivät, kaudet ja poikkeukset. Näet ensin, mitä muuttuu.',
		format: 'Muoto',
		text: 'Tuotava teksti',
		refused: 'Tätä tekstiä ei voi tuoda sellaisenaan',
		position: (position, words) => `Merkistä ${position} alkaen: ”${words}”`,
		inDocument: (path) => `Kohdassa ${path}`,
		reasons: {
			'not understood': 'Tätä kohtaa ei ymmärretä.',
			'perhaps open': 'Aika on epävarma (”ehkä auki”). Aikataulussa paikka on joko auki tai kiinni.',
			'fallback rule': 'Varasääntöä (||) ei ole. Kirjoita ajat suoraan.',
			'open end': 'Päättymisaika puuttuu. Kirjoita, milloin suljetaan.',
			'by the sun': 'Auringon mukaan vaihtuvia aikoja ei ole. Kirjoita kellonajat.',
			'week number': 'Viikkonumeroita ei ole. Kirjoita kauden päivämäärät.',
			'movable feast': 'Pääsiäisestä laskettuja päiviä ei ole. Kirjoita päivämäärät.',
			'school holiday': 'Koulujen lomia ei tunneta. Kirjoita loman päivämäärät.',
			'counted day': 'Laskettuja päiviä, kuten ”kuukauden ensimmäinen maanantai”, ei ole. Lisää ne poikkeuksina.',
			'every year': 'Kaudelta puuttuu vuosi. Kirjoita vuosi mukaan, esimerkiksi 2027 Jun-Aug.',
			'closed for a part': 'Osan päivästä sulkevaa sääntöä ei ole. Kirjoita ajat, jolloin on auki.',
			'seasons overlap': 'Kaksi kautta menee päällekkäin.',
			'holidays by weekday': 'Pyhäpäivien ajat riippuvat viikonpäivästä. Kaikilla pyhäpäivillä on samat ajat.',
			comment: 'Tässä on selitys, jolle aikataulussa ei ole paikkaa. Poista se.',
			'no such time': 'Tätä kellonaikaa ei ole.',
			'no such date': 'Tätä päivää ei ole kalenterissa.',
			'no hours': 'Tekstissä ei ole aikoja.',
			'closed and open': 'Sama päivä on sekä suljettu että auki.',
			'no dates': 'Poikkeukselta puuttuvat päivämäärät.',
			'holidays by date': 'Poikkeus koskee pyhäpäiviä, vaikka sillä on päivämäärät. Valitse toinen.',
			'too many dates': 'Poikkeus kestää yli vuoden. Kirjoita se kautena.',
			'no json': 'Teksti ei ole JSON-muodossa, tai siitä puuttuu osa.'
		}
	}
};

export const exceptions: ExceptionsCatalogue = {
	heading: 'Poikkeukset',
	lead: 'Yksittäiset päivät, joina aukiolo poikkeaa tavallisesta.',
	none: 'Tulevia poikkeuksia ei ole.',
	noneHere: 'Ei poikkeuksia.',
	add: 'Lisää poikkeus',
	change: (dates) => `Muuta: ${dates}`,
	date: 'Päivät',
	hours: 'Aukiolo',
	reason: 'Syy',
	dates: 'Mitkä päivät?',
	from: 'Ensimmäinen päivä',
	to: 'Viimeinen päivä',
	toHint: 'Jätä tyhjäksi, jos poikkeus koskee vain yhtä päivää.',
	schedule: 'Mikä aikataulu?',
	closedOrHours: 'Mitä silloin tapahtuu?',
	closedAllDay: 'Suljettu koko päivän',
	openAt: 'Auki näinä aikoina',
	reasonHint: 'Asiakkaat näkevät syyn näytöllä. Kirjoita se jokaisella kielellä tai jätä kaikki tyhjäksi.',
	readyMade: 'Tavallinen syy',
	ownWords: 'Omin sanoin',
	noReason: 'Ei syytä',
	remove: 'Poista tämä poikkeus',
	all: 'Kaikki palvelupisteet',
	past: 'Menneet',
	edit: 'muuta'
};
