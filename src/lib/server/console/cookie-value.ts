/** The value of a cookie in a `Cookie` header; null: it is not there. */
export const cookieValue = (header: string | undefined, name: string): string | null =>
	header
		?.split(';')
		.map((part) => part.trim())
		.find((part) => part.startsWith(`${name}=`))
		?.slice(name.length + 1) ?? null;
