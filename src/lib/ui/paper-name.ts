import type { Paper } from '../domain/paper.ts';
import type { Catalogue } from '../i18n/catalogue.ts';

/** What the tray calls a paper that nobody has named. */
const unnamed = /^Paper (\d{1,4})$/;

/** A paper's name in the customer's language; a name that the customer gave stays as it is. */
export function paperName(paper: Paper, texts: Catalogue): string {
	const number = unnamed.exec(paper.name)?.[1];
	return number === undefined ? paper.name : texts.papers.unnamed(Number(number));
}
