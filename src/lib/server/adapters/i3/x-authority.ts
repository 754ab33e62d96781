/** Entries of an Xauthority file that any client of a display may show (Xau library, `man Xau`). */
const cookieName = 'MIT-MAGIC-COOKIE-1';
const familyWild = 0xffff;

/** The cookie for a display number, or null when the file holds none for it. */
export function readCookie(authority: Buffer, displayNumber: number): Buffer | null {
	let offset = 0;
	const field = (): Buffer => {
		const length = authority.readUInt16BE(offset);
		const value = authority.subarray(offset + 2, offset + 2 + length);
		offset += 2 + length;
		return value;
	};
	try {
		while (offset + 2 <= authority.length) {
			offset += 2;
			field();
			const number = field().toString('latin1');
			const name = field().toString('latin1');
			const cookie = field();
			if (name === cookieName && (number === '' || number === String(displayNumber))) return cookie;
		}
	} catch {
		return null;
	}
	return null;
}

/** An Xauthority file with one cookie for whatever server it is given to. */
export function authorityFile(cookie: Buffer): Buffer {
	const sized = (value: Buffer) => {
		const length = Buffer.alloc(2);
		length.writeUInt16BE(value.length);
		return Buffer.concat([length, value]);
	};
	const family = Buffer.alloc(2);
	family.writeUInt16BE(familyWild);
	const nothing = Buffer.alloc(0);
	return Buffer.concat([
		family,
		sized(nothing),
		sized(nothing),
		sized(Buffer.from(cookieName, 'latin1')),
		sized(cookie)
	]);
}
