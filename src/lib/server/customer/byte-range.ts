/** A part of a file, without its end. */
export interface ByteRange {
	readonly from: number;
	readonly to: number;
}

/**
 * The part of a file that a Range header asks for (RFC 9110 §14.2). `whole`: it asks for none, or in a way that may be ignored (several
 * parts, another unit). `outside`: the file has no such part.
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'whole' | 'outside' {
	const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
	const [first, last] = [asked?.[1] ?? '', asked?.[2] ?? ''];
	if (first === '' && last === '') return 'whole';
	if (first === '') return Number(last) === 0 ? 'outside' : { from: Math.max(0, size - Number(last)), to: size };
	if (last !== '' && Number(last) < Number(first)) return 'whole';
	if (Number(first) >= size) return 'outside';
	return { from: Number(first), to: last === '' ? size : Math.min(size, Number(last) + 1) };
}
