import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { layOut, safeFileName } from './handed-files.ts';

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

describe('laying files out for the portal', () => {
	const makeOutbox = () => {
		const outbox = mkdtempSync('/dev/shm/outbox-');
		onTestFinished(() => rmSync(outbox, { recursive: true, force: true }));
		return outbox;
	};
	const file = { name: 'a.pdf', bytes: Buffer.from('a') };
	const never = new AbortController().signal;

	it('gives each file a place of its own, also two of one name', async () => {
		const outbox = makeOutbox();
		expect(await layOut(outbox, 'one', [file, file], never)).toEqual({
			ok: true,
			value: ['one/0/a.pdf', 'one/1/a.pdf']
		});
		expect(readFileSync(join(outbox, 'one/1/a.pdf'), 'utf8')).toBe('a');
	});

	it('does not bring back an outbox that a wipe has taken away', async () => {
		const outbox = makeOutbox();
		rmSync(outbox, { recursive: true });
		expect(await layOut(outbox, 'one', [file], never)).toEqual({ ok: false, fault: 'gone' });
		expect(existsSync(outbox)).toBe(false);
	});

	it('stops between two files when the visit ends, and leaves none of them', async () => {
		const outbox = makeOutbox();
		const visit = new AbortController();
		const second = {
			name: 'b.pdf',
			get bytes() {
				visit.abort();
				return Buffer.from('b');
			}
		};
		const laidOut = layOut(outbox, 'one', [file, second], visit.signal);
		expect(await laidOut).toEqual({ ok: false, fault: 'gone' });
		expect(readdirSync(outbox)).toEqual([]);
	});
});
