import PDFDocument from 'pdfkit';
import { pdfBytes } from './pdf-bytes.ts';

/**
 * A made-up decision of two A4 pages. The marker is printed on both, and also stands uncompressed among the document's
 * keywords, so that a search through raw bytes finds every copy of the file (ASCII markers only).
 */
export function decisionPdf(marker: string, issuedAt: Date): Promise<Uint8Array> {
	const document = new PDFDocument({
		size: 'A4',
		margins: { top: 64, bottom: 40, left: 64, right: 64 },
		lang: 'fi-FI',
		displayTitle: true,
		info: { Title: 'Esittelypäätös', Author: 'Esimerkkilaitos', Keywords: marker, CreationDate: issuedAt }
	});
	const day = new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki' }).format(issuedAt);
	const head = (page: number) => {
		document.rect(0, 0, document.page.width, 10).fill('#2f5d3a');
		document.fillColor('#22301f').font('Helvetica-Bold').fontSize(11).text('Esimerkkilaitos', 64, 40);
		document.font('Helvetica').text(`Päätös ${day}   ${page} (2)`, 64, 40, { align: 'right' });
		document
			.fontSize(9)
			.fillColor('#55604f')
			.text(`ESITTELY - ei oikea päätös   Tunniste ${marker}`, 64, document.page.height - 60, { lineBreak: false });
		document.fillColor('#22301f');
	};
	const heading = (text: string) => document.moveDown(1.2).font('Helvetica-Bold').fontSize(14).text(text);
	const paragraph = (text: string) =>
		document.moveDown(0.4).font('Helvetica').fontSize(11.5).text(text, { lineGap: 3, align: 'left' });

	head(1);
	document.font('Helvetica').fontSize(11.5).text('Esimerkki Asiakas\nKoekatu 1\n95400 TORNIO', 64, 104);
	document.font('Helvetica-Bold').fontSize(22).text('Päätös yleisestä asumistuesta', 64, 190);
	paragraph('Tämä on keksitty päätös, jolla kokeillaan asiakirjan lukemista ja tulostamista asiakaskoneella.');
	heading('Mitä päätettiin');
	paragraph(
		'Hakemuksesi on hyväksytty. Tuki on 312,40 euroa kuukaudessa. Se maksetaan kuukauden ensimmäisenä arkipäivänä.'
	);
	heading('Miten tuki laskettiin');
	for (const [name, amount] of [
		['Hyväksytyt asumismenot', '582,00 e/kk'],
		['Perusomavastuu', '191,50 e/kk'],
		['Tuki (80 % erotuksesta)', '312,40 e/kk']
	] as const) {
		document.moveDown(0.6).font('Helvetica').fontSize(11.5).text(name, 64, document.y, { continued: false });
		document.moveUp().text(amount, 64, document.y, { align: 'right' });
		document
			.moveTo(64, document.y + 4)
			.lineTo(document.page.width - 64, document.y + 4)
			.lineWidth(0.5)
			.stroke('#b8c2b2');
	}
	document.addPage();
	head(2);
	document.font('Helvetica-Bold').fontSize(14).text('Miksi näin päätettiin', 64, 104);
	paragraph('Ruokakunnassasi on yksi aikuinen. Asuntosi sijaitsee Torniossa. Tulosi eivät vaikuta omavastuuseen.');
	heading('Ilmoita muutoksista');
	paragraph('Kerro heti, jos tulosi, vuokrasi tai ruokakuntasi muuttuu tai jos muutat toiseen asuntoon.');
	heading('Jos olet eri mieltä');
	paragraph('Oikeassa päätöksessä kerrottaisiin tässä, miten siihen haetaan muutosta ja mihin mennessä.');
	return pdfBytes(document);
}
