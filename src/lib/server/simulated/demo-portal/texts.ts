import type { Language } from '../../../domain/language.ts';
import type { UploadFault } from './uploads.ts';

/** Everything the demo's pages say. */
export interface DemoTexts {
	readonly agency: string;
	readonly service: string;
	readonly demo: string;
	readonly demoNote: string;
	readonly skip: string;
	readonly nav: { home: string; attachments: string; decision: string; messages: string; logOut: string };
	readonly start: {
		title: string;
		lead: string;
		logIn: string;
		loggedOut: string;
		logInFailed: string;
		points: readonly string[];
	};
	readonly home: {
		title: string;
		missingTitle: string;
		missing: string;
		attachmentsHint: string;
		decisionHint: string;
		messagesHint: string;
		help: string;
		helpHint: string;
		outside: string;
	};
	readonly attachments: {
		title: string;
		lead: string;
		one: string;
		oneHint: string;
		many: string;
		manyHint: string;
		send: string;
		receivedTitle: string;
		received: string;
		name: string;
		size: string;
		fingerprint: string;
		faults: Readonly<Record<UploadFault, string>>;
	};
	readonly decision: {
		title: string;
		date: string;
		summary: string;
		facts: readonly (readonly [string, string])[];
		download: string;
		open: string;
		print: string;
	};
	readonly messages: { title: string; lead: string; label: string; send: string; sent: string };
	readonly help: { title: string; points: readonly string[]; close: string };
	readonly remember: { title: string; label: string; keep: string; kept: string };
	readonly notFound: { title: string; lead: string; home: string };
	readonly bank: {
		name: string;
		title: string;
		lead: string;
		userId: string;
		userIdHint: string;
		confirm: string;
		cancel: string;
		missing: string;
	};
}

/** Sizes as people read them: megabytes with one decimal, or kilobytes, never nought. */
export function sizeText(language: Language, bytes: number): string {
	const mega = bytes >= 1_000_000;
	const amount = mega ? bytes / 1_000_000 : Math.max(bytes / 1000, 0.1);
	const unit = { fi: mega ? 'Mt' : 'kt', sv: mega ? 'MB' : 'kB', en: mega ? 'MB' : 'kB' }[language];
	return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}

/** The texts in a language; `limitBytes` is what may be sent at once, `day` the day of the decision. */
export function demoTexts(language: Language, limitBytes: number, day: Date): DemoTexts {
	const limit = sizeText(language, limitBytes);
	const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : `${language}-FI`, {
		dateStyle: 'long',
		timeZone: 'Europe/Helsinki'
	}).format(day);
	const texts: Record<Language, () => DemoTexts> = {
		fi: () => ({
			agency: 'Esimerkkilaitos',
			service: 'OmaEsimerkki',
			demo: 'Esittely',
			demoNote: 'Esittelyportaali. Tämä ei ole oikea palvelu, eikä mikään täältä lähde verkkoon.',
			skip: 'Siirry sisältöön',
			nav: {
				home: 'Etusivu',
				attachments: 'Liitteet',
				decision: 'Päätökset',
				messages: 'Viestit',
				logOut: 'Kirjaudu ulos'
			},
			start: {
				title: 'Hoida asiasi verkossa',
				lead: 'Kirjaudu sisään pankkitunnuksilla. Tunnistaudut esittelypankissa, johon kelpaa mikä tahansa tunnus.',
				logIn: 'Kirjaudu sisään',
				loggedOut: 'Olet kirjautunut ulos.',
				logInFailed: 'Kirjautuminen ei onnistunut tai se vanheni. Yritä uudelleen.',
				points: ['Lähetä hakemuksesi liite', 'Lue, lataa ja tulosta päätös', 'Lähetä viesti']
			},
			home: {
				title: 'Hei, Esimerkki Asiakas',
				missingTitle: 'Hakemuksestasi puuttuu liite',
				missing: 'Yleinen asumistuki: lähetä vuokrasopimus.',
				attachmentsHint: 'Lähetä PDF tai valokuva',
				decisionHint: 'Yksi uusi päätös',
				messagesHint: 'Kirjoita asiantuntijalle',
				help: 'Ohje',
				helpHint: 'Avautuu uudelle sivulle',
				outside: 'Linkki muualle: evil.test (ei sallittujen joukossa)'
			},
			attachments: {
				title: 'Lähetä liite',
				lead: `Lähetä PDF- tai JPEG-tiedosto. Kerralla lähetettävät tiedostot saavat olla yhteensä enintään ${limit}.`,
				one: 'Vuokrasopimus',
				oneHint: 'Yksi tiedosto',
				many: 'Muut liitteet',
				manyHint: 'Voit valita useita',
				send: 'Lähetä',
				receivedTitle: 'Vastaanotetut liitteet',
				received: 'Liite on vastaanotettu.',
				name: 'Nimi',
				size: 'Koko',
				fingerprint: 'Tarkiste (SHA-256)',
				faults: {
					'too-big': `Tiedosto on liian suuri. Enimmäiskoko on ${limit}. Mitään ei lähetetty.`,
					'nothing-chosen': 'Valitse ensin tiedosto.',
					'wrong-type': 'Vain PDF- ja JPEG-tiedostot kelpaavat. Mitään ei lähetetty.',
					'not-understood': 'Lähetystä ei voitu lukea. Yritä uudelleen.'
				}
			},
			decision: {
				title: 'Päätös yleisestä asumistuesta',
				date: `Annettu ${date}`,
				summary: 'Hakemuksesi on hyväksytty.',
				facts: [
					['Tuki', '312,40 € kuukaudessa'],
					['Maksupäivä', 'Kuukauden ensimmäinen arkipäivä'],
					['Sivuja', '2']
				],
				download: 'Lataa päätös (PDF)',
				open: 'Avaa päätös tässä',
				print: 'Tulosta tämä sivu'
			},
			messages: {
				title: 'Lähetä viesti',
				lead: 'Älä kirjoita viestiin oikeita henkilötietoja: tämä on esittely.',
				label: 'Viesti',
				send: 'Lähetä viesti',
				sent: 'Viesti on lähetetty.'
			},
			help: {
				title: 'Ohje',
				points: [
					'Liitteen voit skannata ensin asiakaskoneella ja valita sen sitten omista papereista.',
					'Ladattu päätös menee omiin papereihin. Siellä voit lukea ja tulostaa sen.',
					'Kirjaudu lopuksi ulos.'
				],
				close: 'Tämä ohje avautui uudelle sivulle. Sulje se asiakaskoneen palkista.'
			},
			remember: {
				title: 'Muistikoe',
				label: 'Muistettava teksti',
				keep: 'Muista',
				kept: 'Tallennettu evästeeseen ja selaimen muistiin:'
			},
			notFound: { title: 'Sivua ei löydy', lead: 'Osoite on väärä, tai sivu on poistettu.', home: 'Etusivulle' },
			bank: {
				name: 'Esimerkkipankki',
				title: 'Tunnistaudu palveluun OmaEsimerkki',
				lead: 'Kirjoita mikä tahansa käyttäjätunnus. Älä käytä oikeaa tunnustasi.',
				userId: 'Käyttäjätunnus',
				userIdHint: 'Esimerkiksi 12345678',
				confirm: 'Vahvista',
				cancel: 'Keskeytä',
				missing: 'Kirjoita käyttäjätunnus.'
			}
		}),
		sv: () => ({
			agency: 'Exempelverket',
			service: 'MittExempel',
			demo: 'Demo',
			demoNote: 'Demoportal. Det här är ingen riktig tjänst, och ingenting skickas ut på nätet.',
			skip: 'Gå till innehållet',
			nav: {
				home: 'Startsida',
				attachments: 'Bilagor',
				decision: 'Beslut',
				messages: 'Meddelanden',
				logOut: 'Logga ut'
			},
			start: {
				title: 'Sköt dina ärenden på nätet',
				lead: 'Logga in med bankkoder. Du identifierar dig i en demobank som godtar vilken kod som helst.',
				logIn: 'Logga in',
				loggedOut: 'Du har loggat ut.',
				logInFailed: 'Inloggningen misslyckades eller blev för gammal. Försök på nytt.',
				points: ['Skicka en bilaga till din ansökan', 'Läs, ladda ner och skriv ut ett beslut', 'Skicka ett meddelande']
			},
			home: {
				title: 'Hej, Exempel Kund',
				missingTitle: 'En bilaga saknas i din ansökan',
				missing: 'Allmänt bostadsbidrag: skicka hyresavtalet.',
				attachmentsHint: 'Skicka en PDF eller ett foto',
				decisionHint: 'Ett nytt beslut',
				messagesHint: 'Skriv till en sakkunnig',
				help: 'Hjälp',
				helpHint: 'Öppnas på en ny sida',
				outside: 'Länk till en annan plats: evil.test (inte tillåten)'
			},
			attachments: {
				title: 'Skicka en bilaga',
				lead: `Skicka en PDF- eller JPEG-fil. Filer som skickas samtidigt får vara högst ${limit} sammanlagt.`,
				one: 'Hyresavtal',
				oneHint: 'En fil',
				many: 'Andra bilagor',
				manyHint: 'Du kan välja flera',
				send: 'Skicka',
				receivedTitle: 'Mottagna bilagor',
				received: 'Bilagan har tagits emot.',
				name: 'Namn',
				size: 'Storlek',
				fingerprint: 'Kontrollsumma (SHA-256)',
				faults: {
					'too-big': `Filen är för stor. Den största tillåtna storleken är ${limit}. Ingenting skickades.`,
					'nothing-chosen': 'Välj först en fil.',
					'wrong-type': 'Endast PDF- och JPEG-filer duger. Ingenting skickades.',
					'not-understood': 'Det som skickades kunde inte läsas. Försök på nytt.'
				}
			},
			decision: {
				title: 'Beslut om allmänt bostadsbidrag',
				date: `Gavs den ${date}`,
				summary: 'Din ansökan har godkänts.',
				facts: [
					['Bidrag', '312,40 € i månaden'],
					['Betalningsdag', 'Månadens första vardag'],
					['Sidor', '2']
				],
				download: 'Ladda ner beslutet (PDF)',
				open: 'Öppna beslutet här',
				print: 'Skriv ut den här sidan'
			},
			messages: {
				title: 'Skicka ett meddelande',
				lead: 'Skriv inga riktiga personuppgifter i meddelandet: det här är en demo.',
				label: 'Meddelande',
				send: 'Skicka meddelandet',
				sent: 'Meddelandet har skickats.'
			},
			help: {
				title: 'Hjälp',
				points: [
					'Du kan först skanna en bilaga på kunddatorn och sedan välja den bland dina papper.',
					'Ett nedladdat beslut hamnar bland dina papper. Där kan du läsa det och skriva ut det.',
					'Logga ut till sist.'
				],
				close: 'Den här hjälpen öppnades på en ny sida. Stäng den från kunddatorns list.'
			},
			remember: {
				title: 'Minnesprov',
				label: 'Text som ska kommas ihåg',
				keep: 'Kom ihåg',
				kept: 'Sparat i en kaka och i webbläsarens minne:'
			},
			notFound: {
				title: 'Sidan hittas inte',
				lead: 'Adressen är fel eller sidan har tagits bort.',
				home: 'Till startsidan'
			},
			bank: {
				name: 'Exempelbanken',
				title: 'Identifiera dig för tjänsten MittExempel',
				lead: 'Skriv vilken användarkod som helst. Använd inte din riktiga kod.',
				userId: 'Användarkod',
				userIdHint: 'Till exempel 12345678',
				confirm: 'Bekräfta',
				cancel: 'Avbryt',
				missing: 'Skriv en användarkod.'
			}
		}),
		en: () => ({
			agency: 'The Example Agency',
			service: 'MyExample',
			demo: 'Demo',
			demoNote: 'Demo portal. This is not a real service, and nothing leaves for the network.',
			skip: 'Skip to content',
			nav: {
				home: 'Front page',
				attachments: 'Attachments',
				decision: 'Decisions',
				messages: 'Messages',
				logOut: 'Log out'
			},
			start: {
				title: 'Handle your matters online',
				lead: 'Log in with bank credentials. You identify yourself at a demo bank that takes any user ID.',
				logIn: 'Log in',
				loggedOut: 'You have logged out.',
				logInFailed: 'The log-in did not succeed or became too old. Try again.',
				points: ['Send an attachment to your application', 'Read, download and print a decision', 'Send a message']
			},
			home: {
				title: 'Hello, Example Customer',
				missingTitle: 'Your application lacks an attachment',
				missing: 'General housing allowance: send your tenancy agreement.',
				attachmentsHint: 'Send a PDF or a photo',
				decisionHint: 'One new decision',
				messagesHint: 'Write to an expert',
				help: 'Help',
				helpHint: 'Opens on a new page',
				outside: 'Link to elsewhere: evil.test (not allowed)'
			},
			attachments: {
				title: 'Send an attachment',
				lead: `Send a PDF or JPEG file. Files sent at once may be at most ${limit} together.`,
				one: 'Tenancy agreement',
				oneHint: 'One file',
				many: 'Other attachments',
				manyHint: 'You can choose several',
				send: 'Send',
				receivedTitle: 'Attachments received',
				received: 'The attachment was received.',
				name: 'Name',
				size: 'Size',
				fingerprint: 'Checksum (SHA-256)',
				faults: {
					'too-big': `The file is too big. The limit is ${limit}. Nothing was sent.`,
					'nothing-chosen': 'Choose a file first.',
					'wrong-type': 'Only PDF and JPEG files will do. Nothing was sent.',
					'not-understood': 'What was sent could not be read. Try again.'
				}
			},
			decision: {
				title: 'Decision on general housing allowance',
				date: `Given on ${date}`,
				summary: 'Your application has been accepted.',
				facts: [
					['Allowance', '€312.40 a month'],
					['Payment day', 'The first weekday of the month'],
					['Pages', '2']
				],
				download: 'Download the decision (PDF)',
				open: 'Open the decision here',
				print: 'Print this page'
			},
			messages: {
				title: 'Send a message',
				lead: 'Write no real personal data in the message: this is a demo.',
				label: 'Message',
				send: 'Send the message',
				sent: 'The message was sent.'
			},
			help: {
				title: 'Help',
				points: [
					'You can first scan an attachment on the customer computer and then choose it among your papers.',
					'A downloaded decision goes to your papers. There you can read and print it.',
					'Log out in the end.'
				],
				close: 'This help opened on a new page. Close it from the bar of the customer computer.'
			},
			remember: {
				title: 'Memory test',
				label: 'Text to remember',
				keep: 'Remember',
				kept: 'Kept in a cookie and in the browser:'
			},
			notFound: {
				title: 'No such page',
				lead: 'The address is wrong or the page was removed.',
				home: 'To the front page'
			},
			bank: {
				name: 'The Example Bank',
				title: 'Identify yourself for MyExample',
				lead: 'Write any user ID. Do not use your real one.',
				userId: 'User ID',
				userIdHint: 'For example 12345678',
				confirm: 'Confirm',
				cancel: 'Cancel',
				missing: 'Write a user ID.'
			}
		})
	};
	return texts[language]();
}
