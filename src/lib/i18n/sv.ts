import type { Catalogue } from './catalogue.ts';
import { count, minutes, pages, startSv } from './start/sv.ts';

const sheets = (number: number) => `${number} ark`;
const papersIn = (number: number) => `${number} papper`;

export const sv: Catalogue = {
	...startSv,

	bar: {
		label: 'Besökets knappar',
		youAreIn: 'Du är i tjänsten',
		timeLeft: 'Tid kvar',
		closesIn: 'Stänger om',
		finishNow: 'Avsluta snart',
		minutesLeft: (left) => `${left} min`,
		secondsLeft: (left) => `${left} s`,
		warning: {
			limit: (left) => `Du har ${minutes(left)} kvar.`,
			closing: (left) => `Datorn stängs om ${minutes(left)}.`
		},
		grace: 'Servicestället har stängt. Skicka det du håller på med och avsluta besöket nu.',
		papers: 'Mina papper',
		returnTo: (portalName) => `Till ${portalName}`,
		portalBack: 'Tillbaka',
		capturePage: 'Spara sidan',
		closePage: 'Stäng sidan',
		closePageOf: (pagesOpen) => `Stäng sidan. ${pages(pagesOpen)} är öppna.`,
		help: 'Be om hjälp',
		helpCalled: 'Hjälp tillkallad',
		helpCalledDetail: 'Hjälp tillkallad. Tryck för att ångra.',
		helpComing: 'Hjälp kommer',
		end: 'Avsluta'
	},

	home: {
		heading: 'Vad vill du göra?',
		enterPortal: (portalName) => ({
			label: `Gå till ${portalName}`,
			detail: 'Ansök om en förmån, skicka en bilaga eller läs ett beslut. Logga in med bankkoder eller mobilcertifikat.'
		}),
		returnToPortal: (portalName) => ({
			label: `Tillbaka till ${portalName}`,
			detail: 'Tjänsten är öppen där du lämnade den.'
		}),
		openingPortal: (portalName) => `${portalName} öppnas…`,
		scan: { label: 'Skanna', detail: 'Ta en bild av ett papper till datorn' },
		portalUnavailable: 'Tjänsten går inte att använda just nu. Tryck här för att försöka igen.',
		print: (papers) => ({
			label: 'Skriv ut',
			detail: papers === 0 ? 'Se vad du kan skriva ut' : 'Välj ett papper och skriv ut det'
		}),
		papers: (papers) => ({ label: 'Mina papper', detail: papers === 0 ? 'Inga papper ännu' : papersIn(papers) }),
		channels: { label: 'Andra sätt att sköta ärenden', detail: 'Telefon, post, serviceställen' },
		help: { label: 'Be om hjälp', detail: 'Personalen kommer till dig' },
		cancelHelp: { label: 'Hjälp tillkallad', detail: 'Tryck för att ångra' },
		helpIsComing: { label: 'Hjälp kommer', detail: 'Vänta en stund på din plats' }
	},

	scan: {
		heading: 'Skanna ett papper',
		asking: 'Frågar skannern…',
		sourceHeading: 'Var lägger du papperet?',
		sources: {
			feeder: { label: 'Mataren', detail: 'Flera lösa ark på en gång' },
			flatbed: { label: 'Glaset', detail: 'Ett papper, en bok eller ett kvitto' }
		},
		sidesHeading: 'Finns det text på båda sidorna?',
		sides: {
			'one-sided': { label: 'På en sida', detail: 'Bara framsidan läses' },
			'two-sided': { label: 'På båda sidorna', detail: 'Fram- och baksidan läses' }
		},
		presetHeading: 'Vad skannar du?',
		presets: {
			text: { label: 'Text', detail: 'Intyg, beslut, blankett' },
			colour: { label: 'Färg', detail: 'Papper där färgerna är viktiga' },
			photo: { label: 'Bild', detail: 'Fotografi, noggrannast och långsammast' }
		},
		start: 'Börja skanna',
		starting: 'Skannern startar',
		startingDetail: 'Vänta en liten stund.',
		startingSlowly: 'Skannern värms upp. Det kan ta en halv minut. Du behöver inte göra något.',
		waiting: {
			heading: 'Lägg papperen i mataren',
			beginsByItself: 'Skjut in papperen ända till botten. Skanningen börjar av sig själv.',
			pressStart: 'Skjut in papperen ända till botten. Tryck sedan på Börja.',
			papersSeen: 'Papperen ligger rätt. Skanningen börjar.',
			start: 'Börja',
			back: 'Tillbaka',
			wasAll: 'Det var alla'
		},
		taking: 'Skannar',
		received: (received) => `${pages(received)} har kommit`,
		cancel: 'Sluta skanna',
		cancelDetail: 'De sidor som redan har kommit sparas.',
		isThatRight: (received, on = received) => `${sheets(on)}, ${pages(received)}. Stämmer det?`,
		checkPages: 'Räkna dina papper och se efter att texten syns.',
		looksEmpty: (empty) => `${pages(empty)} ser ${empty === 1 ? 'tom' : 'tomma'} ut. Inget har tagits bort.`,
		emptyMark: 'tom?',
		lookAtPages: 'Titta på sidorna',
		takeOriginal: 'Ta ditt eget papper ur skannern.',
		yesToPapers: 'Ja, till mina papper',
		toPapers: 'Till mina papper',
		more: 'Skanna mera till det här papperet',
		glass: {
			heading: (received) => `${pages(received)} har kommit. Finns det fler sidor?`,
			lead: 'Om det gör det, lägg nästa sida på glaset och stäng locket.',
			next: 'Skanna nästa sida',
			wasAll: 'Nej, det var alla'
		},
		kept: (kept) => `${pages(kept)} är ${kept === 1 ? 'sparad' : 'sparade'}. De följande kommer till samma papper.`,
		nothingKept: 'Ingen sida hann komma.',
		after: {
			heading: 'Skannern fungerar igen',
			paperLies: 'Det ligger papper i mataren. Du kan fortsätta.',
			putPaperIn: 'Lägg resten av papperen i mataren, också det som blev på hälft.',
			putOnGlass: 'Lägg sidan på glaset och stäng locket.',
			goOn: 'Fortsätt skanna',
			back: 'Tillbaka till valen'
		}
	},

	papers: {
		heading: 'Mina papper',
		lead: 'Papperen finns här bara under det här besöket.',
		empty: 'Här finns inga papper ännu',
		emptyDetail: 'När papperen finns här kan du skriva ut, läsa och bifoga dem. Så får du hit dem:',
		waysIn: (portalName) => ({
			scan: 'Skanna ett papper. Du kan också göra en kopia: skanna och skriv ut.',
			portal: `Öppna ${portalName}. Ladda ner ett beslut eller ett annat dokument, eller tryck på Spara sidan.`
		}),
		scanPaper: 'Skanna ett papper',
		origins: {
			scanned: (time) => `Skannat ${time}`,
			downloaded: (time) => `Nerladdat ${time}`,
			captured: (time) => `Sparat från webbsidan ${time}`
		},
		open: 'Öppna',
		print: 'Skriv ut',
		remove: 'Ta bort',
		actionOn: (action, paper) => `${action}: ${paper}`,
		removed: (paper) => `${paper}: borttaget.`,
		thumbnailOf: (page, paper) => `${paper}, sida ${page}`
	},

	paper: {
		backToPapers: 'Mina papper',
		opening: 'Papperet öppnas…',
		cannotShow: 'Papperet kan inte visas. Be personalen om hjälp vid behov.',
		pageOf: (page, total) => `Sida ${page} / ${total}`,
		previous: 'Föregående sida',
		next: 'Nästa sida',
		zoomIn: 'Förstora',
		zoomOut: 'Förminska',
		zoomIs: (percent) => `Storlek ${percent} %`,
		turnRight: 'Vänd åt höger',
		turnLeft: 'Vänd åt vänster',
		goToPage: 'Gå till sida',
		go: 'Gå',
		undoShort: 'Ångra',
		undo: {
			rename: 'Ångra: namnet byttes',
			'rotate page': 'Ångra: sidan vändes',
			'remove page': 'Ångra: sidan togs bort',
			'bring page back': 'Ångra: sidan hämtades tillbaka',
			'move page': 'Ångra: sidan flyttades',
			'straighten page': 'Ångra: sidan rätades upp',
			'crop page': 'Ångra: sidan beskars',
			'lighten page': 'Ångra: sidans ljushet',
			'merge papers': 'Ångra: papperen slogs ihop',
			'split paper': 'Ångra: papperet delades',
			'compress paper': 'Ångra: papperet förminskades',
			'remove paper': 'Ångra: papperet togs bort'
		},
		pagesLabel: 'Sidor',
		pagesHint: 'Välj sida med piltangenterna. Flytta sidan genom att hålla ner Ctrl och trycka på en pil.',
		pageNumber: (page) => `Sida ${page}`,
		removedMark: 'Borttagen',
		emptyMark: 'Tom?',
		bringBackShort: 'Hämta',
		removePage: 'Ta bort sidan',
		bringBack: 'Hämta tillbaka sidan',
		pageIsRemoved: {
			label: 'Sidan är borttagen',
			detail: 'Den skrivs inte ut och kommer inte med i bilagan. Du kan hämta tillbaka den.'
		},
		movedTo: (from, to) => `Sida ${from} flyttades till plats ${to}.`,
		done: 'Klar',
		mend: 'Förbättra bilden',
		straighten: 'Räta upp',
		leans: (degrees) => `Sidan lutar ${degrees}°.`,
		crop: 'Beskär till papperet',
		cropDetail: 'Bilden har tomt runt papperet.',
		lightness: ['Ljushet: som den skannades', 'Ljushet: ljusare', 'Ljushet: mycket ljusare'],
		darker: 'Mörkare',
		lighter: 'Ljusare',
		arrange: 'Flytta, dela, slå ihop',
		moveEarlier: 'Flytta tidigare',
		moveLater: 'Flytta senare',
		split: 'Gör ett nytt papper härifrån',
		splitDetail: (from, to) =>
			from === to ? `Sida ${from} blir ett eget papper.` : `Sidorna ${from}–${to} blir ett eget papper.`,
		wasSplit: (from, to) =>
			from === to ? `Sida ${from} är nu ett eget papper.` : `Sidorna ${from}–${to} är nu ett eget papper.`,
		join: 'Slå ihop med ett annat papper',
		joinHeading: 'Vilket pappers sidor kommer efter?',
		joinDetail: (paper) => `Först kommer det här papperets sidor (${paper}), sedan sidorna i papperet som du väljer.`,
		wasJoined: (paper) => `${paper}: sidorna finns nu sist i det här papperet.`,
		madeSmaller: (size) => `Papperet är förminskat: ${size}.`,
		asScanned: 'Återställ skärpan',
		rename: 'Byt namn',
		newName: 'Papperets nya namn',
		saveName: 'Spara namnet',
		pageLabel: (page, total, paper) => `${paper}, sida ${page} / ${total}`
	},

	print: {
		heading: 'Skriv ut',
		asking: 'Frågar skrivaren…',
		preview: {
			label: 'Så här blir utskriften',
			sheetOf: (sheet, all) => `Ark ${sheet} av ${all}`,
			sides: { front: 'framsidan', back: 'baksidan' },
			page: (page) => `Sida ${page}`,
			emptySide: 'Inget skrivs ut på den här sidan',
			previous: 'Föregående',
			next: 'Nästa',
			noSizes: { what: 'Sidornas storlek kunde inte tas reda på.', todo: 'Du kan skriva ut ändå.' }
		},
		copies: 'Exemplar',
		fewer: 'Färre exemplar',
		more: 'Fler exemplar',
		atMostCopies: (copies) => `Högst ${copies} exemplar på en gång.`,
		pagesHeading: 'Sidor',
		allPages: (number) => `Alla ${pages(number)}`,
		somePages: 'Bara en del',
		whichPages: 'Vilka sidor?',
		pagesExample: 'Till exempel 2 eller 1-3, 5',
		pageFaults: {
			nothingTyped: 'Skriv vilka sidor du vill ha, till exempel 1-3.',
			notUnderstood: (part) => `”${part}” är inget sidnummer. Skriv till exempel 1-3, 5.`,
			backwards: (part) => `”${part}” går baklänges. Skriv det mindre talet först.`,
			noSuchPage: (page, all) => `Det finns ingen sida ${page}: papperet har ${pages(all)}.`
		},
		sidesHeading: 'Papperet',
		sides: { one: 'På en sida', two: 'På båda sidorna' },
		colourHeading: 'Färg',
		colours: { monochrome: 'Svartvitt', color: 'Färg' },
		sizeHeading: 'Storlek',
		sizes: { fit: 'Anpassa till A4', real: 'Verklig storlek' },
		sizeWhy: {
			needed: 'En sida är större än A4. Anpassad skrivs den ut i sin helhet.',
			possible: 'En sida är mindre än A4. Den kan förstoras.'
		},
		cutOff: 'En sida är större än A4. Dess kanter faller bort.',
		takes: (number) => `Det går åt ${sheets(number)}.`,
		sidesLeft: (number) => `Du kan skriva ut ${pages(number)} till under besöket.`,
		tooMuch: (wanted, left) => ({
			what: `Det skulle bli ${pages(wanted)}. Under besöket kan du bara skriva ut ${pages(left)} till.`,
			todo: 'Välj färre sidor eller exemplar, eller fråga personalen.'
		}),
		nothingLeft: {
			what: 'Du har skrivit ut så mycket som går under ett besök.',
			todo: 'Fråga personalen om du behöver mer.'
		},
		start: (number) => `Skriv ut ${sheets(number)}`,
		stages: {
			asking: { what: 'Väntar på skrivaren', todo: 'Vänta ett ögonblick.' },
			sending: { what: 'Skickas till skrivaren', todo: 'Vänta ett ögonblick.' },
			sent: { what: 'Skrivaren har fått ditt papper', todo: 'Den skriver snart ut.' }
		},
		printing: (printed, total) => `Skriver ut sida ${printed} / ${total}`,
		printingDetail: 'Papperen kommer till skrivarens fack.',
		waiting: 'Utskriften väntar',
		done: 'Skickat till skrivaren. Titta i dess fack',
		inTray: (number, copies, each) =>
			copies === 1
				? `I facket ska det finnas ${pages(each)} på ${sheets(number)}.`
				: `I facket ska det finnas ${copies} exemplar med ${pages(each)} var: sammanlagt ${sheets(number)}.`,
		takeAll: 'Ta med alla dina papper.',
		allIsWell: 'Allt är i sin ordning',
		somethingWrong: 'Är något fel?',
		whatNow: 'Hur vill du fortsätta?',
		again: 'Skriv ut på nytt',
		againDetail: (number) => `Samma sidor och samma val, ${sheets(number)}`,
		notAgain: (left) => `Under besöket kan du bara skriva ut ${pages(left)} till. Fråga personalen.`,
		change: 'Ändra valen',
		changeDetail: 'Gå tillbaka och välj sidor, exemplar och färg',
		back: 'Tillbaka',
		failed: 'Utskriften lyckades inte',
		printedBeforeFault: (number) =>
			`${pages(number)} hann skrivas ut. Ta ${number === 1 ? 'den' : 'dem'} från skrivaren.`,
		cancelled: 'Utskriften är avbruten',
		cancelledTray: (number) =>
			number === 0
				? 'Titta ändå i skrivarens fack. En sida kan ha kommit ut.'
				: `I facket kan det finnas ${pages(number)}, kanske en till. Ta med alla.`,
		cancel: 'Avbryt utskriften'
	},

	portal: {
		elsewhere: (portalName) => `${portalName} syns här under fältet på en kunddator.`
	},

	attach: {
		heading: 'Välj en bilaga',
		chooseOne: 'Webbsidan ber om en bilaga. Välj ett papper.',
		chooseSeveral: 'Webbsidan ber om bilagor. Du kan välja en eller flera.',
		give: (number) => (number > 1 ? `Bifoga ${number} papper` : 'Bifoga papperet'),
		cancel: 'Bifoga ingenting',
		backHere: 'Tillbaka till bilagan',
		empty: 'Du har inga papper ännu',
		emptyDetail: 'Skanna först ett papper. Gå sedan tillbaka till tjänsten, så kan du bifoga det.',
		scanPaper: 'Skanna ett papper',
		doesNotFit: 'Webbsidan tar inte emot en sådan fil.',
		tooBig: (size, portalName, limit) => `För stort: ${size}. ${portalName} tar emot högst ${limit}.`,
		documentTooBig: 'Ett nerladdat dokument kan inte göras mindre. Skriv ut det och skanna utskriften.',
		makeSmaller: 'Gör mindre',
		fitting: {
			heading: (paper) => `Görs mindre: ${paper}`,
			page: (page, total) => `Sida ${page} / ${total}`,
			detail: 'Vänta en stund. Inget försvinner: du kan ännu behålla papperet som det var.',
			cancel: 'Avbryt'
		},
		fitted: {
			heading: (size) => `Nu får det plats: ${size}`,
			before: (size, portalName, limit) => `Förut var papperet ${size}. ${portalName} tar emot högst ${limit}.`,
			look: 'Kontrollera att allt syns bra.',
			sharpness: (fromDpi, toDpi) => `Bilden är lite mindre skarp (${fromDpi} → ${toDpi} punkter per tum).`,
			grey: 'Färgerna har blivit grå.',
			packed: 'Små detaljer kan vara lite suddiga.',
			use: 'Använd det här',
			keep: 'Behåll som det var'
		},
		cannotFit: {
			heading: 'Papperet får inte plats ens förminskat',
			pagesFit: (fitting, total) => `Papperet har ${pages(total)}. Av dem skulle de ${fitting} första få plats.`,
			split: (page) => `Dela efter sida ${page}`,
			splitDetail: (page) =>
				`${page === 1 ? 'Sida 1' : `Sidorna 1–${page}`} görs mindre genast. Resten blir ett eget papper som du kan bifoga skilt.`,
			nothingFits: 'Inte en enda sida får plats. Skanna papperet på nytt och välj Text, eller be om hjälp.',
			failed: 'Papperet kunde inte göras mindre',
			back: 'Tillbaka till bilagorna'
		}
	},

	channels: {
		heading: 'Andra sätt att sköta ärenden',
		asking: 'Uppgifterna hämtas…',
		failed: { what: 'Uppgifterna kunde inte hämtas just nu.', todo: 'Försök igen om en stund.' },
		guide: { label: 'Hitta det sätt som passar dig', detail: 'Vi ställer högst tre frågor och hjälper dig vidare.' },
		backToAll: 'Alla sätt',
		backToAdvice: 'Tillbaka',
		always: 'När som helst',
		varies: 'Tiderna varierar',
		openNow: 'Öppet nu',
		closedNow: 'Stängt nu',
		openUntil: (time) => `Öppet nu, stänger ${time}`,
		opensNext: (when) => `Stängt nu, öppnar ${when}`,
		hoursHeading: 'När',
		alwaysDetail: 'När som helst på dygnet',
		variesDetail: 'Tiderna varierar från plats till plats. Kontrollera dem innan du går.',
		languagesHeading: 'Språk',
		languageNames: {
			fi: 'finska',
			sv: 'svenska',
			en: 'engelska',
			se: 'nordsamiska',
			smn: 'enaresamiska',
			sms: 'skoltsamiska'
		},
		languagesVary:
			'FPA betjänar på finska, svenska, samiska och engelska. Språken varierar, och tolkning ordnas vid behov.',
		costHeading: 'Pris',
		addressHeading: 'Adress på webben',
		postHeading: 'Postadress',
		openHere: 'Öppna webbsidan här',
		openHereDetail: 'Sidan öppnas på den här skärmen. Med knapparna längst upp kommer du alltid tillbaka.',
		siteNotHere: 'Webbsidan kan inte öppnas på den här datorn. Ta med adressen eller fråga personalen.',
		notHere: 'Den här tjänsten kan inte öppnas på den här datorn.',
		takeAlong: 'Ta med adressen med telefonens kamera',
		takeAlongOf: (name) => `QR-kod: ${name}`
	},

	guide: {
		question: (number, most) => `Fråga ${number}. Vi ställer högst ${most}.`,
		back: 'Föregående',
		startAgain: 'Börja om',
		best: (name) => `Det här passar dig: ${name}`,
		first: {
			scan: { label: '1. Skanna papperet', detail: 'Ta en bild av papperet på den här datorn' },
			print: { label: '1. Skriv ut papperet', detail: 'Skriv ut papperet på den här datorn' }
		},
		then: (name) => `2. Sedan: ${name}`,
		alternatives: 'Du kan också sköta ärendet så här',
		readMore: 'Läs mer'
	},

	leaving: {
		heading: (from) => `Ska ${from} stängas?`,
		detail: (from, to) =>
			`Om du öppnar ${to} stängs ${from}. Det du inte har skickat där går förlorat. Om du var inloggad måste du logga in på nytt.`,
		papersStay: 'Dina egna papper finns kvar.',
		stay: (from) => `Nej, behåll ${from} öppen`,
		leave: (to) => `Ja, öppna ${to}`
	},

	end: {
		heading: 'Vill du avsluta besöket?',
		detail: (papers) =>
			papers === 0
				? 'Alla uppgifter från ditt besök raderas från den här datorn.'
				: `Alla uppgifter från ditt besök och ${papersIn(papers)} raderas från den här datorn. Du kan inte få tillbaka dem.`,
		portal: (portalName) =>
			`${portalName} stängs på den här datorn, men du loggas inte ut. Om du har loggat in, logga ut i tjänsten innan du avslutar.`,
		takeOriginals: 'Ta med dina egna papper från skannern och skrivaren.',
		stay: 'Nej, jag fortsätter',
		end: 'Ja, avsluta och radera'
	},

	presence: {
		heading: 'Är du kvar?',
		detail: 'Dina papper är nu dolda. Om du inte svarar avslutas besöket och dina uppgifter raderas.',
		endsIn: (seconds) => `Besöket avslutas om ${count(seconds, 'sekund', 'sekunder')}`,
		stillHere: 'Jag är kvar'
	},

	scanFaults: {
		'feeder-empty': {
			what: 'Det finns inget papper i mataren.',
			todo: 'Lägg papperen i mataren och skjut in dem ända till botten.'
		},
		jam: {
			what: 'Ett papper har fastnat i skannern.',
			todo: 'Öppna locket, dra försiktigt ut papperet och stäng locket. Be om hjälp om det inte lossnar.'
		},
		'cover-open': { what: 'Skannerns lock är öppet.', todo: 'Tryck igen locket.' },
		busy: { what: 'Skannern är upptagen just nu.', todo: 'Vänta en stund. Skärmen säger till när den är ledig.' },
		offline: {
			what: 'Skannern svarar inte.',
			todo: 'Kontrollera att skannern är på. Be om hjälp om det inte hjälper.'
		},
		'timed-out': { what: 'Skannern svarar för långsamt.', todo: 'Vänta en stund. Be om hjälp om det inte hjälper.' },
		'bad-answer': { what: 'Skannern gav en sida som inte går att läsa.', todo: 'Försök igen eller be om hjälp.' },
		'out-of-memory': {
			what: 'Minnet räcker inte till för så många sidor.',
			todo: 'Skanna färre sidor på en gång eller välj Text.'
		},
		'io-error': { what: 'Det är ett fel på skannern.', todo: 'Försök igen. Be om hjälp om det inte hjälper.' }
	},
	printFaults: {
		'media-empty': {
			what: 'Papperet i skrivaren är slut.',
			todo: 'Be personalen fylla på papper. Utskriften fortsätter av sig själv.'
		},
		'media-needed': {
			what: 'Skrivaren ber om papper.',
			todo: 'Be personalen fylla på papper. Utskriften fortsätter av sig själv.'
		},
		'media-jam': {
			what: 'Ett papper har fastnat i skrivaren.',
			todo: 'Be personalen om hjälp. Utskriften fortsätter när papperet är borta.'
		},
		'cover-open': { what: 'Skrivarens lucka är öppen.', todo: 'Stäng luckan. Utskriften fortsätter av sig själv.' },
		'toner-empty': { what: 'Skrivarens färg är slut.', todo: 'Be personalen om hjälp.' },
		'input-tray-missing': {
			what: 'Skrivarens pappersfack är öppet.',
			todo: 'Skjut in facket. Utskriften fortsätter av sig själv.'
		},
		'output-full': {
			what: 'Skrivarens utmatningsfack är fullt.',
			todo: 'Ta bort papperen ur skrivaren. Utskriften fortsätter av sig själv.'
		},
		'spool-area-full': {
			what: 'Skrivarens minne är fullt.',
			todo: 'Vänta en stund och försök igen, eller skriv ut mindre på en gång.'
		},
		offline: {
			what: 'Skrivaren svarar inte.',
			todo: 'Kontrollera att skrivaren är på. Be om hjälp om det inte hjälper.'
		},
		busy: { what: 'Skrivaren håller ännu på med ett tidigare jobb.', todo: 'Vänta en stund och försök igen.' },
		'timed-out': { what: 'Skrivaren svarar för långsamt.', todo: 'Titta i skrivarens fack innan du försöker igen.' },
		'bad-answer': {
			what: 'Skrivaren svarade på ett sätt som vi inte förstår.',
			todo: 'Titta i skrivarens fack. Be om hjälp om inget papper kom.'
		},
		'document-refused': { what: 'Skrivaren kan inte skriva ut det här papperet.', todo: 'Be personalen om hjälp.' },
		aborted: { what: 'Skrivaren avbröt utskriften.', todo: 'Titta i skrivarens fack och försök igen.' },
		'cancelled-at-printer': {
			what: 'Utskriften avbröts med skrivarens knappar.',
			todo: 'Skriv ut på nytt om du behöver papperet.'
		}
	},
	portalFaults: (portalName) => ({
		'not-installed': {
			what: `${portalName} går inte att använda på den här datorn.`,
			todo: 'Fråga personalen hur du kan sköta ditt ärende.'
		},
		'did-not-start': { what: `${portalName} startade inte.`, todo: 'Försök igen. Be om hjälp om det inte hjälper.' },
		crashed: {
			what: `${portalName} stängdes på grund av ett fel.`,
			todo: 'Dina papper är kvar. Öppna tjänsten igen och logga in.'
		},
		'not-reachable': {
			what: `Det finns ingen förbindelse till ${portalName}.`,
			todo: 'Du kan ändå skanna och skriva ut. Försök igen om en stund.'
		}
	}),
	trayFaults: {
		'not-found': { what: 'Papperet finns inte längre.', todo: 'Välj ett annat papper.' },
		full: { what: 'Det finns för många papper.', todo: 'Ta bort papper som du inte behöver och försök igen.' },
		'refused-type': {
			what: 'En sådan fil går inte att använda här.',
			todo: 'PDF-dokument samt JPEG- och PNG-bilder fungerar.'
		},
		damaged: { what: 'Filen är skadad.', todo: 'Försök ladda ner eller skanna den på nytt.' },
		'too-big': { what: 'Papperet är för stort.', todo: 'Skanna det i mindre delar.' },
		'password-protected': {
			what: 'Dokumentet är skyddat med lösenord och kan inte öppnas här.',
			todo: 'Be avsändaren om dokumentet utan lösenord.'
		},
		'too-many-pages': { what: 'Dokumentet har för många sidor.', todo: 'Be avsändaren om dokumentet i mindre delar.' }
	},
	notices: {
		paperArrived: 'Ett nytt papper har kommit: se Mina papper.',
		downloadRefused: {
			'too-big': { what: 'Filen är för stor för den här datorn.', todo: 'Be personalen om hjälp vid behov.' },
			cancelled: { what: 'Nerladdningen avbröts.', todo: 'Försök ladda ner dokumentet på nytt.' },
			'refused-type': {
				what: 'En sådan fil går inte att öppna här.',
				todo: 'PDF-dokument samt JPEG- och PNG-bilder fungerar.'
			},
			damaged: { what: 'Den nerladdade filen är skadad.', todo: 'Försök ladda ner dokumentet på nytt.' },
			'password-protected': {
				what: 'Dokumentet är skyddat med lösenord och kan inte öppnas här.',
				todo: 'Be avsändaren om dokumentet utan lösenord.'
			},
			'too-many-pages': {
				what: 'Dokumentet har för många sidor.',
				todo: 'Be avsändaren om dokumentet i mindre delar.'
			},
			'tray-full': {
				what: 'Det finns för många papper.',
				todo: 'Ta bort papper som du inte behöver och ladda ner på nytt.'
			}
		},
		navigationRefused: (host) => ({
			what: `Sidan ${host} öppnas inte här.`,
			todo: 'På den här datorn kan du bara använda sidor som hör till ärendet.'
		}),
		portalEnded: (portalName) => ({
			what: `${portalName} har stängts.`,
			todo: 'Dina papper är kvar. Du kan öppna tjänsten igen.'
		})
	}
};
