import type { Assets } from './assets.ts';
import type { LogIns } from './log-ins.ts';
import { markup } from './markup.ts';
import { pageAnswer } from './page.ts';
import { cookie, seeOther, type Site, type SiteAnswer, type SiteRequest } from './site.ts';
import type { DemoTexts } from './texts.ts';

interface BankOptions {
	readonly assets: Assets;
	readonly logIns: LogIns;
	readonly textsFor: (request: SiteRequest) => DemoTexts;
	/** The only place that a customer is sent back to. */
	readonly returnTo: string;
}

const formLimitBytes = 16 * 1024;

/** Plays the customer's bank: asks for a user ID, takes any, and sends the customer back with a one-time code. */
export function bankSite({ assets, logIns, textsFor, returnTo }: BankOptions): Site {
	const logInPage = (request: SiteRequest, state: string, missing: boolean): SiteAnswer => {
		const texts = textsFor(request);
		const { bank } = texts;
		return pageAnswer({
			theme: 'bank',
			language: request.language,
			title: `${bank.title} - ${bank.name}`,
			skip: texts.skip,
			status: missing ? 400 : 200,
			headers: { 'set-cookie': cookie('__Host-bank-visit', 'started') },
			// Chromium applies form-action to where the answer redirects as well.
			policy: { formAction: new URL(returnTo).origin },
			header: markup`<div class="brand"><span class="mark" aria-hidden="true"></span><span class="names"><strong>${bank.name}</strong></span></div><span class="badge">${texts.demo}</span>`,
			content: markup`<div class="card narrow">
<h1>${bank.title}</h1>
<p class="lead">${bank.lead}</p>
${missing ? markup`<p class="alert bad" role="alert">${bank.missing}</p>` : null}
<form method="post" action="/confirm" autocomplete="off">
<input type="hidden" name="state" value="${state}">
<label for="user-id">${bank.userId}</label>
<p class="hint" id="user-id-hint">${bank.userIdHint}</p>
<input id="user-id" name="userId" type="text" inputmode="numeric" maxlength="40" aria-describedby="user-id-hint" required>
<div class="row"><button type="submit">${bank.confirm}</button><a class="button quiet" href="${returnTo}?cancelled">${bank.cancel}</a></div>
</form>
</div>`,
			footer: markup`<p>${texts.demoNote}</p>`
		});
	};

	return async (request) => {
		const asset = assets.get(request.path);
		if (asset !== undefined) return asset;
		if (request.method === 'GET' && request.path === '/login') {
			return logInPage(request, request.query.get('state') ?? '', false);
		}
		if (request.method === 'POST' && request.path === '/confirm') {
			const body = await request.body(formLimitBytes);
			if (body === 'too-big') return { status: 413, body: 'Too big' };
			const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
			const state = form.get('state') ?? '';
			if ((form.get('userId') ?? '').trim() === '') return logInPage(request, state, true);
			return seeOther(`${returnTo}?${new URLSearchParams({ code: logIns.issueCode(), state }).toString()}`);
		}
		return seeOther('/login');
	};
}
