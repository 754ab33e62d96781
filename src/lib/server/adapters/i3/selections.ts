import type { WipeProof } from '../../../domain/wipe.ts';
import { words, xRequest, type XConnection } from './x-connection.ts';
import { internAtom } from './x-requests.ts';

const primary = 1;
const secondary = 2;
/** CUT_BUFFER0…7, properties of the root window that outlive the program that wrote them (ICCCM 2.8). */
const cutBuffers = [9, 10, 11, 12, 13, 14, 15, 16];
const currentTime = 0;
const nobody = 0;

const ownerOf = (x: XConnection, selection: number) => x.ask(xRequest(23, 0, words(selection)));
const hasProperty = (x: XConnection, property: number) =>
	x.ask(xRequest(20, 0, words(x.rootWindow, property, 0, 0, 0)));

/**
 * Takes every selection from its owner (SetSelectionOwner None; the owner is told and forgets) and deletes the cut buffers,
 * then asks the server for what is left. A server that does not answer proves nothing.
 */
export async function wipeSelections(x: XConnection): Promise<Pick<WipeProof, 'proven' | 'lookedAt' | 'found'>> {
	const lookedAt = ['PRIMARY, SECONDARY, CLIPBOARD', 'cut buffers 0 to 7'];
	const clipboard = await internAtom(x, 'CLIPBOARD');
	if (clipboard === null) return { proven: false, lookedAt: [], found: ['an X server that does not answer'] };
	const selections = [primary, secondary, clipboard];
	for (const selection of selections) x.send(xRequest(22, 0, words(nobody, selection, currentTime)));
	for (const buffer of cutBuffers) x.send(xRequest(19, 0, words(x.rootWindow, buffer)));

	const owners = await Promise.all(selections.map((selection) => ownerOf(x, selection)));
	const properties = await Promise.all(cutBuffers.map((buffer) => hasProperty(x, buffer)));
	if ([...owners, ...properties].includes(null)) {
		return { proven: false, lookedAt, found: ['an X server that does not answer'] };
	}
	const owned = owners.filter((reply) => reply?.readUInt32LE(8) !== nobody).length;
	const filled = properties.filter((reply) => reply?.readUInt32LE(8) !== 0).length;
	const found = [
		...(owned > 0 ? [`${owned} selections with an owner`] : []),
		...(filled > 0 ? [`${filled} cut buffers`] : [])
	];
	return { proven: found.length === 0, lookedAt, found };
}
