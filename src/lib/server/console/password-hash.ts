import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

interface Cost {
	readonly memoryKib: number;
	readonly passes: number;
	readonly lanes: number;
}

/** The second recommended choice of RFC 9106 §4, for a machine whose memory is needed elsewhere: 64 MiB while one password is tried. */
const cost: Cost = { memoryKib: 64 * 1024, passes: 3, lanes: 4 };
const saltBytes = 16;
const tagBytes = 32;

/** What a password is kept as: a PHC string of argon2id (RFC 9106), its salt and cost inside. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(saltBytes);
	return phcString(cost, salt, await derive(password, salt, cost, tagBytes));
}

/** Whether it is the password of the hash. A hash of another kind is no password's. */
export async function isPasswordOf(phc: string, password: string): Promise<boolean> {
	const kept = readPhcString(phc);
	if (kept === null) return false;
	const { salt, tag, ...keptCost } = kept;
	return timingSafeEqual(await derive(password, salt, keptCost, tag.length), tag);
}

/** A hash that no password has; trying it costs as much as trying a real one. */
export const nobodysHash: string = phcString(cost, Buffer.alloc(saltBytes), Buffer.alloc(tagBytes));

const derive = (password: string, salt: Buffer, { memoryKib, passes, lanes }: Cost, tagLength: number) =>
	new Promise<Buffer>((resolve, reject) =>
		argon2(
			'argon2id',
			// The same password typed on another keyboard is the same password (RFC 8265 §4.2).
			{ message: password.normalize('NFC'), nonce: salt, memory: memoryKib, passes, parallelism: lanes, tagLength },
			(error, tag) => (error ? reject(error) : resolve(tag))
		)
	);

function phcString({ memoryKib, passes, lanes }: Cost, salt: Buffer, tag: Buffer): string {
	const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
	return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}$${base64(salt)}$${base64(tag)}`;
}

function readPhcString(phc: string): (Cost & { readonly salt: Buffer; readonly tag: Buffer }) | null {
	const form =
		/^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;
	const [, memory, passes, lanes, salt, tag] = form.exec(phc) ?? [];
	if (salt === undefined || tag === undefined) return null;
	return {
		memoryKib: Number(memory),
		passes: Number(passes),
		lanes: Number(lanes),
		salt: Buffer.from(salt, 'base64'),
		tag: Buffer.from(tag, 'base64')
	};
}
