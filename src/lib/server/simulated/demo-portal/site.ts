import { languages, type Language } from '../../../domain/language.ts';

/** A request as a site sees it. */
export interface SiteRequest {
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly query: URLSearchParams;
	readonly cookies: ReadonlyMap<string, string>;
	readonly language: Language;
	readonly contentType: string;
	/** The whole body, or `too-big`; what is over the limit is read and thrown away, so that the answer reaches the browser. */
	body(limitBytes: number): Promise<Uint8Array | 'too-big'>;
}

export interface SiteAnswer {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
	readonly body?: string | Uint8Array;
}

export type Site = (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>;

export const seeOther = (location: string, headers: SiteAnswer['headers'] = {}): SiteAnswer => ({
	status: 303,
	headers: { location, ...headers }
});

/** A cookie that no script can read and that never leaves by plain HTTP; RFC 6265bis §4.1. Without an age it ends with the browser. */
export const cookie = (name: string, value: string, maxAgeSeconds?: number): string =>
	`${name}=${encodeURIComponent(value)}; Path=/; Secure; HttpOnly; SameSite=Lax` +
	(maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`);

/** The cookies of a Cookie header; a value that is not percent-encoded right is left out. */
export function cookiesOf(header: string): ReadonlyMap<string, string> {
	const pairs = header.split(';').flatMap((pair): [string, string][] => {
		const [name = '', ...value] = pair.trim().split('=');
		try {
			return name === '' ? [] : [[name, decodeURIComponent(value.join('='))]];
		} catch {
			return [];
		}
	});
	return new Map(pairs);
}

/** The language that the reader likes best among ours (RFC 9110 §12.5.4); Finnish when none is named. */
export function preferredLanguage(acceptLanguage: string): Language {
	const wishes = acceptLanguage
		.split(',')
		.map((wish) => {
			const [tag = '', quality] = wish.trim().toLowerCase().split(';q=');
			return { language: languages.find((name) => name === tag.split('-')[0]), quality: Number(quality ?? 1) };
		})
		.sort((one, other) => other.quality - one.quality);
	return wishes.find((wish) => wish.language !== undefined && wish.quality > 0)?.language ?? 'fi';
}
