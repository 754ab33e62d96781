/** The smallest JPEGs whose heads and ends are whole: grey, 8 pixels wide, `number` + 8 high, so that each tells which it is. */
export const smallPage = (number: number): Uint8Array =>
	Uint8Array.from([
		...[0xff, 0xd8, 0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, number + 8, 0x00, 0x08, 0x01, 0x01, 0x11, 0x00],
		...[0xff, 0xda, 0x00, 0x03, 0x00, 0x02, 0xff, 0xd9]
	]);

export const smallPages = (count: number): readonly Uint8Array[] =>
	Array.from({ length: count }, (_, index) => smallPage(index + 1));

/** Which of the small pages this is. */
export const numberOf = ({ heightPx }: { readonly heightPx: number }): number => heightPx - 8;
