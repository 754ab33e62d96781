import type { Language } from '../../domain/language.ts';
import type { AuditEvent } from '../../ports/audit-log.ts';
import type { Advice } from '../catalogue.ts';

/** What the page of history says. */
export interface HistoryTexts {
	readonly heading: string;
	readonly about: string;
	readonly none: string;
	readonly byWhom: (who: string, when: string) => string;
	readonly undoes: (id: number) => string;
	readonly undoneBy: (id: number) => string;
	readonly undo: string;
	readonly undone: string;
	readonly notUndone: {
		readonly 'changed meanwhile': Advice;
		readonly other: Advice;
	};
	readonly lines: (file: string) => string;
	readonly line: (number: number) => string;
	readonly removed: string;
	readonly added: string;
	readonly noLines: string;
	readonly record: string;
	readonly recordAbout: string;
	readonly recordNone: string;
	readonly columns: { readonly when: string; readonly who: string; readonly what: string; readonly about: string };
	/** Who it was when no account was used. */
	readonly commandLine: string;
	readonly events: Readonly<Record<AuditEvent, string>>;
	readonly pages: string;
	readonly newer: string;
	readonly older: string;
}

const fi: HistoryTexts = {
	heading: 'Historia',
	about:
		'Tallennetut muutokset, uusin ensin. Kumoaminen palauttaa tiedoston sellaiseksi kuin se oli ennen muutosta. Kuvaukset ovat englanniksi.',
	none: 'Mitään ei ole vielä muutettu täällä.',
	byWhom: (who, when) => `${who}, ${when}`,
	undoes: (id) => `Kumoaa muutoksen ${id}.`,
	undoneBy: (id) => `Kumottu (muutos ${id}).`,
	undo: 'Kumoa',
	undone: 'Muutos on kumottu. Edellinen on taas voimassa.',
	notUndone: {
		'changed meanwhile': {
			what: 'Muutosta ei kumottu: samaa tiedostoa on muutettu sen jälkeen.',
			todo: 'Kumoa ensin uudempi muutos, tai muuta asetusta sen omalla sivulla.'
		},
		other: {
			what: 'Muutosta ei voitu kumota.',
			todo: 'Asetukset ovat kuten ennenkin. Yritä uudelleen tai pyydä apua tekniseltä tuelta.'
		}
	},
	lines: (file) => `Muuttuneet rivit: ${file}`,
	line: (number) => `rivistä ${number}`,
	removed: 'poistettu',
	added: 'lisätty',
	noLines: 'Rivit ovat samat.',
	record: 'Tapahtumat',
	recordAbout: 'Kuka teki mitä hallinnassa. Asiakkaista täällä ei ole mitään.',
	recordNone: 'Tapahtumia ei ole.',
	columns: { when: 'Milloin', who: 'Kuka', what: 'Mitä', about: 'Tarkemmin' },
	commandLine: 'komentorivi',
	events: {
		'logged in': 'kirjautui',
		'log-in refused': 'kirjautuminen hylättiin',
		'logged out': 'kirjautui ulos',
		'configuration saved': 'tallensi muutoksen',
		'configuration undone': 'kumosi muutoksen',
		'configuration refused': 'muutosta ei hyväksytty',
		'closed by hand': 'sulki tietokoneen',
		'opened again': 'avasi tietokoneen',
		'visit ended': 'päätti käynnin',
		'wipe retried': 'tyhjensi uudelleen',
		'help is coming': 'lähti auttamaan',
		'account added': 'lisäsi tunnuksen',
		'account removed': 'poisti tunnuksen',
		'password changed': 'vaihtoi salasanan'
	},
	pages: 'Tapahtumien sivut',
	newer: 'Uudemmat',
	older: 'Vanhemmat'
};

const sv: HistoryTexts = {
	heading: 'Historik',
	about:
		'Sparade ändringar, den nyaste först. Att ångra återställer filen sådan som den var före ändringen. Beskrivningarna är på engelska.',
	none: 'Ingenting har ännu ändrats här.',
	byWhom: (who, when) => `${who}, ${when}`,
	undoes: (id) => `Tar tillbaka ändring ${id}.`,
	undoneBy: (id) => `Ångrad (ändring ${id}).`,
	undo: 'Ångra',
	undone: 'Ändringen är ångrad. Det som gällde förut gäller igen.',
	notUndone: {
		'changed meanwhile': {
			what: 'Ändringen ångrades inte: samma fil har ändrats efter den.',
			todo: 'Ångra först den nyare ändringen, eller ändra inställningen på dess egen sida.'
		},
		other: {
			what: 'Ändringen kunde inte ångras.',
			todo: 'Inställningarna är som förut. Försök igen eller be teknisk support om hjälp.'
		}
	},
	lines: (file) => `Ändrade rader: ${file}`,
	line: (number) => `från rad ${number}`,
	removed: 'borttaget',
	added: 'tillagt',
	noLines: 'Raderna är desamma.',
	record: 'Händelser',
	recordAbout: 'Vem som gjorde vad i administrationen. Här finns ingenting om kunderna.',
	recordNone: 'Det finns inga händelser.',
	columns: { when: 'När', who: 'Vem', what: 'Vad', about: 'Närmare' },
	commandLine: 'kommandoraden',
	events: {
		'logged in': 'loggade in',
		'log-in refused': 'inloggningen avvisades',
		'logged out': 'loggade ut',
		'configuration saved': 'sparade en ändring',
		'configuration undone': 'ångrade en ändring',
		'configuration refused': 'ändringen godkändes inte',
		'closed by hand': 'stängde datorn',
		'opened again': 'öppnade datorn',
		'visit ended': 'avslutade ett besök',
		'wipe retried': 'tömde på nytt',
		'help is coming': 'gick för att hjälpa',
		'account added': 'lade till ett konto',
		'account removed': 'tog bort ett konto',
		'password changed': 'bytte lösenord'
	},
	pages: 'Händelsernas sidor',
	newer: 'Nyare',
	older: 'Äldre'
};

const en: HistoryTexts = {
	heading: 'History',
	about: 'Saved changes, newest first. Undo puts a file back as it was before the change.',
	none: 'Nothing has been changed here yet.',
	byWhom: (who, when) => `${who}, ${when}`,
	undoes: (id) => `Takes back change ${id}.`,
	undoneBy: (id) => `Undone (change ${id}).`,
	undo: 'Undo',
	undone: 'The change is undone. What was before is in force again.',
	notUndone: {
		'changed meanwhile': {
			what: 'The change was not undone: the same file has been changed since.',
			todo: 'Undo the newer change first, or change the setting on its own page.'
		},
		other: {
			what: 'The change could not be undone.',
			todo: 'The settings are as they were. Try again, or ask technical support for help.'
		}
	},
	lines: (file) => `Changed lines: ${file}`,
	line: (number) => `from line ${number}`,
	removed: 'removed',
	added: 'added',
	noLines: 'The lines are the same.',
	record: 'Events',
	recordAbout: 'Who did what at the console. There is nothing about customers here.',
	recordNone: 'There are no events.',
	columns: { when: 'When', who: 'Who', what: 'What', about: 'More' },
	commandLine: 'command line',
	events: {
		'logged in': 'logged in',
		'log-in refused': 'log-in refused',
		'logged out': 'logged out',
		'configuration saved': 'saved a change',
		'configuration undone': 'undid a change',
		'configuration refused': 'change not accepted',
		'closed by hand': 'closed the computer',
		'opened again': 'opened the computer',
		'visit ended': 'ended a visit',
		'wipe retried': 'wiped again',
		'help is coming': 'went to help',
		'account added': 'added an account',
		'account removed': 'removed an account',
		'password changed': 'changed a password'
	},
	pages: 'Pages of events',
	newer: 'Newer',
	older: 'Older'
};

export const historyTexts: Readonly<Record<Language, HistoryTexts>> = { fi, sv, en };
