/** A text of the program or its configuration that one started shell has otherwise: so a test takes one control away. */
export interface Change {
	/** From the project's folder: below `kiosk-config/` the shell's own copy is changed, below `src/` what its process loads. */
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** The changed text; throws where there is nothing to change, for then nothing would be taken away. */
export function changed(text: string, { file, from, to }: Change): string {
	if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
	return text.replaceAll(from, to);
}

/** Where `changed-sources.ts` finds the changes of the process that loads it. */
export const changesVariable = 'KIOSK_TEST_CHANGES';
