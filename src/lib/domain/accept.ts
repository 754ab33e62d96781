import { fileNameOfPaper, type DocumentMediaType } from './file-name.ts';
import type { Paper } from './paper.ts';

const extensions: Readonly<Record<DocumentMediaType, readonly string[]>> = {
	'application/pdf': ['.pdf'],
	'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
	'image/png': ['.png']
};

/**
 * In which form a paper can be handed to a file input with this `accept` (HTML 4.10.5.1.17): as it is, or as a PDF where the page
 * takes no picture. A scan is always a PDF. `null`: the page takes neither.
 */
export function handedType(paper: Paper, accept: readonly string[]): DocumentMediaType | null {
	const own = paper.kind === 'pages' ? 'application/pdf' : paper.mediaType;
	const tokens = accept.map((token) => token.trim().toLowerCase()).filter((token) => token !== '');
	const takes = (type: DocumentMediaType) => tokens.length === 0 || tokens.some((token) => covers(token, type));
	if (takes(own)) return own;
	return takes('application/pdf') ? 'application/pdf' : null;
}

/** Whether a paper can be handed to a file input with this `accept`; an empty list takes anything. */
export const fitsAccept = (paper: Paper, accept: readonly string[]): boolean => handedType(paper, accept) !== null;

/** The file name that the page will see for a paper: "Päätös 2.pdf". */
export const portalFileName = (paper: Paper, handedAs: DocumentMediaType = 'application/pdf'): string =>
	fileNameOfPaper(paper.name, handedAs);

function covers(token: string, type: DocumentMediaType): boolean {
	if (token.startsWith('.')) return extensions[type].includes(token);
	const mediaRange = token.split(';', 1)[0]?.trim() ?? '';
	return mediaRange === type || mediaRange === '*/*' || mediaRange === `${type.split('/', 1)[0]}/*`;
}
