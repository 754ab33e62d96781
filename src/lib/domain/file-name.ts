const maxCharacters = 60;

/** Invisible or not to be shown: controls, bidi and zero-width characters, lone surrogates, private and unassigned characters. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Separators of paths, and what Windows allows in no file name. */
const separators = /[/\\:*?"<>|]/g;
const knownExtension = /\.(pdf|jpe?g|png)$/i;

/**
 * A name for a paper that is safe to show and to use in a file name: at most 60 characters, one line, no separators of paths, no
 * characters that hide or turn others round; å, ä, ö, š and ŋ stay. `null` when nothing readable is left. Cleaning twice changes nothing.
 */
export function cleanPaperName(raw: string): string | null {
	const readable = raw.replaceAll(/\s+/g, ' ').replaceAll(invisible, '').replaceAll(separators, '-').normalize('NFC');
	// A leading dot would hide a file, a trailing one is lost on Windows.
	const name = trimmed([...trimmed(readable)].slice(0, maxCharacters).join(''));
	return /[\p{L}\p{N}\p{S}]/u.test(name) ? name : null;
}

/** The paper name for a file that comes from outside: its last part without the folders and without .pdf, .jpg or .png. */
export function paperNameOfFile(fileName: string): string | null {
	const lastPart = fileName.split(/[/\\]/).at(-1) ?? '';
	return cleanPaperName(lastPart.replaceAll(invisible, '').trim().replace(knownExtension, ''));
}

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type DocumentMediaType = keyof typeof extensions;

/** The file name under which a paper leaves the tray, "Päätös 2.pdf": one path segment of at most 245 bytes. */
export const fileNameOfPaper = (name: string, mediaType: DocumentMediaType): string =>
	`${cleanPaperName(name) ?? 'document'}.${extensions[mediaType]}`;

const trimmed = (text: string): string => text.replaceAll(/ +/g, ' ').replaceAll(/^[ .]+|[ .]+$/g, '');
