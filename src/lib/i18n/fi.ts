import type { Catalogue } from './catalogue.ts';
import { count, minutes, pages, startFi } from './start/fi.ts';

const sheets = (number: number) => count(number, 'arkki', 'arkkia');

export const fi: Catalogue = {
	...startFi,

	bar: {
		label: 'Käynnin painikkeet',
		youAreIn: 'Olet palvelussa',
		timeLeft: 'Aikaa jäljellä',
		closesIn: 'Suljetaan',
		finishNow: 'Lopeta pian',
		minutesLeft: (left) => `${left} min`,
		secondsLeft: (left) => `${left} s`,
		warning: {
			limit: (left) => `Aikaa on jäljellä ${minutes(left)}.`,
			closing: (left) => `Tietokone suljetaan ${left === 1 ? 'minuutin' : `${left} minuutin`} kuluttua.`
		},
		grace: 'Palvelupiste on sulkeutunut. Lähetä keskeneräiset asiat ja lopeta käynti nyt.',
		papers: 'Paperini',
		returnTo: (portalName) => `Palaa: ${portalName}`,
		portalBack: 'Takaisin',
		capturePage: 'Tallenna sivu',
		closePage: 'Sulje sivu',
		closePageOf: (pagesOpen) => `Sulje sivu. Avoinna on ${pages(pagesOpen)}.`,
		help: 'Pyydä apua',
		helpCalled: 'Apua pyydetty',
		helpCalledDetail: 'Apua pyydetty. Peruuta pyyntö painamalla.',
		helpComing: 'Apu on tulossa',
		end: 'Lopeta'
	},

	home: {
		heading: 'Mitä haluat tehdä?',
		enterPortal: (portalName) => ({
			label: `Siirry palveluun ${portalName}`,
			detail: 'Hae etuutta, lähetä liite tai lue päätös. Tunnistaudu pankkitunnuksilla tai mobiilivarmenteella.'
		}),
		returnToPortal: (portalName) => ({
			label: `Palaa palveluun ${portalName}`,
			detail: 'Palvelu on auki siinä kohdassa, johon se jäi.'
		}),
		openingPortal: (portalName) => `Avataan palvelua ${portalName}…`,
		scan: { label: 'Skannaa', detail: 'Ota paperista kuva tietokoneelle' },
		portalUnavailable: 'Palvelu ei ole juuri nyt käytettävissä. Yritä uudelleen painamalla tästä.',
		print: (papers) => ({
			label: 'Tulosta',
			detail: papers === 0 ? 'Katso, mitä voit tulostaa' : 'Valitse paperi ja tulosta se'
		}),
		papers: (papers) => ({
			label: 'Paperini',
			detail: papers === 0 ? 'Ei vielä papereita' : count(papers, 'paperi', 'paperia')
		}),
		channels: { label: 'Muut tavat asioida', detail: 'Puhelin, posti, palvelupisteet' },
		help: { label: 'Pyydä apua', detail: 'Henkilökunta tulee luoksesi' },
		cancelHelp: { label: 'Apua pyydetty', detail: 'Peruuta pyyntö painamalla' },
		helpIsComing: { label: 'Apu on tulossa', detail: 'Odota hetki paikallasi' }
	},

	scan: {
		heading: 'Skannaa paperi',
		asking: 'Kysytään skannerilta…',
		sourceHeading: 'Mihin laitat paperin?',
		sources: {
			feeder: { label: 'Syöttölaite', detail: 'Monta irtoarkkia kerralla' },
			flatbed: { label: 'Lasi', detail: 'Yksi paperi, kirja tai kuitti' }
		},
		sidesHeading: 'Onko tekstiä molemmilla puolilla?',
		sides: {
			'one-sided': { label: 'Yhdellä puolella', detail: 'Vain etupuoli luetaan' },
			'two-sided': { label: 'Molemmilla puolilla', detail: 'Etu- ja kääntöpuoli luetaan' }
		},
		presetHeading: 'Mitä skannaat?',
		presets: {
			text: { label: 'Teksti', detail: 'Todistus, päätös, lomake' },
			colour: { label: 'Väri', detail: 'Paperi, jossa värit ovat tärkeitä' },
			photo: { label: 'Kuva', detail: 'Valokuva, tarkin ja hitain' }
		},
		start: 'Aloita skannaus',
		starting: 'Skanneri käynnistyy',
		startingDetail: 'Odota hetki.',
		startingSlowly: 'Skanneri lämpenee. Se voi kestää puoli minuuttia. Sinun ei tarvitse tehdä mitään.',
		waiting: {
			heading: 'Laita paperit syöttölaitteeseen',
			beginsByItself: 'Työnnä paperit pohjaan asti. Skannaus alkaa itsestään.',
			pressStart: 'Työnnä paperit pohjaan asti. Paina sitten Aloita.',
			papersSeen: 'Paperit ovat paikallaan. Skannaus alkaa.',
			start: 'Aloita',
			back: 'Takaisin',
			wasAll: 'Siinä olivat kaikki'
		},
		taking: 'Skannataan',
		received: (received) => `${pages(received)} tullut`,
		cancel: 'Lopeta skannaus',
		cancelDetail: 'Jo tulleet sivut jäävät talteen.',
		isThatRight: (received, on = received) => `${sheets(on)}, ${pages(received)}. Onko se oikein?`,
		checkPages: 'Laske paperisi ja katso, että teksti näkyy.',
		looksEmpty: (empty) => `${pages(empty)} näyttää tyhjältä. Mitään ei ole poistettu.`,
		emptyMark: 'tyhjä?',
		lookAtPages: 'Katso sivut',
		takeOriginal: 'Ota alkuperäinen paperi pois skannerista.',
		yesToPapers: 'Kyllä, siirry papereihin',
		toPapers: 'Siirry papereihin',
		more: 'Skannaa lisää tähän paperiin',
		glass: {
			heading: (received) => `${pages(received)} tullut. Onko sivuja lisää?`,
			lead: 'Jos on, vaihda seuraava sivu lasille ja sulje kansi.',
			next: 'Skannaa seuraava sivu',
			wasAll: 'Ei, siinä olivat kaikki'
		},
		kept: (kept) => `${pages(kept)} on tallessa. Seuraavat tulevat samaan paperiin.`,
		nothingKept: 'Yhtään sivua ei ehtinyt tulla.',
		after: {
			heading: 'Skanneri toimii taas',
			paperLies: 'Syöttölaitteessa on paperia. Voit jatkaa.',
			putPaperIn: 'Laita loput paperit syöttölaitteeseen, myös se, joka jäi kesken.',
			putOnGlass: 'Laita sivu lasille ja sulje kansi.',
			goOn: 'Jatka skannausta',
			back: 'Takaisin valintoihin'
		}
	},

	papers: {
		heading: 'Paperini',
		lead: 'Paperit ovat täällä vain tämän käynnin ajan.',
		empty: 'Täällä ei ole vielä papereita',
		emptyDetail: 'Voit tulostaa, lukea ja liittää papereita, kun ne ovat täällä. Näin saat ne tänne:',
		waysIn: (portalName) => ({
			scan: 'Skannaa paperi. Voit ottaa siitä myös kopion: skannaa ja tulosta.',
			portal: `Avaa ${portalName}. Lataa päätös tai muu asiakirja, tai paina Tallenna sivu.`
		}),
		scanPaper: 'Skannaa paperi',
		origins: {
			scanned: (time) => `Skannattu ${time}`,
			downloaded: (time) => `Ladattu ${time}`,
			captured: (time) => `Tallennettu verkkosivusta ${time}`
		},
		open: 'Avaa',
		print: 'Tulosta',
		remove: 'Poista',
		actionOn: (action, paper) => `${action}: ${paper}`,
		removed: (paper) => `${paper}: poistettu.`,
		thumbnailOf: (page, paper) => `${paper}, sivu ${page}`
	},

	paper: {
		backToPapers: 'Paperini',
		opening: 'Avataan paperia…',
		cannotShow: 'Paperia ei voi näyttää. Pyydä tarvittaessa apua henkilökunnalta.',
		pageOf: (page, total) => `Sivu ${page} / ${total}`,
		previous: 'Edellinen sivu',
		next: 'Seuraava sivu',
		zoomIn: 'Suurenna',
		zoomOut: 'Pienennä',
		zoomIs: (percent) => `Koko ${percent} %`,
		turnRight: 'Käännä oikealle',
		turnLeft: 'Käännä vasemmalle',
		goToPage: 'Siirry sivulle',
		go: 'Siirry',
		undoShort: 'Kumoa',
		undo: {
			rename: 'Kumoa: nimi vaihdettiin',
			'rotate page': 'Kumoa: sivu käännettiin',
			'remove page': 'Kumoa: sivu poistettiin',
			'bring page back': 'Kumoa: sivu palautettiin',
			'move page': 'Kumoa: sivu siirrettiin',
			'straighten page': 'Kumoa: sivun suoristus',
			'crop page': 'Kumoa: sivun rajaus',
			'lighten page': 'Kumoa: sivun vaaleus',
			'merge papers': 'Kumoa: paperit yhdistettiin',
			'split paper': 'Kumoa: paperi jaettiin',
			'compress paper': 'Kumoa: paperin pienennys',
			'remove paper': 'Kumoa: paperi poistettiin'
		},
		pagesLabel: 'Sivut',
		pagesHint: 'Valitse sivu nuolinäppäimillä. Siirrä sivua pitämällä Ctrl-näppäintä painettuna ja painamalla nuolta.',
		pageNumber: (page) => `Sivu ${page}`,
		removedMark: 'Poistettu',
		emptyMark: 'Tyhjä?',
		bringBackShort: 'Palauta',
		removePage: 'Poista sivu',
		bringBack: 'Palauta sivu',
		pageIsRemoved: { label: 'Sivu on poistettu', detail: 'Se ei tulostu eikä mene liitteeseen. Voit palauttaa sen.' },
		movedTo: (from, to) => `Sivu ${from} siirtyi paikkaan ${to}.`,
		done: 'Valmis',
		mend: 'Paranna kuvaa',
		straighten: 'Suorista',
		leans: (degrees) => `Sivu on vinossa ${degrees}°.`,
		crop: 'Rajaa paperiin',
		cropDetail: 'Kuvassa on tyhjää paperin ympärillä.',
		lightness: ['Vaaleus: kuten skannattu', 'Vaaleus: vaaleampi', 'Vaaleus: paljon vaaleampi'],
		darker: 'Tummempi',
		lighter: 'Vaaleampi',
		arrange: 'Siirrä, jaa, yhdistä',
		moveEarlier: 'Siirrä aiemmaksi',
		moveLater: 'Siirrä myöhemmäksi',
		split: 'Jaa tästä uusi paperi',
		splitDetail: (from, to) =>
			from === to ? `Sivusta ${from} tulee oma paperi.` : `Sivuista ${from}–${to} tulee oma paperi.`,
		wasSplit: (from, to) =>
			from === to ? `Sivu ${from} on nyt oma paperi.` : `Sivut ${from}–${to} ovat nyt oma paperi.`,
		join: 'Yhdistä toiseen paperiin',
		joinHeading: 'Minkä paperin sivut tulevat perään?',
		joinDetail: (paper) => `Ensin tulevat tämän paperin sivut (${paper}), sitten valitsemasi paperin sivut.`,
		wasJoined: (paper) => `${paper}: sivut ovat nyt tämän paperin lopussa.`,
		madeSmaller: (size) => `Paperi on pienennetty: ${size}.`,
		asScanned: 'Palauta tarkkuus',
		rename: 'Vaihda nimi',
		newName: 'Paperin uusi nimi',
		saveName: 'Tallenna nimi',
		pageLabel: (page, total, paper) => `${paper}, sivu ${page} / ${total}`
	},

	print: {
		heading: 'Tulosta',
		asking: 'Kysytään tulostimelta…',
		preview: {
			label: 'Näin paperi tulostuu',
			sheetOf: (sheet, all) => `Arkki ${sheet} / ${all}`,
			sides: { front: 'etupuoli', back: 'kääntöpuoli' },
			page: (page) => `Sivu ${page}`,
			emptySide: 'Tälle puolelle ei tulostu mitään',
			previous: 'Edellinen',
			next: 'Seuraava',
			noSizes: { what: 'Sivujen kokoa ei saatu selville.', todo: 'Voit silti tulostaa.' }
		},
		copies: 'Kappaleita',
		fewer: 'Vähemmän kappaleita',
		more: 'Enemmän kappaleita',
		atMostCopies: (copies) => `Enintään ${count(copies, 'kappale', 'kappaletta')} kerralla.`,
		pagesHeading: 'Sivut',
		allPages: (number) => `Kaikki ${pages(number)}`,
		somePages: 'Vain osa',
		whichPages: 'Mitkä sivut?',
		pagesExample: 'Esimerkiksi 2 tai 1-3, 5',
		pageFaults: {
			nothingTyped: 'Kirjoita, mitkä sivut haluat, esimerkiksi 1-3.',
			notUnderstood: (part) => `”${part}” ei ole sivunumero. Kirjoita esimerkiksi 1-3, 5.`,
			backwards: (part) => `”${part}” on väärin päin. Kirjoita pienempi numero ensin.`,
			noSuchPage: (page, all) => `Sivua ${page} ei ole: paperissa on ${pages(all)}.`
		},
		sidesHeading: 'Puolet',
		sides: { one: 'Yhdelle puolelle', two: 'Molemmille puolille' },
		colourHeading: 'Väri',
		colours: { monochrome: 'Mustavalko', color: 'Väri' },
		sizeHeading: 'Koko',
		sizes: { fit: 'Sovita A4:lle', real: 'Oikea koko' },
		sizeWhy: {
			needed: 'A4:ää suurempi sivu tulostuu näin kokonaan.',
			possible: 'A4:ää pienemmän sivun voi suurentaa.'
		},
		cutOff: 'A4:ää suuremman sivun reunat jäävät pois.',
		takes: (number) => `Paperia kuluu ${sheets(number)}.`,
		sidesLeft: (number) => `Voit tulostaa tällä käynnillä vielä ${pages(number)}.`,
		tooMuch: (wanted, left) => ({
			what: `Tulostettavaa olisi ${pages(wanted)}. Tällä käynnillä voit tulostaa enää ${pages(left)}.`,
			todo: 'Valitse vähemmän sivuja tai kappaleita, tai kysy henkilökunnalta.'
		}),
		nothingLeft: {
			what: 'Olet tulostanut niin paljon kuin yhdellä käynnillä voi.',
			todo: 'Kysy henkilökunnalta, jos tarvitset lisää.'
		},
		start: (number) => `Tulosta ${sheets(number)}`,
		stages: {
			asking: { what: 'Odotetaan tulostinta', todo: 'Odota hetki.' },
			sending: { what: 'Lähetetään tulostimelle', todo: 'Odota hetki.' },
			sent: { what: 'Tulostin on saanut paperisi', todo: 'Se tulostaa pian.' }
		},
		printing: (printed, total) => `Tulostetaan sivua ${printed} / ${total}`,
		printingDetail: 'Paperit tulevat tulostimen lokeroon.',
		waiting: 'Tulostus odottaa',
		done: 'Lähetetty tulostimelle. Katso sen lokeroa',
		inTray: (number, copies, each) =>
			copies === 1
				? `Lokerossa pitäisi olla ${pages(each)} ${number} arkilla.`
				: `Lokerossa pitäisi olla ${copies} kappaletta, kussakin ${pages(each)}: yhteensä ${sheets(number)}.`,
		takeAll: 'Ota kaikki paperisi mukaan.',
		allIsWell: 'Kaikki on kunnossa',
		somethingWrong: 'Onko jokin pielessä?',
		whatNow: 'Miten haluat jatkaa?',
		again: 'Tulosta uudelleen',
		againDetail: (number) => `Samat sivut ja samat valinnat, ${sheets(number)}`,
		notAgain: (left) => `Tällä käynnillä voit tulostaa enää ${pages(left)}. Kysy henkilökunnalta.`,
		change: 'Muuta valintoja',
		changeDetail: 'Palaa valitsemaan sivut, kappaleet ja väri',
		back: 'Takaisin',
		failed: 'Tulostus ei onnistunut',
		printedBeforeFault: (number) => `${pages(number)} ehti tulostua. Ota ${number === 1 ? 'se' : 'ne'} tulostimesta.`,
		cancelled: 'Tulostus on peruttu',
		cancelledTray: (number) =>
			number === 0
				? 'Katso silti tulostimen lokeroa. Sinne on voinut tulla sivu.'
				: `Lokerossa voi olla ${pages(number)}, ehkä yksi enemmänkin. Ota kaikki mukaan.`,
		cancel: 'Peruuta tulostus'
	},

	portal: {
		elsewhere: (portalName) => `${portalName} näkyy tässä palkin alla asiakastietokoneella.`
	},

	attach: {
		heading: 'Valitse liite',
		chooseOne: 'Verkkosivu pyytää liitettä. Valitse paperi.',
		chooseSeveral: 'Verkkosivu pyytää liitteitä. Voit valita yhden tai useita.',
		give: (number) => (number > 1 ? `Liitä ${number} paperia` : 'Liitä paperi'),
		cancel: 'Älä liitä mitään',
		backHere: 'Palaa liitteen valintaan',
		empty: 'Sinulla ei ole vielä papereita',
		emptyDetail: 'Skannaa ensin paperi. Palaa sitten palveluun, niin voit liittää sen.',
		scanPaper: 'Skannaa paperi',
		doesNotFit: 'Verkkosivu ei ota vastaan tällaista tiedostoa.',
		tooBig: (size, portalName, limit) => `Liian suuri: ${size}. ${portalName} ottaa enintään ${limit}.`,
		documentTooBig: 'Ladattua asiakirjaa ei voi pienentää. Tulosta se ja skannaa tuloste.',
		makeSmaller: 'Pienennä',
		fitting: {
			heading: (paper) => `Pienennetään: ${paper}`,
			page: (page, total) => `Sivu ${page} / ${total}`,
			detail: 'Odota hetki. Mitään ei katoa: voit vielä pitää paperin ennallaan.',
			cancel: 'Peruuta'
		},
		fitted: {
			heading: (size) => `Nyt se mahtuu: ${size}`,
			before: (size, portalName, limit) => `Ennen paperin koko oli ${size}. ${portalName} ottaa enintään ${limit}.`,
			look: 'Katso, että kaikki näkyy hyvin.',
			sharpness: (fromDpi, toDpi) => `Kuva on hieman epätarkempi (${fromDpi} → ${toDpi} pistettä tuumalla).`,
			grey: 'Värit ovat muuttuneet harmaiksi.',
			packed: 'Pienet yksityiskohdat voivat olla hieman sumeita.',
			use: 'Käytä tätä',
			keep: 'Pidä ennallaan'
		},
		cannotFit: {
			heading: 'Paperi ei mahdu edes pienennettynä',
			pagesFit: (fitting, total) => `Paperissa on ${pages(total)}. Niistä ${fitting} ensimmäistä mahtuisi.`,
			split: (page) => `Jaa sivun ${page} jälkeen`,
			splitDetail: (page) =>
				`${page === 1 ? 'Sivu 1' : `Sivut 1–${page}`} pienennetään heti. Lopuista tulee oma paperi, jonka voit liittää erikseen.`,
			nothingFits: 'Yksikään sivu ei mahdu. Skannaa paperi uudelleen ja valitse Teksti, tai pyydä apua.',
			failed: 'Pienentäminen ei onnistunut',
			back: 'Takaisin liitteisiin'
		}
	},

	channels: {
		heading: 'Muut tavat asioida',
		asking: 'Haetaan tietoja…',
		failed: { what: 'Tietoja ei juuri nyt saatu.', todo: 'Yritä hetken päästä uudelleen.' },
		guide: { label: 'Etsi sinulle sopivin tapa', detail: 'Kysymme enintään kolme asiaa ja neuvomme eteenpäin.' },
		backToAll: 'Kaikki tavat',
		backToAdvice: 'Takaisin',
		always: 'Milloin vain',
		varies: 'Ajat vaihtelevat',
		openNow: 'Avoinna nyt',
		closedNow: 'Suljettu nyt',
		openUntil: (time) => `Avoinna nyt, sulkeutuu ${time}`,
		opensNext: (when) => `Suljettu nyt, avautuu ${when}`,
		hoursHeading: 'Milloin',
		alwaysDetail: 'Mihin aikaan tahansa',
		variesDetail: 'Ajat vaihtelevat paikoittain. Tarkista ne ennen kuin lähdet.',
		languagesHeading: 'Kielet',
		languageNames: {
			fi: 'suomi',
			sv: 'ruotsi',
			en: 'englanti',
			se: 'pohjoissaame',
			smn: 'inarinsaame',
			sms: 'koltansaame'
		},
		languagesVary:
			'Kela palvelee suomeksi, ruotsiksi, saameksi ja englanniksi. Kielet vaihtelevat, ja tulkkaus järjestetään tarvittaessa.',
		costHeading: 'Hinta',
		addressHeading: 'Osoite verkossa',
		postHeading: 'Postiosoite',
		openHere: 'Avaa verkkosivu tässä',
		openHereDetail: 'Sivu avautuu tälle näytölle. Yläreunan painikkeista pääset aina takaisin.',
		siteNotHere: 'Verkkosivua ei voi avata tällä tietokoneella. Ota osoite mukaan tai kysy henkilökunnalta.',
		notHere: 'Tätä palvelua ei voi avata tällä tietokoneella.',
		takeAlong: 'Ota osoite mukaan puhelimen kameralla',
		takeAlongOf: (name) => `QR-koodi: ${name}`
	},

	guide: {
		question: (number, most) => `Kysymys ${number}. Kysymme enintään ${most}.`,
		back: 'Edellinen',
		startAgain: 'Aloita alusta',
		best: (name) => `Sinulle sopii: ${name}`,
		first: {
			scan: { label: '1. Skannaa paperi', detail: 'Ota paperista kuva tällä tietokoneella' },
			print: { label: '1. Tulosta paperi', detail: 'Tulosta paperi tällä tietokoneella' }
		},
		then: (name) => `2. Sitten: ${name}`,
		alternatives: 'Voit hoitaa asian myös näin',
		readMore: 'Lue lisää'
	},

	leaving: {
		heading: (from) => `Suljetaanko ${from}?`,
		detail: (from, to) =>
			`Jos avaat palvelun ${to}, ${from} suljetaan. Keskeneräiset tiedot katoavat sieltä. Jos olit kirjautunut, sinun pitää kirjautua uudelleen.`,
		papersStay: 'Omat paperisi säilyvät.',
		stay: (from) => `Ei, pidä ${from} auki`,
		leave: (to) => `Kyllä, avaa ${to}`
	},

	end: {
		heading: 'Lopetetaanko käynti?',
		detail: (papers) =>
			papers === 0
				? 'Kaikki käyntisi tiedot poistetaan tältä tietokoneelta.'
				: `Kaikki käyntisi tiedot ja ${count(papers, 'paperi', 'paperia')} poistetaan tältä tietokoneelta. Niitä ei saa takaisin.`,
		portal: (portalName) =>
			`${portalName} suljetaan tällä tietokoneella, mutta sinua ei kirjata ulos. Jos olet kirjautunut, kirjaudu ulos palvelussa ennen kuin lopetat.`,
		takeOriginals: 'Ota omat paperisi mukaan skannerista ja tulostimesta.',
		stay: 'Ei, jatkan vielä',
		end: 'Kyllä, lopeta ja poista tiedot'
	},

	presence: {
		heading: 'Oletko vielä täällä?',
		detail: 'Paperisi on nyt piilotettu. Jos et vastaa, käynti päättyy ja tietosi poistetaan.',
		endsIn: (seconds) => `Käynti päättyy ${count(seconds, 'sekunnin', 'sekunnin')} kuluttua`,
		stillHere: 'Olen vielä täällä'
	},

	scanFaults: {
		'feeder-empty': {
			what: 'Syöttölaitteessa ei ole paperia.',
			todo: 'Laita paperit syöttölaitteeseen ja työnnä ne pohjaan asti.'
		},
		jam: {
			what: 'Paperi on jumissa skannerissa.',
			todo: 'Avaa kansi, vedä paperi varovasti pois ja sulje kansi. Pyydä apua, jos paperi ei irtoa.'
		},
		'cover-open': { what: 'Skannerin kansi on auki.', todo: 'Paina kansi kiinni.' },
		busy: { what: 'Skanneri on juuri nyt varattu.', todo: 'Odota hetki. Näyttö kertoo, kun se on vapaa.' },
		offline: {
			what: 'Skanneri ei vastaa.',
			todo: 'Tarkista, että skannerissa on virta. Pyydä apua, jos se ei auta.'
		},
		'timed-out': { what: 'Skanneri vastaa liian hitaasti.', todo: 'Odota hetki. Pyydä apua, jos se ei auta.' },
		'bad-answer': { what: 'Skanneri antoi sivun, jota ei voi lukea.', todo: 'Yritä uudelleen tai pyydä apua.' },
		'out-of-memory': {
			what: 'Muisti ei riitä näin moneen sivuun.',
			todo: 'Skannaa vähemmän sivuja kerralla tai valitse Teksti.'
		},
		'io-error': { what: 'Skannerissa on häiriö.', todo: 'Yritä uudelleen. Pyydä apua, jos se ei auta.' }
	},
	printFaults: {
		'media-empty': {
			what: 'Tulostimen paperi on loppu.',
			todo: 'Pyydä henkilökuntaa lisäämään paperia. Tulostus jatkuu itsestään.'
		},
		'media-needed': {
			what: 'Tulostin pyytää paperia.',
			todo: 'Pyydä henkilökuntaa lisäämään paperia. Tulostus jatkuu itsestään.'
		},
		'media-jam': {
			what: 'Paperi on jumissa tulostimessa.',
			todo: 'Pyydä apua henkilökunnalta. Tulostus jatkuu, kun paperi on poistettu.'
		},
		'cover-open': { what: 'Tulostimen kansi on auki.', todo: 'Paina kansi kiinni. Tulostus jatkuu itsestään.' },
		'toner-empty': { what: 'Tulostimen väriaine on loppu.', todo: 'Pyydä apua henkilökunnalta.' },
		'input-tray-missing': {
			what: 'Tulostimen paperilokero on auki.',
			todo: 'Työnnä lokero kiinni. Tulostus jatkuu itsestään.'
		},
		'output-full': {
			what: 'Tulostimen ulostulo on täynnä.',
			todo: 'Ota paperit pois tulostimesta. Tulostus jatkuu itsestään.'
		},
		'spool-area-full': {
			what: 'Tulostimen muisti on täynnä.',
			todo: 'Odota hetki ja yritä uudelleen, tai tulosta vähemmän kerralla.'
		},
		offline: { what: 'Tulostin ei vastaa.', todo: 'Tarkista, että tulostimessa on virta. Pyydä apua, jos se ei auta.' },
		busy: { what: 'Tulostin tekee vielä edellistä työtä.', todo: 'Odota hetki ja yritä uudelleen.' },
		'timed-out': {
			what: 'Tulostin vastaa liian hitaasti.',
			todo: 'Katso tulostimen lokeroa ennen kuin yrität uudelleen.'
		},
		'bad-answer': {
			what: 'Tulostin vastasi tavalla, jota emme ymmärrä.',
			todo: 'Katso tulostimen lokeroa. Pyydä apua, jos paperia ei tullut.'
		},
		'document-refused': { what: 'Tulostin ei osaa tulostaa tätä paperia.', todo: 'Pyydä apua henkilökunnalta.' },
		aborted: { what: 'Tulostin keskeytti tulostuksen.', todo: 'Katso tulostimen lokeroa ja yritä uudelleen.' },
		'cancelled-at-printer': {
			what: 'Tulostus peruttiin tulostimen painikkeista.',
			todo: 'Tulosta uudelleen, jos tarvitset paperin.'
		}
	},
	portalFaults: (portalName) => ({
		'not-installed': {
			what: `${portalName} ei ole käytettävissä tällä tietokoneella.`,
			todo: 'Kysy henkilökunnalta, miten voit hoitaa asiasi.'
		},
		'did-not-start': { what: `${portalName} ei käynnistynyt.`, todo: 'Yritä uudelleen. Pyydä apua, jos se ei auta.' },
		crashed: {
			what: `${portalName} sulkeutui häiriön vuoksi.`,
			todo: 'Paperisi ovat tallessa. Avaa palvelu uudelleen ja kirjaudu sisään.'
		},
		'not-reachable': {
			what: `Verkkoyhteyttä palveluun ${portalName} ei ole.`,
			todo: 'Voit silti skannata ja tulostaa. Yritä hetken päästä uudelleen.'
		}
	}),
	trayFaults: {
		'not-found': { what: 'Paperia ei enää ole.', todo: 'Valitse toinen paperi.' },
		full: { what: 'Papereita on liikaa.', todo: 'Poista papereita, joita et tarvitse, ja yritä uudelleen.' },
		'refused-type': {
			what: 'Tällaista tiedostoa ei voi käyttää täällä.',
			todo: 'PDF-asiakirjat sekä JPEG- ja PNG-kuvat toimivat.'
		},
		damaged: { what: 'Tiedosto on rikki.', todo: 'Yritä ladata tai skannata se uudelleen.' },
		'too-big': { what: 'Paperi on liian suuri.', todo: 'Skannaa se pienemmissä osissa.' },
		'password-protected': {
			what: 'Asiakirja on suojattu salasanalla, eikä sitä voi avata täällä.',
			todo: 'Pyydä lähettäjältä asiakirja ilman salasanaa.'
		},
		'too-many-pages': {
			what: 'Asiakirjassa on liikaa sivuja.',
			todo: 'Pyydä asiakirja lähettäjältä pienemmissä osissa.'
		}
	},
	notices: {
		paperArrived: 'Uusi paperi on tullut: katso Paperini.',
		downloadRefused: {
			'too-big': {
				what: 'Tiedosto on liian suuri tälle tietokoneelle.',
				todo: 'Pyydä tarvittaessa apua henkilökunnalta.'
			},
			cancelled: { what: 'Lataus keskeytyi.', todo: 'Yritä ladata asiakirja uudelleen.' },
			'refused-type': {
				what: 'Tällaista tiedostoa ei voi avata täällä.',
				todo: 'PDF-asiakirjat sekä JPEG- ja PNG-kuvat toimivat.'
			},
			damaged: { what: 'Ladattu tiedosto on rikki.', todo: 'Yritä ladata asiakirja uudelleen.' },
			'password-protected': {
				what: 'Asiakirja on suojattu salasanalla, eikä sitä voi avata täällä.',
				todo: 'Pyydä lähettäjältä asiakirja ilman salasanaa.'
			},
			'too-many-pages': {
				what: 'Asiakirjassa on liikaa sivuja.',
				todo: 'Pyydä asiakirja lähettäjältä pienemmissä osissa.'
			},
			'tray-full': { what: 'Papereita on liikaa.', todo: 'Poista papereita, joita et tarvitse, ja lataa uudelleen.' }
		},
		navigationRefused: (host) => ({
			what: `Sivu ${host} ei avaudu tällä koneella.`,
			todo: 'Tällä tietokoneella voit käyttää vain asiointiin kuuluvia sivuja.'
		}),
		portalEnded: (portalName) => ({
			what: `${portalName} on suljettu.`,
			todo: 'Paperisi ovat tallessa. Voit avata palvelun uudelleen.'
		})
	}
};
