import { describe, expect, it } from 'vitest';
import { safeFileName } from './handed-files.ts';

describe('name of a file that is handed to the portal', () => {
	it.each([
		['Päätös öå.pdf', 'Päätös öå.pdf'],
		['../../etc/shadow', '_.._etc_shadow'],
		['/etc/passwd', '_etc_passwd'],
		['.hidden.pdf', 'hidden.pdf'],
		['a\u0000b\nc.pdf', 'a_b_c.pdf'],
		['liite\u202Efdp.exe', 'liite_fdp.exe'],
		['...', 'document'],
		['', 'document']
	])('makes of %j the one component %j', (given, safe) => {
		expect(safeFileName(given)).toBe(safe);
	});

	it('shortens a long name to 120 bytes and keeps its extension', () => {
		const name = safeFileName(`${'ä'.repeat(200)}.pdf`);
		expect({ bytes: Buffer.byteLength(name), end: name.slice(-5) }).toEqual({ bytes: 120, end: 'ä.pdf' });
	});
});
