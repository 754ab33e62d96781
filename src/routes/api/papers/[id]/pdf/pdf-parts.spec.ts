import { describe, expect, it } from 'vitest';
import { failed, ok } from '#lib/domain/result.ts';
import type { Tray } from '#lib/ports/tray.ts';
import { GET } from './+server.ts';

const pdf = Buffer.from('%PDF-1.7 of ten pages');
const asked: (string | null)[] = [];
const tray: Pick<Tray, 'openPdf'> = {
	async openPdf(paperId, opening) {
		asked.push(opening);
		if (paperId !== 'paper') return failed('not-found');
		const read = (from: number, to: number) => new Blob([pdf.subarray(from, to)]).stream();
		return ok({ sizeBytes: pdf.length, read });
	}
};

async function get(address: string, range?: string) {
	const url = new URL(address, 'http://127.0.0.1/');
	const event = {
		locals: { kiosk: { tray } },
		params: { id: url.pathname.slice(1) },
		request: new Request(url, range === undefined ? {} : { headers: { range } }),
		url
	};
	const response = await GET(event as unknown as Parameters<typeof GET>[0]);
	const { status, headers } = response;
	return [status, headers.get('content-length'), headers.get('content-range'), await response.text()];
}

describe('the viewer asks for a PDF', () => {
	it('whole or in parts, and is told which part it gets', async () => {
		asked.length = 0;
		expect([
			await get('/paper'),
			await get('/paper?opening=a-1', 'bytes=0-7'),
			await get('/paper?opening=a-1', 'bytes=-5'),
			await get('/paper?opening=a-1', 'bytes=21-')
		]).toEqual([
			[200, '21', null, '%PDF-1.7 of ten pages'],
			[206, '8', 'bytes 0-7/21', '%PDF-1.7'],
			[206, '5', 'bytes 16-20/21', 'pages'],
			[416, null, 'bytes */21', '']
		]);
		expect(asked).toEqual([null, 'a-1', 'a-1', 'a-1']);
	});

	it('of a paper that is gone, or by a word that is none, and is refused', async () => {
		await expect(get('/gone')).rejects.toMatchObject({ status: 404 });
		await expect(get(`/paper?opening=${'x'.repeat(41)}`)).rejects.toMatchObject({ status: 404 });
	});
});
