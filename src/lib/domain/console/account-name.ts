/** A name as the console keeps it: composed, small letters. Null: it cannot be an account's name. */
export function accountName(written: string): string | null {
	const name = written.trim().normalize('NFC').toLowerCase();
	return /^[\p{Ll}\d][\p{Ll}\d._-]{0,39}$/u.test(name) ? name : null;
}
