import { describe, expect, it } from 'vitest';
import { accountName } from './account-name.ts';
import { passwordFault } from './password-rules.ts';

describe('a new password', () => {
	it.each([
		['too-short', 'tenletters'],
		['too-short', 'ääääääääää1'],
		['holds-the-name', 'maijamaijamaija'],
		['holds-the-name', 'Maija-Maija-1'],
		['too-common', 'aaaaaaaaaaaaaaaa'],
		['too-common', 'Password1234'],
		['too-common', '123456789012'],
		['too-common', 'abcdefghijklm'],
		['too-common', 'abababababab'],
		['too-common', 'Salasana2026!'],
		['too-common', 'Lo\u0308senord2026'],
		['too-common', '19700101 1970']
	])('is refused as %s: %s', (fault, password) => {
		expect(passwordFault('maija', password)).toBe(fault);
	});

	it.each(['kolme vihreää hevosta', 'correct horse battery', 'Zq8-fW2_bk7Lm', 'maija osti viisi tuolia'])(
		'may be %s',
		(password) => expect(passwordFault('maija', password)).toBeNull()
	);
});

describe('an account name', () => {
	it.each([
		['maija', 'maija'],
		[' Maija ', 'maija'],
		['Pa\u0308ivi.Aho-2', 'päivi.aho-2'],
		['', null],
		['-x', null],
		['maija@kela.fi', null],
		['command line', null],
		['x'.repeat(41), null],
		['a\nb', null]
	])('%j is kept as %j', (written, kept) => {
		expect(accountName(written)).toBe(kept);
	});
});
