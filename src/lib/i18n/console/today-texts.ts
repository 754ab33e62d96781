import type { Language } from '../../domain/language.ts';
import type { PrinterNote, PrintFault } from '../../ports/printer.ts';
import type { OutOfOrderReason, ScannerTrouble } from '../../session/session-view.ts';
import type { Advice } from '../catalogue.ts';

/** What the page Today says. Times come in as whole phrases ("klo 9.00"), days with their time. */
export interface TodayTexts {
	readonly heading: string;
	readonly thisComputer: string;
	readonly states: {
		readonly starting: string;
		readonly wiping: string;
		readonly wipingDetail: string;
		readonly closed: string;
		readonly closedByHand: string;
		readonly free: string;
		readonly inUse: string;
		readonly outOfOrder: string;
		readonly helpCalled: string;
		readonly helpComing: string;
	};
	readonly opensAt: (dayAndTime: string) => string;
	readonly opensNever: string;
	readonly staysClosed: string;
	readonly openUntil: (time: string) => string;
	readonly openAlways: string;
	readonly openForTrying: string;
	readonly since: (time: string) => string;
	readonly endsAt: (time: string) => string;
	readonly endsAtClosing: (time: string) => string;
	readonly helpComingDetail: string;
	readonly asked: string;
	readonly inPortal: string;
	readonly portal: string;
	readonly closedAfterVisit: string;
	/** What staff do about a computer that is out of order. */
	readonly outOfOrder: Readonly<Record<OutOfOrderReason, Advice>>;
	/** What is wrong with the scanner, and what staff do at the device. */
	readonly scanner: Readonly<Record<ScannerTrouble, Advice>>;
	/** What is wrong with the printer, and what staff do at it. */
	readonly printer: Readonly<Record<PrintFault, Advice>>;
	/** What will soon stop the printer, and what staff do before it does. */
	readonly printerNotes: Readonly<Record<PrinterNote, Advice>>;
	readonly actions: {
		readonly helpIsComing: string;
		readonly closeByHand: string;
		readonly closeDetail: string;
		readonly untilReopened: string;
		readonly untilNextOpening: string;
		readonly untilTime: string;
		readonly timeToday: string;
		readonly close: string;
		readonly openAgain: string;
		readonly endVisit: string;
		readonly endQuestion: string;
		readonly endYes: string;
		readonly wipeAgain: string;
	};
	readonly refused: string;
	readonly timeRefused: string;
	readonly noNextOpening: string;
	readonly points: string;
	readonly here: string;
	readonly schedules: Readonly<Record<'selfService' | 'infopoint' | 'appointment' | 'phone', string>>;
	readonly columns: { readonly what: string; readonly now: string; readonly today: string; readonly next: string };
	readonly open: string;
	readonly closed: string;
	readonly until: (time: string) => string;
	readonly closedAllDay: string;
	readonly nothingAhead: string;
	readonly rules: {
		readonly weekly: string;
		readonly season: (name: string) => string;
		readonly publicHoliday: (name: string) => string;
		readonly exception: (reason: string | null) => string;
	};
	readonly specialDays: string;
	readonly noSpecialDays: string;
	readonly connectionLost: string;
	readonly loggedOut: string;
	readonly logInAgain: string;
}

const fi: TodayTexts = {
	heading: 'Tänään',
	thisComputer: 'Tämä asiakastietokone',
	states: {
		starting: 'Käynnistyy',
		wiping: 'Tyhjennetään',
		wipingDetail: 'Edellisen asiakkaan tiedot poistetaan. Tämä kestää hetken.',
		closed: 'Suljettu',
		closedByHand: 'Suljettu käsin',
		free: 'Vapaa',
		inUse: 'Käytössä',
		outOfOrder: 'Poissa käytöstä',
		helpCalled: 'Asiakas pyytää apua',
		helpComing: 'Apu on tulossa'
	},
	opensAt: (dayAndTime) => `Avautuu ${dayAndTime}.`,
	opensNever: 'Seuraavaa aukeamista ei ole tiedossa.',
	staysClosed: 'Pysyy suljettuna, kunnes avaat sen.',
	openUntil: (time) => `Auki ${time} asti.`,
	openAlways: 'Auki toistaiseksi.',
	openForTrying: 'Auki kokeilua varten myös aukioloaikojen ulkopuolella.',
	since: (time) => `Käynti alkoi ${time}.`,
	endsAt: (time) => `Aika loppuu ${time}.`,
	endsAtClosing: (time) => `Tietokone suljetaan ${time}.`,
	helpComingDetail: 'Asiakas näkee sen näytöllään.',
	asked: 'Kukaan ei ole hetkeen käyttänyt tietokonetta. Näyttö kysyy, onko asiakas paikalla.',
	inPortal: 'Asiakas on verkkopalvelussa.',
	portal: 'Verkkopalvelu',
	closedAfterVisit: 'Suljettu käsin: uusi asiakas ei voi aloittaa tämän jälkeen.',
	outOfOrder: {
		'wipe-not-proven': {
			what: 'Tietokone ei voi todistaa, että edellisen asiakkaan tiedot on poistettu.',
			todo: 'Tyhjennä uudelleen. Jos se ei auta, käynnistä tietokone uudelleen tai soita tekniseen tukeen. Älä päästä asiakasta koneelle.'
		},
		'wipe-failed': {
			what: 'Tyhjennys ei valmistunut.',
			todo: 'Tyhjennä uudelleen. Jos se ei auta, käynnistä tietokone uudelleen tai soita tekniseen tukeen. Älä päästä asiakasta koneelle.'
		},
		'unsafe-storage': {
			what: 'Tietokone tallentaisi asiakkaan tietoja levylle.',
			todo: 'Soita tekniseen tukeen. Asetukset on korjattava ennen käyttöä.'
		},
		'screen-lost': {
			what: 'Asiakkaan näyttö ei toimi.',
			todo: 'Tarkista, että näyttö on kytketty ja siinä on virta. Tyhjennä sitten uudelleen.'
		},
		'clock-wrong': {
			what: 'Tietokoneen kello on väärässä.',
			todo: 'Tarkista päivä ja kellonaika tai soita tekniseen tukeen. Tietokone palaa käyttöön, kun kello on oikein.'
		}
	},
	scanner: {
		'feeder-empty': {
			what: 'Skannerin syöttölaite on tyhjä.',
			todo: 'Pyydä asiakasta laittamaan paperit syöttölaitteeseen pohjaan asti.'
		},
		jam: {
			what: 'Skannerissa on paperitukos.',
			todo: 'Avaa syöttölaitteen kansi, poista paperi ja sulje kansi. Anna paperi asiakkaalle.'
		},
		'cover-open': {
			what: 'Skannerin kansi on auki.',
			todo: 'Sulje kansi. Jos ilmoitus jää, tarkista, että kansi napsahtaa kiinni.'
		},
		busy: {
			what: 'Skanneri on varattu.',
			todo: 'Katso, käyttääkö joku sitä muualta. Jos ei, sammuta skanneri ja käynnistä se uudelleen.'
		},
		offline: {
			what: 'Skanneri ei vastaa.',
			todo: 'Tarkista virta ja verkko- tai USB-johto. Jos se ei auta, soita tekniseen tukeen.'
		},
		'timed-out': {
			what: 'Skanneri vastaa liian hitaasti.',
			todo: 'Sammuta skanneri ja käynnistä se uudelleen. Jos vika toistuu, soita tekniseen tukeen.'
		},
		'bad-answer': {
			what: 'Skannerin vastausta ei voi lukea.',
			todo: 'Sammuta skanneri ja käynnistä se uudelleen. Jos vika toistuu, soita tekniseen tukeen.'
		},
		'out-of-memory': {
			what: 'Muisti ei riitä asiakkaan sivuille.',
			todo: 'Neuvo asiakasta skannaamaan vähemmän sivuja kerralla tai valitsemaan Teksti.'
		},
		'io-error': {
			what: 'Skannerissa on häiriö.',
			todo: 'Katso skannerin omaa näyttöä. Jos se ei kerro mitään, sammuta skanneri ja käynnistä se uudelleen.'
		},
		'other-device': {
			what: 'Skannerin paikalla vastaa toinen laite.',
			todo: 'Tarkista, onko skanneri vaihdettu. Soita tekniseen tukeen, jotta uusi laite otetaan käyttöön.'
		}
	},
	printer: {
		'media-empty': {
			what: 'Tulostimen paperi on loppu.',
			todo: 'Lisää paperia lokeroon ja työnnä lokero kiinni. Tulostus jatkuu itsestään.'
		},
		'media-needed': {
			what: 'Tulostin pyytää paperia.',
			todo: 'Katso tulostimen näytöltä, mitä paperia se pyytää. Laita lokeroon A4-paperia ja hyväksy se tulostimella.'
		},
		'media-jam': {
			what: 'Tulostimessa on paperitukos.',
			todo: 'Avaa kannet tulostimen ohjeen mukaan, poista paperi ja sulje kannet. Anna paperi asiakkaalle tai tuhoa se.'
		},
		'cover-open': {
			what: 'Tulostimen kansi on auki.',
			todo: 'Sulje kansi. Jos ilmoitus jää, tarkista, että kansi napsahtaa kiinni.'
		},
		'toner-empty': {
			what: 'Tulostimen väriaine on loppu.',
			todo: 'Vaihda värikasetti. Jos kasettia ei ole, kerro asiakkaalle, missä hän voi tulostaa.'
		},
		'input-tray-missing': {
			what: 'Tulostimen paperilokero on auki.',
			todo: 'Työnnä lokero pohjaan asti.'
		},
		'output-full': {
			what: 'Tulostimen ulostulo on täynnä.',
			todo: 'Ota paperit pois. Anna asiakkaalle hänen omansa ja tuhoa muut.'
		},
		'spool-area-full': {
			what: 'Tulostimen muisti on täynnä.',
			todo: 'Odota hetki. Jos ilmoitus jää, sammuta tulostin ja käynnistä se uudelleen.'
		},
		offline: {
			what: 'Tulostin ei vastaa.',
			todo: 'Tarkista virta ja verkkojohto. Jos se ei auta, soita tekniseen tukeen.'
		},
		busy: {
			what: 'Tulostin tekee toista työtä.',
			todo: 'Katso, tulostaako joku muualta. Jos ei, sammuta tulostin ja käynnistä se uudelleen.'
		},
		'timed-out': {
			what: 'Tulostin vastaa liian hitaasti.',
			todo: 'Katso tulostimen lokeroa: osa papereista on voinut tulla. Sammuta tulostin ja käynnistä se uudelleen.'
		},
		'bad-answer': {
			what: 'Tulostimen vastausta ei voi lukea.',
			todo: 'Sammuta tulostin ja käynnistä se uudelleen. Jos vika toistuu, soita tekniseen tukeen.'
		},
		'document-refused': {
			what: 'Tulostin ei osaa tulostaa asiakkaan paperia.',
			todo: 'Neuvo asiakasta valitsemaan toiset asetukset. Jos muutkaan paperit eivät tulostu, soita tekniseen tukeen.'
		},
		aborted: {
			what: 'Tulostus keskeytyi.',
			todo: 'Katso, tuliko lokeroon paperia, ja neuvo asiakasta tulostamaan uudelleen. Jos vika toistuu, soita tekniseen tukeen.'
		},
		'cancelled-at-printer': {
			what: 'Tulostus peruttiin tulostimen painikkeista.',
			todo: 'Kysy asiakkaalta, tarvitseeko hän paperin. Hän voi tulostaa sen uudelleen.'
		}
	},
	printerNotes: {
		'media-low': {
			what: 'Tulostimen paperi on vähissä.',
			todo: 'Lisää paperia, kun ehdit.'
		},
		'toner-low': {
			what: 'Tulostimen väriaine on vähissä.',
			todo: 'Varaa uusi värikasetti valmiiksi.'
		},
		'output-almost-full': {
			what: 'Tulostimen ulostulo on melkein täynnä.',
			todo: 'Ota pois paperit, joita kukaan ei hakenut, ja tuhoa ne.'
		}
	},
	actions: {
		helpIsComing: 'Olen tulossa',
		closeByHand: 'Sulje tietokone',
		closeDetail: 'Tietokone suljetaan heti aukioloajoista riippumatta.',
		untilReopened: 'Kunnes avaan sen',
		untilNextOpening: 'Seuraavaan aukeamiseen asti',
		untilTime: 'Tänään tiettyyn aikaan asti',
		timeToday: 'Kellonaika',
		close: 'Sulje',
		openAgain: 'Avaa uudelleen',
		endVisit: 'Päätä käynti',
		endQuestion: 'Päätetäänkö asiakkaan käynti? Hänen paperinsa poistetaan heti, eikä niitä saa takaisin.',
		endYes: 'Kyllä, päätä käynti',
		wipeAgain: 'Tyhjennä uudelleen'
	},
	refused: 'Tämä ei onnistu juuri nyt. Katso, mitä tietokone nyt tekee, ja yritä uudelleen.',
	timeRefused: 'Kirjoita kellonaika, joka on tänään vielä edessä, esimerkiksi 13.30.',
	noNextOpening: 'Seuraavaa aukeamista ei ole tiedossa. Valitse toinen vaihtoehto.',
	points: 'Kaikki palvelupisteet',
	here: 'tämä piste',
	schedules: {
		selfService: 'Asiakastietokone',
		infopoint: 'Infopiste',
		appointment: 'Ajanvaraus',
		phone: 'Puhelinpalvelu'
	},
	columns: { what: 'Palvelu', now: 'Nyt', today: 'Tänään', next: 'Avautuu seuraavan kerran' },
	open: 'Auki',
	closed: 'Suljettu',
	until: (time) => `${time} asti`,
	closedAllDay: 'Suljettu koko päivän',
	nothingAhead: 'Ei tiedossa',
	rules: {
		weekly: 'viikkoajat',
		season: (name) => `kausi: ${name}`,
		publicHoliday: (name) => `pyhäpäivä: ${name}`,
		exception: (reason) => (reason === null ? 'poikkeus' : `poikkeus: ${reason}`)
	},
	specialDays: 'Poikkeavat päivät, 14 päivää eteenpäin',
	noSpecialDays: 'Ei poikkeavia päiviä.',
	connectionLost: 'Yhteys tietokoneeseen on poikki. Tiedot voivat olla vanhoja.',
	loggedOut: 'Kirjautumisesi on päättynyt.',
	logInAgain: 'Kirjaudu uudelleen'
};

const sv: TodayTexts = {
	heading: 'I dag',
	thisComputer: 'Den här kunddatorn',
	states: {
		starting: 'Startar',
		wiping: 'Töms',
		wipingDetail: 'Den förra kundens uppgifter raderas. Det tar en liten stund.',
		closed: 'Stängd',
		closedByHand: 'Stängd för hand',
		free: 'Ledig',
		inUse: 'Används',
		outOfOrder: 'Ur bruk',
		helpCalled: 'Kunden ber om hjälp',
		helpComing: 'Hjälp är på väg'
	},
	opensAt: (dayAndTime) => `Öppnar ${dayAndTime}.`,
	opensNever: 'Nästa öppning är inte känd.',
	staysClosed: 'Förblir stängd tills du öppnar den.',
	openUntil: (time) => `Öppen till ${time}.`,
	openAlways: 'Öppen tills vidare.',
	openForTrying: 'Öppen också utanför öppettiderna, för att prövas.',
	since: (time) => `Besöket började ${time}.`,
	endsAt: (time) => `Tiden tar slut ${time}.`,
	endsAtClosing: (time) => `Datorn stängs ${time}.`,
	helpComingDetail: 'Kunden ser det på sin skärm.',
	asked: 'Ingen har använt datorn på en stund. Skärmen frågar om kunden är kvar.',
	inPortal: 'Kunden är i webbtjänsten.',
	portal: 'Webbtjänsten',
	closedAfterVisit: 'Stängd för hand: ingen ny kund kan börja efter det här besöket.',
	outOfOrder: {
		'wipe-not-proven': {
			what: 'Datorn kan inte bevisa att den förra kundens uppgifter är raderade.',
			todo: 'Töm på nytt. Om det inte hjälper, starta om datorn eller ring teknisk support. Släpp inte fram någon kund.'
		},
		'wipe-failed': {
			what: 'Tömningen blev inte färdig.',
			todo: 'Töm på nytt. Om det inte hjälper, starta om datorn eller ring teknisk support. Släpp inte fram någon kund.'
		},
		'unsafe-storage': {
			what: 'Datorn skulle spara kundens uppgifter på en disk.',
			todo: 'Ring teknisk support. Inställningarna måste rättas före användning.'
		},
		'screen-lost': {
			what: 'Kundens skärm fungerar inte.',
			todo: 'Kontrollera att skärmen är kopplad och har ström. Töm sedan på nytt.'
		},
		'clock-wrong': {
			what: 'Datorns klocka går fel.',
			todo: 'Kontrollera datum och klockslag eller ring teknisk support. Datorn tas i bruk igen när klockan är rätt.'
		}
	},
	scanner: {
		'feeder-empty': {
			what: 'Skannerns matare är tom.',
			todo: 'Be kunden lägga papperen i mataren ända till botten.'
		},
		jam: {
			what: 'Ett papper har fastnat i skannern.',
			todo: 'Öppna matarens lock, ta ut papperet och stäng locket. Ge papperet till kunden.'
		},
		'cover-open': {
			what: 'Skannerns lock är öppet.',
			todo: 'Stäng locket. Om meddelandet blir kvar, se efter att locket knäpper fast.'
		},
		busy: {
			what: 'Skannern är upptagen.',
			todo: 'Se efter om någon använder den från annat håll. Om inte, stäng av skannern och starta den igen.'
		},
		offline: {
			what: 'Skannern svarar inte.',
			todo: 'Kontrollera strömmen och nätverks- eller USB-kabeln. Om det inte hjälper, ring teknisk support.'
		},
		'timed-out': {
			what: 'Skannern svarar för långsamt.',
			todo: 'Stäng av skannern och starta den igen. Om felet kommer tillbaka, ring teknisk support.'
		},
		'bad-answer': {
			what: 'Skannerns svar går inte att läsa.',
			todo: 'Stäng av skannern och starta den igen. Om felet kommer tillbaka, ring teknisk support.'
		},
		'out-of-memory': {
			what: 'Minnet räcker inte till för kundens sidor.',
			todo: 'Råd kunden att skanna färre sidor på en gång eller att välja Text.'
		},
		'io-error': {
			what: 'Det är ett fel på skannern.',
			todo: 'Se på skannerns egen skärm. Om den inte säger något, stäng av skannern och starta den igen.'
		},
		'other-device': {
			what: 'En annan enhet svarar i skannerns ställe.',
			todo: 'Se efter om skannern har bytts ut. Ring teknisk support så att den nya enheten tas i bruk.'
		}
	},
	printer: {
		'media-empty': {
			what: 'Papperet i skrivaren är slut.',
			todo: 'Fyll på papper i facket och skjut in det. Utskriften fortsätter av sig själv.'
		},
		'media-needed': {
			what: 'Skrivaren begär papper.',
			todo: 'Se på skrivarens skärm vilket papper den begär. Lägg A4-papper i facket och godkänn det på skrivaren.'
		},
		'media-jam': {
			what: 'Ett papper har fastnat i skrivaren.',
			todo: 'Öppna luckorna enligt skrivarens anvisning, ta ut papperet och stäng luckorna. Ge papperet till kunden eller förstör det.'
		},
		'cover-open': {
			what: 'Skrivarens lucka är öppen.',
			todo: 'Stäng luckan. Om meddelandet blir kvar, se efter att luckan knäpper fast.'
		},
		'toner-empty': {
			what: 'Skrivarens färg är slut.',
			todo: 'Byt färgkassett. Om det inte finns någon, tala om för kunden var det går att skriva ut.'
		},
		'input-tray-missing': {
			what: 'Skrivarens pappersfack är öppet.',
			todo: 'Skjut in facket ända till botten.'
		},
		'output-full': {
			what: 'Skrivarens utmatningsfack är fullt.',
			todo: 'Ta bort papperen. Ge kunden de egna och förstör de övriga.'
		},
		'spool-area-full': {
			what: 'Skrivarens minne är fullt.',
			todo: 'Vänta en stund. Om meddelandet blir kvar, stäng av skrivaren och starta den igen.'
		},
		offline: {
			what: 'Skrivaren svarar inte.',
			todo: 'Kontrollera strömmen och nätverkskabeln. Om det inte hjälper, ring teknisk support.'
		},
		busy: {
			what: 'Skrivaren gör ett annat arbete.',
			todo: 'Se efter om någon skriver ut från annat håll. Om inte, stäng av skrivaren och starta den igen.'
		},
		'timed-out': {
			what: 'Skrivaren svarar för långsamt.',
			todo: 'Se efter i skrivarens fack: en del av papperen kan ha kommit ut. Stäng av skrivaren och starta den igen.'
		},
		'bad-answer': {
			what: 'Skrivarens svar går inte att läsa.',
			todo: 'Stäng av skrivaren och starta den igen. Om felet kommer tillbaka, ring teknisk support.'
		},
		'document-refused': {
			what: 'Skrivaren kan inte skriva ut kundens papper.',
			todo: 'Råd kunden att välja andra inställningar. Om inte heller andra papper går att skriva ut, ring teknisk support.'
		},
		aborted: {
			what: 'Utskriften avbröts.',
			todo: 'Se efter om något kom ut i facket och råd kunden att skriva ut igen. Om felet kommer tillbaka, ring teknisk support.'
		},
		'cancelled-at-printer': {
			what: 'Utskriften avbröts med skrivarens knappar.',
			todo: 'Fråga kunden om papperet behövs. Det går att skriva ut igen.'
		}
	},
	printerNotes: {
		'media-low': {
			what: 'Papperet i skrivaren är på väg att ta slut.',
			todo: 'Fyll på papper när du hinner.'
		},
		'toner-low': {
			what: 'Skrivarens färg är på väg att ta slut.',
			todo: 'Ta fram en ny färgkassett.'
		},
		'output-almost-full': {
			what: 'Skrivarens utmatningsfack är nästan fullt.',
			todo: 'Ta bort papper som ingen har hämtat och förstör dem.'
		}
	},
	actions: {
		helpIsComing: 'Jag kommer',
		closeByHand: 'Stäng datorn',
		closeDetail: 'Datorn stängs genast, oberoende av öppettiderna.',
		untilReopened: 'Tills jag öppnar den',
		untilNextOpening: 'Till nästa öppning',
		untilTime: 'Till ett klockslag i dag',
		timeToday: 'Klockslag',
		close: 'Stäng',
		openAgain: 'Öppna igen',
		endVisit: 'Avsluta besöket',
		endQuestion: 'Ska kundens besök avslutas? Kundens papper raderas genast och kan inte fås tillbaka.',
		endYes: 'Ja, avsluta besöket',
		wipeAgain: 'Töm på nytt'
	},
	refused: 'Det går inte just nu. Se vad datorn gör och försök igen.',
	timeRefused: 'Skriv ett klockslag senare i dag, till exempel 13.30.',
	noNextOpening: 'Nästa öppning är inte känd. Välj något annat.',
	points: 'Alla serviceställen',
	here: 'det här stället',
	schedules: {
		selfService: 'Kunddator',
		infopoint: 'Infopunkt',
		appointment: 'Tidsbokning',
		phone: 'Telefontjänst'
	},
	columns: { what: 'Tjänst', now: 'Nu', today: 'I dag', next: 'Öppnar nästa gång' },
	open: 'Öppet',
	closed: 'Stängt',
	until: (time) => `till ${time}`,
	closedAllDay: 'Stängt hela dagen',
	nothingAhead: 'Inte känt',
	rules: {
		weekly: 'veckotider',
		season: (name) => `säsong: ${name}`,
		publicHoliday: (name) => `helgdag: ${name}`,
		exception: (reason) => (reason === null ? 'undantag' : `undantag: ${reason}`)
	},
	specialDays: 'Avvikande dagar, 14 dagar framåt',
	noSpecialDays: 'Inga avvikande dagar.',
	connectionLost: 'Förbindelsen till datorn är bruten. Uppgifterna kan vara gamla.',
	loggedOut: 'Din inloggning har upphört.',
	logInAgain: 'Logga in igen'
};

const en: TodayTexts = {
	heading: 'Today',
	thisComputer: 'This customer computer',
	states: {
		starting: 'Starting',
		wiping: 'Being wiped',
		wipingDetail: 'The data of the last customer is being deleted. This takes a moment.',
		closed: 'Closed',
		closedByHand: 'Closed by hand',
		free: 'Free',
		inUse: 'In use',
		outOfOrder: 'Out of order',
		helpCalled: 'The customer asks for help',
		helpComing: 'Help is coming'
	},
	opensAt: (dayAndTime) => `Opens ${dayAndTime}.`,
	opensNever: 'The next opening is not known.',
	staysClosed: 'Stays closed until you open it.',
	openUntil: (time) => `Open until ${time}.`,
	openAlways: 'Open until further notice.',
	openForTrying: 'Open also outside the hours, for trying.',
	since: (time) => `The visit began ${time}.`,
	endsAt: (time) => `The time runs out ${time}.`,
	endsAtClosing: (time) => `The computer closes ${time}.`,
	helpComingDetail: 'The customer sees it on the screen.',
	asked: 'Nobody has used the computer for a while. The screen asks whether the customer is there.',
	inPortal: 'The customer is in the online service.',
	portal: 'The online service',
	closedAfterVisit: 'Closed by hand: no new customer can begin after this visit.',
	outOfOrder: {
		'wipe-not-proven': {
			what: 'The computer cannot prove that the data of the last customer is gone.',
			todo: 'Wipe again. If that does not help, restart the computer or call technical support. Let no customer use it.'
		},
		'wipe-failed': {
			what: 'The wipe did not come to an end.',
			todo: 'Wipe again. If that does not help, restart the computer or call technical support. Let no customer use it.'
		},
		'unsafe-storage': {
			what: 'The computer would store customers’ data on a disk.',
			todo: 'Call technical support. The set-up must be corrected before use.'
		},
		'screen-lost': {
			what: 'The customer’s screen does not work.',
			todo: 'Check that the screen is connected and has power. Then wipe again.'
		},
		'clock-wrong': {
			what: 'The clock of the computer is wrong.',
			todo: 'Check the date and time, or call technical support. The computer comes back into use when the clock is right.'
		}
	},
	scanner: {
		'feeder-empty': {
			what: 'The scanner’s feeder is empty.',
			todo: 'Ask the customer to put the papers in the feeder as far as they go.'
		},
		jam: {
			what: 'A paper is stuck in the scanner.',
			todo: 'Open the cover of the feeder, take the paper out and close the cover. Give the paper to the customer.'
		},
		'cover-open': {
			what: 'The scanner’s cover is open.',
			todo: 'Close the cover. If this message stays, see that the cover clicks shut.'
		},
		busy: {
			what: 'The scanner is busy.',
			todo: 'See whether somebody uses it from elsewhere. If not, switch the scanner off and on again.'
		},
		offline: {
			what: 'The scanner does not answer.',
			todo: 'Check its power and its network or USB cable. If that does not help, call technical support.'
		},
		'timed-out': {
			what: 'The scanner answers too slowly.',
			todo: 'Switch the scanner off and on again. If the fault comes back, call technical support.'
		},
		'bad-answer': {
			what: 'The scanner’s answer cannot be read.',
			todo: 'Switch the scanner off and on again. If the fault comes back, call technical support.'
		},
		'out-of-memory': {
			what: 'There is not enough memory for the customer’s pages.',
			todo: 'Advise the customer to scan fewer pages at once or to choose Text.'
		},
		'io-error': {
			what: 'There is a fault in the scanner.',
			todo: 'Look at the scanner’s own display. If it says nothing, switch the scanner off and on again.'
		},
		'other-device': {
			what: 'Another device answers in the scanner’s place.',
			todo: 'See whether the scanner was replaced. Call technical support so that the new device is taken into use.'
		}
	},
	printer: {
		'media-empty': {
			what: 'The printer is out of paper.',
			todo: 'Put paper in the tray and push the tray in. Printing goes on by itself.'
		},
		'media-needed': {
			what: 'The printer asks for paper.',
			todo: 'See on the printer’s display which paper it asks for. Put A4 paper in the tray and accept it at the printer.'
		},
		'media-jam': {
			what: 'A paper is stuck in the printer.',
			todo: 'Open the covers as the printer shows, take the paper out and close the covers. Give the paper to the customer or destroy it.'
		},
		'cover-open': {
			what: 'The printer’s cover is open.',
			todo: 'Close the cover. If this message stays, see that the cover clicks shut.'
		},
		'toner-empty': {
			what: 'The printer is out of toner.',
			todo: 'Change the cartridge. If there is none, tell the customer where they can print.'
		},
		'input-tray-missing': {
			what: 'The printer’s paper tray is open.',
			todo: 'Push the tray in as far as it goes.'
		},
		'output-full': {
			what: 'The printer’s output is full.',
			todo: 'Take the papers away. Give the customer their own and destroy the others.'
		},
		'spool-area-full': {
			what: 'The printer’s memory is full.',
			todo: 'Wait a moment. If this message stays, switch the printer off and on again.'
		},
		offline: {
			what: 'The printer does not answer.',
			todo: 'Check its power and its network cable. If that does not help, call technical support.'
		},
		busy: {
			what: 'The printer does other work.',
			todo: 'See whether somebody prints from elsewhere. If not, switch the printer off and on again.'
		},
		'timed-out': {
			what: 'The printer answers too slowly.',
			todo: 'Look into the printer’s tray: some papers may have come out. Switch the printer off and on again.'
		},
		'bad-answer': {
			what: 'The printer’s answer cannot be read.',
			todo: 'Switch the printer off and on again. If the fault comes back, call technical support.'
		},
		'document-refused': {
			what: 'The printer cannot print the customer’s paper.',
			todo: 'Advise the customer to choose other settings. If other papers cannot be printed either, call technical support.'
		},
		aborted: {
			what: 'A print was broken off.',
			todo: 'See whether anything came out and advise the customer to print again. If the fault comes back, call technical support.'
		},
		'cancelled-at-printer': {
			what: 'A print was cancelled with the printer’s buttons.',
			todo: 'Ask the customer whether they need the paper. They can print it again.'
		}
	},
	printerNotes: {
		'media-low': {
			what: 'The printer is low on paper.',
			todo: 'Add paper when you have time.'
		},
		'toner-low': {
			what: 'The printer is low on toner.',
			todo: 'Have a new cartridge ready.'
		},
		'output-almost-full': {
			what: 'The printer’s output is almost full.',
			todo: 'Take away papers that nobody has fetched, and destroy them.'
		}
	},
	actions: {
		helpIsComing: 'I am coming',
		closeByHand: 'Close the computer',
		closeDetail: 'The computer closes at once, whatever the opening hours say.',
		untilReopened: 'Until I open it',
		untilNextOpening: 'Until the next opening',
		untilTime: 'Until a time today',
		timeToday: 'Time',
		close: 'Close',
		openAgain: 'Open again',
		endVisit: 'End the visit',
		endQuestion: 'End the customer’s visit? Their papers are deleted at once and cannot be brought back.',
		endYes: 'Yes, end the visit',
		wipeAgain: 'Wipe again'
	},
	refused: 'This is not possible right now. See what the computer is doing, and try again.',
	timeRefused: 'Give a time that is still ahead today, for example 13:30.',
	noNextOpening: 'The next opening is not known. Choose something else.',
	points: 'All service points',
	here: 'this point',
	schedules: {
		selfService: 'Customer computer',
		infopoint: 'Infopoint',
		appointment: 'Appointments',
		phone: 'Phone service'
	},
	columns: { what: 'Service', now: 'Now', today: 'Today', next: 'Opens next' },
	open: 'Open',
	closed: 'Closed',
	until: (time) => `until ${time}`,
	closedAllDay: 'Closed all day',
	nothingAhead: 'Not known',
	rules: {
		weekly: 'weekly hours',
		season: (name) => `season: ${name}`,
		publicHoliday: (name) => `public holiday: ${name}`,
		exception: (reason) => (reason === null ? 'exception' : `exception: ${reason}`)
	},
	specialDays: 'Days that differ, 14 days ahead',
	noSpecialDays: 'No days that differ.',
	connectionLost: 'The connection to the computer is broken. What you see may be old.',
	loggedOut: 'Your log-in has ended.',
	logInAgain: 'Log in again'
};

export const todayTexts: Readonly<Record<Language, TodayTexts>> = { fi, sv, en };
