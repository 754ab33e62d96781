import { randomUUID } from 'node:crypto';
import type { Assets } from './assets.ts';
import type { HostilePage } from './hostile-page.ts';
import type { LogIn, LogIns } from './log-ins.ts';
import { markup, type Markup } from './markup.ts';
import { pageAnswer, type Page } from './page.ts';
import { cookie, seeOther, type Site, type SiteAnswer, type SiteRequest } from './site.ts';
import { sizeText, type DemoTexts } from './texts.ts';
import { trapPage } from './traps.ts';
import { readUpload, type ReceivedFile, type UploadFault } from './uploads.ts';

export interface PortalSiteOptions {
	readonly assets: Assets;
	readonly logIns: LogIns;
	readonly textsFor: (request: SiteRequest) => DemoTexts;
	readonly uploadLimitBytes: number;
	readonly decision: Uint8Array;
	readonly bankUrl: string;
	readonly onReceived: (files: readonly ReceivedFile[]) => void;
	readonly hostilePage: HostilePage;
}

const logInCookie = '__Host-portal-log-in';
const stateCookie = '__Host-portal-state';
const rememberedCookie = '__Host-portal-remembered';
const yearSeconds = 365 * 24 * 3600;
const formLimitBytes = 256 * 1024;

const alert = (kind: 'good' | 'bad', text: string): Markup =>
	markup`<p class="alert ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${text}</p>`;

const faultStatus: Readonly<Record<UploadFault, number>> = {
	'too-big': 413,
	'nothing-chosen': 400,
	'wrong-type': 415,
	'not-understood': 400
};

/** The portal of a public authority that does not exist: log-in through a bank, attachments, a decision, messages. */
export function portalSite(options: PortalSiteOptions): Site {
	const { assets, logIns, textsFor, uploadLimitBytes, decision, bankUrl, onReceived } = options;
	const bankOrigin = new URL(bankUrl).origin;

	const page = (
		request: SiteRequest,
		title: string,
		content: Markup,
		more: Partial<Pick<Page, 'status' | 'scripts' | 'headers' | 'policy'>> & { loggedIn?: boolean } = {}
	): SiteAnswer => {
		const texts = textsFor(request);
		const { loggedIn = logIns.find(request.cookies.get(logInCookie)) !== undefined, ...rest } = more;
		const entry = (path: string, name: string) =>
			markup`<a href="${path}"${request.path === path ? markup` aria-current="page"` : null}>${name}</a>`;
		return pageAnswer({
			theme: 'portal',
			language: request.language,
			title: `${title} - ${texts.service}`,
			skip: texts.skip,
			policy: { formAction: bankOrigin },
			header: markup`<div class="brand"><img class="mark" src="/icon.svg" alt="" width="48" height="48"><span class="names"><strong>${texts.service}</strong><span>${texts.agency}</span></span></div><span class="badge">${texts.demo}</span>${
				loggedIn
					? markup`<nav>${entry('/', texts.nav.home)}${entry('/attachments', texts.nav.attachments)}${entry('/decision', texts.nav.decision)}${entry('/messages', texts.nav.messages)}<a class="leave" href="/logout">${texts.nav.logOut}</a></nav>`
					: null
			}`,
			content,
			footer: markup`<p>${texts.demoNote}</p>`,
			...rest
		});
	};

	const startPage = (request: SiteRequest): SiteAnswer => {
		const { start } = textsFor(request);
		return page(
			request,
			start.title,
			markup`${request.query.has('logged-out') ? alert('good', start.loggedOut) : null}${request.query.has('log-in-failed') ? alert('bad', start.logInFailed) : null}
<div class="welcome"><div><h1>${start.title}</h1>
<p class="lead">${start.lead}</p>
<form method="post" action="/login"><button type="submit" class="big">${start.logIn}</button></form></div>
<ul class="ticks">${start.points.map((point) => markup`<li>${point}</li>`)}</ul></div>`
		);
	};

	const homePage = (request: SiteRequest): SiteAnswer => {
		const { attachments, home, nav } = textsFor(request);
		return page(
			request,
			home.title,
			markup`<h1>${home.title}</h1>
<section class="notice"><div><h2>${home.missingTitle}</h2><p>${home.missing}</p></div><a class="button" href="/attachments">${attachments.title}</a></section>
<div class="tiles">
<a class="tile" href="/attachments"><strong>${nav.attachments}</strong><span>${home.attachmentsHint}</span></a>
<a class="tile" href="/decision"><strong>${nav.decision}</strong><span>${home.decisionHint}</span></a>
<a class="tile" href="/messages"><strong>${nav.messages}</strong><span>${home.messagesHint}</span></a>
<a class="tile" href="/help" target="_blank" rel="noopener"><strong>${home.help}</strong><span>${home.helpHint}</span></a>
</div>
<p class="elsewhere"><a href="https://evil.test/">${home.outside}</a></p>`
		);
	};

	const attachmentsPage = (request: SiteRequest, logIn: LogIn, fault?: UploadFault): SiteAnswer => {
		const { attachments: words } = textsFor(request);
		const sent = fault === undefined && request.query.has('sent');
		const accept = 'application/pdf,image/jpeg';
		const row = (file: ReceivedFile) =>
			markup`<tr><td>${file.name}</td><td>${sizeText(request.language, file.sizeBytes)} <small>(${file.sizeBytes} B)</small></td><td><code>${file.sha256}</code></td></tr>`;
		const receipt =
			logIn.received.length === 0
				? markup``
				: markup`<section><h2>${words.receivedTitle}</h2><table class="received"><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.size}</th><th scope="col">${words.fingerprint}</th></tr></thead><tbody>${logIn.received.map(row)}</tbody></table></section>`;
		return page(
			request,
			words.title,
			markup`<h1>${words.title}</h1>
${fault === undefined ? null : alert('bad', words.faults[fault])}${sent ? [alert('good', words.received), receipt] : []}
<p class="lead">${words.lead}</p>
<form class="card" method="post" action="/attachments" enctype="multipart/form-data">
<div class="columns">
<div><label for="attachment">${words.one}</label><p class="hint" id="attachment-hint">${words.oneHint}</p>
<input id="attachment" name="attachment" type="file" accept="${accept}" aria-describedby="attachment-hint"></div>
<div><label for="more">${words.many}</label><p class="hint" id="more-hint">${words.manyHint}</p>
<input id="more" name="more" type="file" accept="${accept}" multiple aria-describedby="more-hint"></div>
</div>
<div class="row"><button type="submit">${words.send}</button></div>
</form>
${sent ? null : receipt}`,
			fault === undefined ? {} : { status: faultStatus[fault] }
		);
	};

	const decisionPage = (request: SiteRequest): SiteAnswer => {
		const { decision: words } = textsFor(request);
		return page(
			request,
			words.title,
			markup`<h1>${words.title}</h1>
<p class="hint">${words.date}</p>
<div class="card"><p class="lead"><strong>${words.summary}</strong></p>
<dl>${words.facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<div class="row"><a class="button" href="/decision/paatos.pdf">${words.download}</a><a class="button quiet" href="/decision/paatos.pdf?inline">${words.open}</a><button type="button" class="quiet" data-print>${words.print}</button></div></div>`,
			{ scripts: ['print-button.js'] }
		);
	};

	const decisionFile = (request: SiteRequest): SiteAnswer => ({
		status: 200,
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `${request.query.has('inline') ? 'inline' : 'attachment'}; filename="paatos.pdf"`,
			'cache-control': 'no-store',
			'x-frame-options': 'DENY',
			'x-content-type-options': 'nosniff'
		},
		body: decision
	});

	const messagesPage = (request: SiteRequest): SiteAnswer => {
		const { messages, remember } = textsFor(request);
		return page(
			request,
			messages.title,
			markup`<h1>${messages.title}</h1>
${request.query.has('sent') ? alert('good', messages.sent) : null}
<p class="lead">${messages.lead}</p>
<form class="card" method="post" action="/messages" autocomplete="off">
<label for="message">${messages.label}</label>
<textarea id="message" name="message" rows="6" maxlength="4000" required></textarea>
<div class="row"><button type="submit">${messages.send}</button></div>
</form>
<p class="elsewhere"><a href="/remember">${remember.title}</a></p>`
		);
	};

	const helpPage = (request: SiteRequest): SiteAnswer => {
		const { help } = textsFor(request);
		return page(
			request,
			help.title,
			markup`<div class="card narrow"><h1>${help.title}</h1><ol>${help.points.map((point) => markup`<li>${point}</li>`)}</ol><p class="hint">${help.close}</p></div>`
		);
	};

	const rememberPage = (request: SiteRequest): SiteAnswer => {
		const { remember } = textsFor(request);
		const value = request.query.get('value') ?? '';
		return page(
			request,
			remember.title,
			markup`<div class="card narrow"><h1>${remember.title}</h1>
${value === '' ? null : markup`<p class="alert good" role="status">${remember.kept} <strong data-remember>${value}</strong></p>`}
<form method="get" action="/remember"><label for="value">${remember.label}</label><input id="value" name="value" type="text" maxlength="200" required><div class="row"><button type="submit">${remember.keep}</button></div></form></div>`,
			value === ''
				? {}
				: { scripts: ['remember.js'], headers: { 'set-cookie': cookie(rememberedCookie, value, yearSeconds) } }
		);
	};

	const notFoundPage = (request: SiteRequest): SiteAnswer => {
		const { notFound } = textsFor(request);
		return page(
			request,
			notFound.title,
			markup`<div class="card narrow"><h1>${notFound.title}</h1><p class="lead">${notFound.lead}</p><a class="button" href="/">${notFound.home}</a></div>`,
			{ status: 404 }
		);
	};

	const beginLogIn = (): SiteAnswer => {
		const state = randomUUID();
		return seeOther(`${bankUrl}?${new URLSearchParams({ state }).toString()}`, {
			'set-cookie': cookie(stateCookie, state)
		});
	};

	const finishLogIn = (request: SiteRequest): SiteAnswer => {
		const state = request.query.get('state');
		const mine = state !== null && state === request.cookies.get(stateCookie);
		const token = mine ? logIns.redeem(request.query.get('code') ?? '') : undefined;
		const stateGone = cookie(stateCookie, '', 0);
		if (token === undefined) return seeOther('/?log-in-failed', { 'set-cookie': stateGone });
		return seeOther('/', { 'set-cookie': [stateGone, cookie(logInCookie, token)] });
	};

	const logOut = (request: SiteRequest): SiteAnswer => {
		logIns.end(request.cookies.get(logInCookie));
		return seeOther('/?logged-out', { 'set-cookie': cookie(logInCookie, '', 0) });
	};

	const takeUpload = async (request: SiteRequest, logIn: LogIn): Promise<SiteAnswer> => {
		const upload = await readUpload(request, uploadLimitBytes);
		if ('fault' in upload) return attachmentsPage(request, logIn, upload.fault);
		logIn.received = [...logIn.received, ...upload];
		onReceived(upload);
		return seeOther('/attachments?sent');
	};

	const takeMessage = async (request: SiteRequest): Promise<SiteAnswer> => {
		await request.body(formLimitBytes);
		return seeOther('/messages?sent');
	};

	const open: Readonly<Record<string, (request: SiteRequest) => SiteAnswer>> = {
		'POST /login': beginLogIn,
		'GET /login/return': finishLogIn,
		'GET /logout': logOut,
		'POST /logout': logOut,
		'GET /help': helpPage,
		'GET /remember': rememberPage
	};
	const whenLoggedIn: Readonly<
		Record<string, (request: SiteRequest, logIn: LogIn) => SiteAnswer | Promise<SiteAnswer>>
	> = {
		'GET /attachments': (request, logIn) => attachmentsPage(request, logIn),
		'POST /attachments': takeUpload,
		'GET /decision': decisionPage,
		'GET /decision/paatos.pdf': decisionFile,
		'GET /messages': messagesPage,
		'POST /messages': takeMessage
	};

	return (request) => {
		const asset = assets.get(request.path) ?? options.hostilePage.answer(request);
		if (asset !== undefined) return asset;
		const route = `${request.method} ${request.path}`;
		const logIn = logIns.find(request.cookies.get(logInCookie));
		if (route === 'GET /') return logIn === undefined ? startPage(request) : homePage(request);
		const trap = trapPage(request);
		if (trap !== undefined) return page(request, trap.title, trap.content, trap);
		const openRoute = open[route];
		if (openRoute !== undefined) return openRoute(request);
		const privateRoute = whenLoggedIn[route];
		if (privateRoute === undefined) return notFoundPage(request);
		return logIn === undefined ? seeOther('/') : privateRoute(request, logIn);
	};
}
