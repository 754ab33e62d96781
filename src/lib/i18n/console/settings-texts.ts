import type { Language } from '../../domain/language.ts';
import type { LimitName } from '../../domain/console/limit-fields.ts';
import type { Advice } from '../catalogue.ts';

/** What the page of settings says, and what every change outside the hours says: preview, save, refusal. */
export interface SettingsTexts {
	readonly heading: string;
	readonly about: string;
	readonly limits: Readonly<
		Record<LimitName, { readonly label: string; readonly meaning: string; readonly floor: string | null }>
	>;
	readonly units: { readonly minutes: string; readonly seconds: string };
	readonly allowed: (least: number, most: number, unit: string) => string;
	readonly warnAllowed: string;
	readonly change: {
		/** The button that shows what a change does. */
		readonly look: string;
		readonly heading: string;
		readonly becomes: (what: string, before: string, after: string) => string;
		readonly empty: string;
		readonly nothing: string;
		readonly save: string;
		readonly back: string;
		readonly saved: string;
		readonly atOnce: string;
		readonly fromNextVisit: string;
		readonly fromNextStart: string;
		readonly toHistory: string;
		readonly problems: string;
		readonly missing: string;
	};
	readonly refusals: {
		readonly 'changed meanwhile': (who: string | null) => Advice;
		readonly 'folder is wrong': Advice;
		readonly 'nothing to save': Advice;
		readonly 'not written': Advice;
	};
	readonly line: (file: string, line: number) => string;
	readonly errors: {
		readonly notAllowed: string;
		readonly notFound: string;
		readonly broken: string;
		readonly toToday: string;
	};
}

const fi: SettingsTexts = {
	heading: 'Käynnin asetukset',
	about:
		'Nämä koskevat tätä asiakastietokonetta. Muutos tulee voimaan seuraavasta käynnistä: käynnissä oleva käynti saa sen ajan, joka asiakkaalle luvattiin.',
	limits: {
		limitMinutes: {
			label: 'Käynnin enimmäispituus',
			meaning: 'Näin kauan yksi asiakas voi käyttää tietokonetta kerrallaan, ellei sulkemisaika tule ennen sitä.',
			floor: null
		},
		warnMinutes: {
			label: 'Varoitukset ennen loppua',
			meaning: 'Näin monta minuuttia ennen loppua asiakkaalle kerrotaan, että aika loppuu. Pisin ensin, pilkut väliin.',
			floor: null
		},
		graceMinutes: {
			label: 'Lisäaika sulkemisen jälkeen',
			meaning: 'Kesken oleva käynti saa vielä tämän ajan, kun piste suljetaan.',
			floor: null
		},
		idleSeconds: {
			label: 'Kysytään, onko asiakas paikalla',
			meaning: 'Kun kukaan ei ole koskenut tietokoneeseen näin kauan, näyttö piilottaa paperit ja kysyy.',
			floor: null
		},
		answerSeconds: {
			label: 'Aika vastata kysymykseen',
			meaning: 'Jos asiakas ei vastaa tässä ajassa, käynti päättyy ja kaikki poistetaan.',
			floor:
				'Laki vaatii vähintään 20 sekuntia (saavutettavuus, EN 301 549 kohta 9.2.2.1). Hitaammalle käyttäjälle 60 on hyvä.'
		},
		introSeconds: {
			label: 'Paluu kielivalintaan',
			meaning: 'Jos kukaan ei aloita käyntiä näin pitkään aikaan, näyttö palaa kielten valintaan.',
			floor: null
		}
	},
	units: { minutes: 'minuuttia', seconds: 'sekuntia' },
	allowed: (least, most, unit) => `Sallittu: kokonaisluku ${least}–${most} ${unit}.`,
	warnAllowed:
		'Sallittu: kokonaislukuja 1–60 pisimmästä alkaen, kukin kerran ja lyhyempi kuin käynti. Esimerkiksi 10, 5, 1.',
	change: {
		look: 'Katso, mitä muuttuu',
		heading: 'Tämä muuttuu',
		becomes: (what, before, after) => `${what}: ${before} → ${after}`,
		empty: 'tyhjä',
		nothing: 'Mikään ei muutu.',
		save: 'Tallenna',
		back: 'Muokkaa vielä',
		saved: 'Tallennettu.',
		atOnce: 'Asiakkaat näkevät muutoksen heti.',
		fromNextVisit: 'Voimassa seuraavasta käynnistä.',
		fromNextStart: 'Asiakkaan tietokone ottaa muutoksen käyttöön, kun ohjelma käynnistetään seuraavan kerran.',
		toHistory: 'Historia ja kumoaminen',
		problems: 'Korjaa merkityt kohdat. Mitään ei ole tallennettu.',
		missing: 'Tämä puuttuu.'
	},
	refusals: {
		'changed meanwhile': (who) => ({
			what: who === null ? 'Joku muu on muuttanut samaa sillä välin.' : `${who} on muuttanut samaa sillä välin.`,
			todo: 'Mitään ei tallennettu, ja kirjoittamasi on tallella alla. Katso uudelleen, mitä muuttuu.'
		}),
		'folder is wrong': {
			what: 'Asetustiedostoissa on virhe, joka on korjattava ensin.',
			todo: 'Pyydä apua tekniseltä tuelta. Edelliset asetukset ovat voimassa.'
		},
		'nothing to save': { what: 'Mikään ei muutu.', todo: 'Mitään ei tallennettu.' },
		'not written': {
			what: 'Tallennus ei onnistunut.',
			todo: 'Yritä uudelleen. Jos se ei auta, pyydä apua tekniseltä tuelta.'
		}
	},
	line: (file, line) => `${file}, rivi ${line}`,
	errors: {
		notAllowed: 'Tämä sivu on vain pääkäyttäjille.',
		notFound: 'Tätä sivua ei ole.',
		broken: 'Jokin meni vikaan. Yritä uudelleen.',
		toToday: 'Takaisin sivulle Tänään'
	}
};

const sv: SettingsTexts = {
	heading: 'Inställningar för besöket',
	about:
		'De gäller den här kunddatorn. En ändring gäller från och med nästa besök: det pågående besöket får den tid som kunden har lovats.',
	limits: {
		limitMinutes: {
			label: 'Besökets längsta tid',
			meaning: 'Så länge kan en kund använda datorn i sänder, om inte stängningstiden kommer före det.',
			floor: null
		},
		warnMinutes: {
			label: 'Varningar före slutet',
			meaning: 'Så många minuter före slutet får kunden veta att tiden tar slut. Den längsta först, komma emellan.',
			floor: null
		},
		graceMinutes: {
			label: 'Extra tid efter stängning',
			meaning: 'Ett pågående besök får ännu den här tiden när stället stänger.',
			floor: null
		},
		idleSeconds: {
			label: 'Fråga om kunden är kvar',
			meaning: 'När ingen har rört datorn på så här länge döljer skärmen papperen och frågar.',
			floor: null
		},
		answerSeconds: {
			label: 'Tid att svara på frågan',
			meaning: 'Om kunden inte svarar inom den här tiden avslutas besöket och allt raderas.',
			floor:
				'Lagen kräver minst 20 sekunder (tillgänglighet, EN 301 549 punkt 9.2.2.1). För den som är långsammare är 60 bra.'
		},
		introSeconds: {
			label: 'Tillbaka till språkvalet',
			meaning: 'Om ingen börjar ett besök på så här länge går skärmen tillbaka till språkvalet.',
			floor: null
		}
	},
	units: { minutes: 'minuter', seconds: 'sekunder' },
	allowed: (least, most, unit) => `Tillåtet: ett heltal ${least}–${most} ${unit}.`,
	warnAllowed:
		'Tillåtet: heltal 1–60 från det längsta, vart och ett en gång och kortare än besöket. Till exempel 10, 5, 1.',
	change: {
		look: 'Se vad som ändras',
		heading: 'Det här ändras',
		becomes: (what, before, after) => `${what}: ${before} → ${after}`,
		empty: 'tomt',
		nothing: 'Ingenting ändras.',
		save: 'Spara',
		back: 'Redigera mera',
		saved: 'Sparat.',
		atOnce: 'Kunderna ser ändringen genast.',
		fromNextVisit: 'Gäller från och med nästa besök.',
		fromNextStart: 'Kundens dator tar ändringen i bruk när programmet startas nästa gång.',
		toHistory: 'Historik och ångra',
		problems: 'Rätta de markerade ställena. Ingenting har sparats.',
		missing: 'Det här saknas.'
	},
	refusals: {
		'changed meanwhile': (who) => ({
			what: who === null ? 'Någon annan har ändrat samma sak under tiden.' : `${who} har ändrat samma sak under tiden.`,
			todo: 'Ingenting sparades, och det du skrev finns kvar nedan. Se på nytt vad som ändras.'
		}),
		'folder is wrong': {
			what: 'Det finns ett fel i inställningsfilerna som måste rättas först.',
			todo: 'Be teknisk support om hjälp. De tidigare inställningarna gäller.'
		},
		'nothing to save': { what: 'Ingenting ändras.', todo: 'Ingenting sparades.' },
		'not written': {
			what: 'Det gick inte att spara.',
			todo: 'Försök igen. Om det inte hjälper, be teknisk support om hjälp.'
		}
	},
	line: (file, line) => `${file}, rad ${line}`,
	errors: {
		notAllowed: 'Den här sidan är bara för administratörer.',
		notFound: 'Den här sidan finns inte.',
		broken: 'Något gick fel. Försök igen.',
		toToday: 'Tillbaka till sidan I dag'
	}
};

const en: SettingsTexts = {
	heading: 'Settings of the visit',
	about:
		'They hold for this customer computer. A change holds from the next visit on: a running visit keeps the time that its customer was promised.',
	limits: {
		limitMinutes: {
			label: 'Longest visit',
			meaning: 'So long one customer can use the computer at a time, unless closing time comes first.',
			floor: null
		},
		warnMinutes: {
			label: 'Warnings before the end',
			meaning:
				'So many minutes before the end the customer is told that time is running out. Longest first, commas between.',
			floor: null
		},
		graceMinutes: {
			label: 'Extra time after closing',
			meaning: 'A running visit still gets this time when the point closes.',
			floor: null
		},
		idleSeconds: {
			label: 'Ask whether the customer is there',
			meaning: 'When nobody has touched the computer for so long, the screen hides the papers and asks.',
			floor: null
		},
		answerSeconds: {
			label: 'Time to answer the question',
			meaning: 'If the customer does not answer in this time, the visit ends and everything is deleted.',
			floor:
				'The law asks for at least 20 seconds (accessibility, EN 301 549 9.2.2.1). 60 is good for people who are slower.'
		},
		introSeconds: {
			label: 'Back to the choice of language',
			meaning: 'If nobody begins a visit for so long, the screen goes back to the choice of language.',
			floor: null
		}
	},
	units: { minutes: 'minutes', seconds: 'seconds' },
	allowed: (least, most, unit) => `Allowed: a whole number from ${least} to ${most} ${unit}.`,
	warnAllowed:
		'Allowed: whole numbers from 1 to 60, longest first, each once and shorter than the visit. For example 10, 5, 1.',
	change: {
		look: 'See what changes',
		heading: 'This changes',
		becomes: (what, before, after) => `${what}: ${before} → ${after}`,
		empty: 'empty',
		nothing: 'Nothing changes.',
		save: 'Save',
		back: 'Edit more',
		saved: 'Saved.',
		atOnce: 'Customers see the change at once.',
		fromNextVisit: 'Holds from the next visit on.',
		fromNextStart: 'The customer computer takes the change up when the program is started the next time.',
		toHistory: 'History and undo',
		problems: 'Correct what is marked. Nothing has been saved.',
		missing: 'This is missing.'
	},
	refusals: {
		'changed meanwhile': (who) => ({
			what:
				who === null
					? 'Somebody else has changed the same in the meantime.'
					: `${who} has changed the same in the meantime.`,
			todo: 'Nothing was saved, and what you wrote is kept below. See again what changes.'
		}),
		'folder is wrong': {
			what: 'There is a mistake in the configuration files that must be corrected first.',
			todo: 'Ask technical support for help. The earlier settings are in force.'
		},
		'nothing to save': { what: 'Nothing changes.', todo: 'Nothing was saved.' },
		'not written': {
			what: 'It could not be saved.',
			todo: 'Try again. If that does not help, ask technical support for help.'
		}
	},
	line: (file, line) => `${file}, line ${line}`,
	errors: {
		notAllowed: 'This page is for administrators only.',
		notFound: 'There is no such page.',
		broken: 'Something went wrong. Try again.',
		toToday: 'Back to the page Today'
	}
};

export const settingsTexts: Readonly<Record<Language, SettingsTexts>> = { fi, sv, en };
