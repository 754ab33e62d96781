import type { Language } from '../domain/language.ts';
import type { ComputerState } from '../session/session-view.ts';

/** What a computer that serves nobody tells; apart from the catalogue, since most customers never come to read it. */
export interface SignpostWords {
	readonly closedByHand: string;
	readonly opens: (when: string) => string;
	readonly opensUnknown: string;
	/** Staff closed it without saying until when. */
	readonly opensByHand: string;
	readonly openNow: string;
	readonly closedNow: string;
	readonly closes: (when: string) => string;
	readonly phone: string;
	readonly scanCodes: string;
	/** What a code is for, in a word. */
	readonly codes: Readonly<Record<'phone' | 'route', string>>;
	readonly codeOf: (what: string, city: string | undefined) => string;
	/** The other computers of this point, by the name on their label. */
	readonly computers: Readonly<Record<ComputerState, (name: string) => string>>;
}

export const signpostWords: Readonly<Record<Language, SignpostWords>> = {
	fi: {
		closedByHand: 'Henkilökunta on sulkenut tämän tietokoneen.',
		opens: (when) => `Avataan ${when}`,
		opensUnknown: 'Seuraava aukioloaika ei ole vielä tiedossa.',
		opensByHand: 'Kysy henkilökunnalta, milloin tietokone avataan.',
		openNow: 'Avoinna nyt',
		closedNow: 'Suljettu nyt',
		closes: (when) => `Suljetaan ${when}`,
		phone: 'Puhelinpalvelu',
		scanCodes: 'Kuvaa puhelimella',
		codes: { phone: 'Puhelin', route: 'Reitti' },
		codeOf: (what, city = '') => `QR-koodi: ${what} ${city}`.trim(),
		computers: {
			free: (name) => `Tietokone ${name} on vapaa`,
			inUse: (name) => `Tietokone ${name} on käytössä`,
			wiping: (name) => `Tietokone ${name} on pian valmis`,
			closed: (name) => `Tietokone ${name} on suljettu`,
			outOfOrder: (name) => `Tietokone ${name} on epäkunnossa`
		}
	},
	sv: {
		closedByHand: 'Personalen har stängt den här datorn.',
		opens: (when) => `Öppnar ${when}`,
		opensUnknown: 'Nästa öppettid är inte känd ännu.',
		opensByHand: 'Fråga personalen när datorn öppnas.',
		openNow: 'Öppet nu',
		closedNow: 'Stängt nu',
		closes: (when) => `Stänger ${when}`,
		phone: 'Telefontjänst',
		scanCodes: 'Skanna med telefonen',
		codes: { phone: 'Telefon', route: 'Väg' },
		codeOf: (what, city = '') => `QR-kod: ${what} ${city}`.trim(),
		computers: {
			free: (name) => `Dator ${name} är ledig`,
			inUse: (name) => `Dator ${name} är upptagen`,
			wiping: (name) => `Dator ${name} är snart klar`,
			closed: (name) => `Dator ${name} är stängd`,
			outOfOrder: (name) => `Dator ${name} är ur funktion`
		}
	},
	en: {
		closedByHand: 'Staff have closed this computer.',
		opens: (when) => `Opens ${when}`,
		opensUnknown: 'The next opening time is not known yet.',
		opensByHand: 'Please ask the staff when the computer opens.',
		openNow: 'Open now',
		closedNow: 'Closed now',
		closes: (when) => `Closes ${when}`,
		phone: 'Phone service',
		scanCodes: 'Scan with your phone',
		codes: { phone: 'Phone', route: 'Route' },
		codeOf: (what, city = '') => `QR code: ${what} ${city}`.trim(),
		computers: {
			free: (name) => `Computer ${name} is free`,
			inUse: (name) => `Computer ${name} is in use`,
			wiping: (name) => `Computer ${name} will be ready soon`,
			closed: (name) => `Computer ${name} is closed`,
			outOfOrder: (name) => `Computer ${name} is out of order`
		}
	}
};
