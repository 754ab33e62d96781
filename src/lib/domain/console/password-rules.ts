/** NIST SP 800-63B §3.1.1.2 asks for length and against known passwords, and for no rules about kinds of letters. */
export const leastPasswordLength = 12;

export type PasswordFault = 'too-short' | 'holds-the-name' | 'too-common';

/** What long passwords are made of when nobody wants to think of one. */
const commonest = [
	'adminadminadmin',
	'administrator',
	'administrator1',
	'asiakastietokone',
	'changemechangeme',
	'iloveyouiloveyou',
	'jumalautajumalauta',
	'kelakelakela',
	'kissakissakissa',
	'letmeinletmein',
	'lösenordlösenord',
	'passwordpassword',
	'perkeleperkele',
	'qwertyqwerty',
	'qwertyuiop',
	'qwertyuiopå',
	'qwertyuiopasdf',
	'salasanasalasana',
	'salasana',
	'servicepoint',
	'tervetuloa',
	'password',
	'palvelupiste',
	'passw0rd',
	'lösenord',
	'välkommen'
];

/** What is wrong with a new password; null: it may be used. Digits and signs around a commonest word make no other word of it. */
export function passwordFault(name: string, password: string): PasswordFault | null {
	const written = password.normalize('NFC').toLowerCase();
	if ([...written].length < leastPasswordLength) return 'too-short';
	if (written.includes(name) && [...written.replaceAll(name, '')].length < leastPasswordLength / 2)
		return 'holds-the-name';
	const word = written.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
	const fewCharacters = new Set(written).size < 5;
	return fewCharacters || isRun(written) || word === '' || commonest.includes(word) ? 'too-common' : null;
}

/** `123456789012`, `abcdefghijkl`: each character but one follows the one before. */
const isRun = (written: string) => {
	const points = [...written].map((character) => character.codePointAt(0) ?? 0);
	const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
	return steps.filter((step) => step === steps[0]).length >= steps.length - 1;
};
