import { randomBytes } from 'node:crypto';

const field = (bytes: Buffer): Buffer => {
	const length = Buffer.alloc(2);
	length.writeUInt16BE(bytes.length);
	return Buffer.concat([length, bytes]);
};

/** An Xauthority file (Xsecurity(7), libXau) with one fresh cookie that holds for whatever display it is used with (FamilyWild). */
export const freshXAuthority = (): Buffer =>
	Buffer.concat([
		Buffer.from([0xff, 0xff]),
		field(Buffer.alloc(0)),
		field(Buffer.alloc(0)),
		field(Buffer.from('MIT-MAGIC-COOKIE-1')),
		field(randomBytes(16))
	]);
