import { describe, expect, it } from 'vitest';
import { fitsAccept, handedType, portalFileName } from './accept.ts';
import type { DocumentPaper, ScannedPaper } from './paper.ts';

const scan: ScannedPaper = {
	id: 's',
	name: 'Paperi 2',
	addedAt: 0,
	kind: 'pages',
	origin: 'scanned',
	pages: [],
	compression: null,
	measuredBytes: null
};
const picture: DocumentPaper = {
	id: 'd',
	name: '../Kuva\u202E',
	addedAt: 0,
	kind: 'document',
	origin: 'downloaded',
	mediaType: 'image/jpeg',
	sizeBytes: 1,
	pageCount: 1
};
const pdf: DocumentPaper = { ...picture, mediaType: 'application/pdf' };

describe('handing a paper to a file input', () => {
	it.each([
		{ accept: [], scanned: 'application/pdf', photo: 'image/jpeg' },
		{ accept: [''], scanned: 'application/pdf', photo: 'image/jpeg' },
		{ accept: ['.pdf'], scanned: 'application/pdf', photo: 'application/pdf' },
		{ accept: ['application/pdf'], scanned: 'application/pdf', photo: 'application/pdf' },
		{ accept: [' .PDF ', '.docx'], scanned: 'application/pdf', photo: 'application/pdf' },
		{ accept: ['image/*'], scanned: null, photo: 'image/jpeg' },
		{ accept: ['.jpeg', '.pdf'], scanned: 'application/pdf', photo: 'image/jpeg' },
		{ accept: ['image/png'], scanned: null, photo: null },
		{ accept: ['*/*'], scanned: 'application/pdf', photo: 'image/jpeg' },
		{ accept: ['application/pdf;version=1.4'], scanned: 'application/pdf', photo: 'application/pdf' },
		{ accept: ['.docx', 'video/*'], scanned: null, photo: null }
	] as const)('accept $accept takes a scan as $scanned and a picture as $photo', ({ accept, scanned, photo }) => {
		expect([handedType(scan, accept), handedType(picture, accept)]).toEqual([scanned, photo]);
		expect([fitsAccept(scan, accept), fitsAccept(pdf, accept), fitsAccept(picture, accept)]).toEqual([
			scanned !== null,
			scanned !== null,
			photo !== null
		]);
	});

	it('shows the portal a name with the ending of what is handed over, and nothing hostile', () => {
		expect([portalFileName(scan), portalFileName(picture), portalFileName(picture, 'image/jpeg')]).toEqual([
			'Paperi 2.pdf',
			'-Kuva.pdf',
			'-Kuva.jpg'
		]);
	});
});
