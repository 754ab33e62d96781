import { describe, expect, it, vi } from 'vitest';
import { hashPassword, isPasswordOf, nobodysHash } from './password-hash.ts';

/** A password costs half a second of one core, by intention. */
vi.setConfig({ testTimeout: 30_000 });

describe('a kept password', () => {
	it('is an argon2id string with its own salt, at the cost of RFC 9106', async () => {
		const [one, other] = await Promise.all([hashPassword('kolme hevosta'), hashPassword('kolme hevosta')]);
		expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}$/);
		expect(one).not.toBe(other);
	});

	it('lets in its password only, however its ä was typed', async () => {
		const hash = await hashPassword('kolme vihreää hevosta');
		expect(await isPasswordOf(hash, 'kolme vihrea\u0308a\u0308 hevosta')).toBe(true);
		expect(await isPasswordOf(hash, 'kolme vihreää hevosta ')).toBe(false);
		expect(await isPasswordOf(hash, '')).toBe(false);
	});

	it('is what the reference implementation made of it (phc-winner-argon2, test.c)', async () => {
		const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
		expect(await isPasswordOf(reference, 'password')).toBe(true);
		expect(await isPasswordOf(reference, 'Password')).toBe(false);
	});

	it('is nobody’s where it is something else', async () => {
		expect(await isPasswordOf('', 'x')).toBe(false);
		expect(await isPasswordOf('$2b$10$abcdefghijklmnopqrstuv', 'x')).toBe(false);
		expect(await isPasswordOf(nobodysHash, '')).toBe(false);
	});
});
