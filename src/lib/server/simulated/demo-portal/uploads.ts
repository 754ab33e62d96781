import { createHash } from 'node:crypto';
import type { SiteRequest } from './site.ts';

/** What the portal got, as it proves it: never the bytes themselves. */
export interface ReceivedFile {
	readonly name: string;
	readonly sizeBytes: number;
	/** Lower-case hexadecimal. */
	readonly sha256: string;
}

export type UploadFault = 'too-big' | 'nothing-chosen' | 'wrong-type' | 'not-understood';

/** The boundaries and part headers of a multipart body with a handful of files. */
const envelopeBytes = 64 * 1024;

const begins = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);
const isPdf = (bytes: Uint8Array) => begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d);
const isJpeg = (bytes: Uint8Array) => begins(bytes, 0xff, 0xd8, 0xff);

/** Reads the files of a multipart form (RFC 7578); all of them together may be at most `limitBytes`. All are taken, or none. */
export async function readUpload(
	request: SiteRequest,
	limitBytes: number
): Promise<readonly ReceivedFile[] | { readonly fault: UploadFault }> {
	const body = await request.body(limitBytes + envelopeBytes);
	if (body === 'too-big') return { fault: 'too-big' };
	let files: File[];
	try {
		const form = await new Response(new Uint8Array(body), {
			headers: { 'content-type': request.contentType }
		}).formData();
		files = [...form.values()].filter((value) => typeof value !== 'string').filter((file) => file.name !== '');
	} catch {
		return { fault: 'not-understood' };
	}
	if (files.length === 0) return { fault: 'nothing-chosen' };
	if (files.reduce((total, file) => total + file.size, 0) > limitBytes) return { fault: 'too-big' };
	const received: ReceivedFile[] = [];
	for (const file of files) {
		const bytes = new Uint8Array(await file.arrayBuffer());
		if (!isPdf(bytes) && !isJpeg(bytes)) return { fault: 'wrong-type' };
		received.push({
			name: file.name,
			sizeBytes: bytes.length,
			sha256: createHash('sha256').update(bytes).digest('hex')
		});
	}
	return received;
}
