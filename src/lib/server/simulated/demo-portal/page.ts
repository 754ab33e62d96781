import type { Language } from '../../../domain/language.ts';
import { markup, type Markup } from './markup.ts';
import type { SiteAnswer } from './site.ts';

export interface Page {
	readonly theme: 'portal' | 'bank' | 'evil';
	readonly language: Language;
	readonly title: string;
	/** What stands above the content: name of the place, navigation. */
	readonly header: Markup;
	readonly content: Markup;
	readonly footer: Markup;
	readonly skip: string;
	readonly status?: number;
	/** Script files of the same origin. */
	readonly scripts?: readonly string[];
	readonly headers?: SiteAnswer['headers'];
	/** Sources that this page's policy allows besides its own origin. */
	readonly policy?: { readonly formAction?: string; readonly images?: string };
}

const policyOf = ({ formAction = '', images = '' }: NonNullable<Page['policy']>) =>
	[
		"default-src 'none'",
		"style-src 'self'",
		"script-src 'self'",
		`img-src 'self' ${images}`.trim(),
		`form-action 'self' ${formAction}`.trim(),
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join('; ');

/** A whole page under a strict policy; nothing of it may be kept or framed. */
export const pageAnswer = (page: Page): SiteAnswer => ({
	status: page.status ?? 200,
	headers: {
		'content-type': 'text/html; charset=utf-8',
		'content-language': page.language,
		'cache-control': 'no-store',
		'content-security-policy': policyOf(page.policy ?? {}),
		'x-frame-options': 'DENY',
		'x-content-type-options': 'nosniff',
		// `no-referrer` would turn the Origin of the page's own forms into "null".
		'referrer-policy': 'same-origin',
		...page.headers
	},
	body: markup`<!doctype html>
<html lang="${page.language}" class="${page.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/demo.css">
${(page.scripts ?? []).map((name) => markup`<script src="/${name}" defer></script>`)}
</head>
<body>
<a class="skip" href="#content">${page.skip}</a>
<header>${page.header}</header>
<main id="content" tabindex="-1">${page.content}</main>
<footer>${page.footer}</footer>
</body>
</html>`.html
});
