import type { ListFieldName } from '../../domain/console/channel-field.ts';
import type { ChannelRow, HostRow } from '../../domain/console/channel-row.ts';
import type { Language } from '../../domain/language.ts';

/** What the pages of channels and portal hosts say. */
export interface ChannelsTexts {
	readonly heading: string;
	readonly about: string;
	readonly columns: {
		readonly order: string;
		readonly name: string;
		readonly hours: string;
		readonly opensHere: string;
		readonly hosts: string;
		readonly actions: string;
	};
	readonly hours: Readonly<Record<ChannelRow['hours'], string>>;
	readonly yes: string;
	readonly no: string;
	readonly edit: string;
	readonly up: string;
	readonly down: string;
	readonly remove: string;
	/** In the place of "remove". */
	readonly inGuide: string;
	/** Why it cannot be removed; `guide` is what customers know the guide by. */
	readonly inGuideAbout: (guide: string) => string;
	readonly moves: (name: string, from: number, to: number) => string;
	readonly removesChannel: (name: string) => string;
	readonly removesHost: (host: string) => string;
	readonly backToList: string;
	/** In the place of "remove": where the online service starts. */
	readonly needed: string;
	readonly hostsHeading: string;
	readonly hostsAbout: string;
	readonly addHost: string;
	readonly hostColumns: {
		readonly host: string;
		readonly role: string;
		readonly label: string;
		readonly checked: string;
	};
	readonly roles: Readonly<Record<HostRow['role'], string>>;
	readonly fields: Readonly<Record<ListFieldName, string>>;
	readonly hints: Readonly<Partial<Record<ListFieldName, string>>>;
}

const fi: ChannelsTexts = {
	heading: 'Asiointitavat',
	about:
		'Asiakas näkee asiointitavat tässä järjestyksessä. Asiointitapa avautuu tällä tietokoneella, kun sillä on osoite ja sallitut palvelimet.',
	columns: {
		order: 'Järjestys',
		name: 'Nimi',
		hours: 'Aukiolo',
		opensHere: 'Avautuu täällä',
		hosts: 'Sallitut palvelimet',
		actions: 'Muuta'
	},
	hours: {
		always: 'aina',
		own: 'omat ajat',
		varies: 'vaihtelee',
		selfService: 'kuten asiakastietokone',
		infopoint: 'kuten infopiste',
		appointment: 'kuten ajanvaraus',
		phone: 'kuten puhelinpalvelu'
	},
	yes: 'kyllä',
	no: 'ei',
	edit: 'Muokkaa',
	up: 'Siirrä ylös',
	down: 'Siirrä alas',
	remove: 'Poista',
	inGuide: 'neuvonnassa',
	inGuideAbout: (guide) =>
		`Jos rivillä lukee ”neuvonnassa”, neuvonta ”${guide}” johtaa siihen, eikä sitä siksi voi poistaa.`,
	moves: (name, from, to) => `${name} siirtyy paikalta ${from} paikalle ${to}.`,
	removesChannel: (name) => `${name} poistetaan. Asiakkaat eivät enää näe sitä.`,
	removesHost: (host) => `${host} poistetaan. Verkkopalvelu ei enää voi johtaa sinne.`,
	backToList: 'Takaisin luetteloon',
	needed: 'verkkopalvelu alkaa tästä',
	hostsHeading: 'Verkkopalvelun palvelimet',
	hostsAbout:
		'Verkkopalvelu voi johtaa vain näihin. Merkitse tarkistetuksi, kun olet nähnyt palvelimen oikeassa käytössä.',
	addHost: 'Lisää palvelin',
	hostColumns: { host: 'Palvelin', role: 'Tehtävä', label: 'Nimi palkissa', checked: 'Tarkistettu' },
	roles: {
		portal: 'verkkopalvelu',
		idp: 'tunnistautuminen',
		bank: 'pankki',
		mobile: 'mobiilivarmenne',
		asset: 'sivujen osat, ei avata'
	},
	fields: {
		'channel.name.fi': 'Nimi suomeksi',
		'channel.name.sv': 'Nimi ruotsiksi',
		'channel.name.en': 'Nimi englanniksi',
		'channel.purpose.fi': 'Mitä varten, suomeksi',
		'channel.purpose.sv': 'Mitä varten, ruotsiksi',
		'channel.purpose.en': 'Mitä varten, englanniksi',
		'channel.url': 'Osoite',
		'channel.allowedHosts': 'Sallitut palvelimet',
		'host.host': 'Palvelin',
		'host.role': 'Tehtävä',
		'host.label.fi': 'Nimi palkissa suomeksi',
		'host.label.sv': 'Nimi palkissa ruotsiksi',
		'host.label.en': 'Nimi palkissa englanniksi',
		'host.checked': 'Nähty oikeassa käytössä'
	},
	hints: {
		'channel.url': 'Alkaa https://. Tyhjä, jos asiointitavasta vain kerrotaan.',
		'channel.allowedHosts': 'Yksi riville, esimerkiksi www.kela.fi. Tyhjä, jos sivua ei avata täällä.',
		'host.host': 'Pienin kirjaimin, esimerkiksi www.kela.fi; ilman https:// ja polkua.'
	}
};

const sv: ChannelsTexts = {
	heading: 'Servicekanaler',
	about:
		'Kunden ser kanalerna i den här ordningen. En kanal öppnas på den här datorn när den har en adress och tillåtna servrar.',
	columns: {
		order: 'Ordning',
		name: 'Namn',
		hours: 'Öppet',
		opensHere: 'Öppnas här',
		hosts: 'Tillåtna servrar',
		actions: 'Ändra'
	},
	hours: {
		always: 'alltid',
		own: 'egna tider',
		varies: 'varierar',
		selfService: 'som kunddatorn',
		infopoint: 'som infopunkten',
		appointment: 'som tidsbokningen',
		phone: 'som telefontjänsten'
	},
	yes: 'ja',
	no: 'nej',
	edit: 'Redigera',
	up: 'Flytta upp',
	down: 'Flytta ned',
	remove: 'Ta bort',
	inGuide: 'i rådgivningen',
	inGuideAbout: (guide) =>
		`Där det står ”i rådgivningen” leder rådgivningen ”${guide}” till kanalen, och därför kan den inte tas bort.`,
	moves: (name, from, to) => `${name} flyttas från plats ${from} till plats ${to}.`,
	removesChannel: (name) => `${name} tas bort. Kunderna ser den inte längre.`,
	removesHost: (host) => `${host} tas bort. Webbtjänsten kan inte längre leda dit.`,
	backToList: 'Tillbaka till listan',
	needed: 'webbtjänsten börjar här',
	hostsHeading: 'Webbtjänstens servrar',
	hostsAbout:
		'Webbtjänsten kan bara leda till dessa. Markera som kontrollerad när du har sett servern i verklig användning.',
	addHost: 'Lägg till en server',
	hostColumns: { host: 'Server', role: 'Uppgift', label: 'Namn i fältet', checked: 'Kontrollerad' },
	roles: {
		portal: 'webbtjänst',
		idp: 'identifiering',
		bank: 'bank',
		mobile: 'mobilcertifikat',
		asset: 'delar av sidor, öppnas inte'
	},
	fields: {
		'channel.name.fi': 'Namn på finska',
		'channel.name.sv': 'Namn på svenska',
		'channel.name.en': 'Namn på engelska',
		'channel.purpose.fi': 'Till vad, på finska',
		'channel.purpose.sv': 'Till vad, på svenska',
		'channel.purpose.en': 'Till vad, på engelska',
		'channel.url': 'Adress',
		'channel.allowedHosts': 'Tillåtna servrar',
		'host.host': 'Server',
		'host.role': 'Uppgift',
		'host.label.fi': 'Namn i fältet på finska',
		'host.label.sv': 'Namn i fältet på svenska',
		'host.label.en': 'Namn i fältet på engelska',
		'host.checked': 'Sedd i verklig användning'
	},
	hints: {
		'channel.url': 'Börjar med https://. Tomt om det bara berättas om kanalen.',
		'channel.allowedHosts': 'En per rad, till exempel www.kela.fi. Tomt om sidan inte öppnas här.',
		'host.host': 'Med små bokstäver, till exempel www.kela.fi; utan https:// och sökväg.'
	}
};

const en: ChannelsTexts = {
	heading: 'Channels',
	about:
		'Customers see the channels in this order. A channel opens at this computer when it has an address and allowed hosts.',
	columns: {
		order: 'Order',
		name: 'Name',
		hours: 'Hours',
		opensHere: 'Opens here',
		hosts: 'Allowed hosts',
		actions: 'Change'
	},
	hours: {
		always: 'always',
		own: 'hours of its own',
		varies: 'varies',
		selfService: 'as the customer computer',
		infopoint: 'as the infopoint',
		appointment: 'as appointments',
		phone: 'as the phone service'
	},
	yes: 'yes',
	no: 'no',
	edit: 'Edit',
	up: 'Move up',
	down: 'Move down',
	remove: 'Remove',
	inGuide: 'in the guide',
	inGuideAbout: (guide) =>
		`Where it says “in the guide”, the guide “${guide}” leads to the channel, so it cannot be removed.`,
	moves: (name, from, to) => `${name} moves from place ${from} to place ${to}.`,
	removesChannel: (name) => `${name} is removed. Customers do not see it any more.`,
	removesHost: (host) => `${host} is removed. The online service cannot lead there any more.`,
	backToList: 'Back to the list',
	needed: 'the online service starts here',
	hostsHeading: 'Hosts of the online service',
	hostsAbout: 'The online service can lead only to these. Mark one as checked when you have seen it in real use.',
	addHost: 'Add a host',
	hostColumns: { host: 'Host', role: 'Role', label: 'Name in the bar', checked: 'Checked' },
	roles: {
		portal: 'online service',
		idp: 'identification',
		bank: 'bank',
		mobile: 'mobile certificate',
		asset: 'parts of pages, not opened'
	},
	fields: {
		'channel.name.fi': 'Name in Finnish',
		'channel.name.sv': 'Name in Swedish',
		'channel.name.en': 'Name in English',
		'channel.purpose.fi': 'What for, in Finnish',
		'channel.purpose.sv': 'What for, in Swedish',
		'channel.purpose.en': 'What for, in English',
		'channel.url': 'Address',
		'channel.allowedHosts': 'Allowed hosts',
		'host.host': 'Host',
		'host.role': 'Role',
		'host.label.fi': 'Name in the bar, in Finnish',
		'host.label.sv': 'Name in the bar, in Swedish',
		'host.label.en': 'Name in the bar, in English',
		'host.checked': 'Seen in real use'
	},
	hints: {
		'channel.url': 'Begins with https://. Empty where the channel is only told about.',
		'channel.allowedHosts': 'One a line, for example www.kela.fi. Empty where the site is not opened here.',
		'host.host': 'In small letters, for example www.kela.fi; without https:// and path.'
	}
};

export const channelsTexts: Readonly<Record<Language, ChannelsTexts>> = { fi, sv, en };
