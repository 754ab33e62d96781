import PDFDocument from 'pdfkit';
import type { Assets } from './assets.ts';
import { channelTexts, type ChannelTexts } from './channel-texts.ts';
import { markup, type Markup } from './markup.ts';
import { pageAnswer } from './page.ts';
import { pdfBytes } from './pdf-bytes.ts';
import { seeOther, type Site, type SiteAnswer, type SiteRequest } from './site.ts';
import type { DemoTexts } from './texts.ts';

interface ChannelsSiteOptions {
	readonly assets: Assets;
	readonly textsFor: (request: SiteRequest) => DemoTexts;
}

const formLimitBytes = 16 * 1024;
/** Made up, so that nobody takes it for the rule of a benefit. */
const exampleShare = 0.5;

/** Plays the public sites of the channels, one path for each: information, calculators, forms, chat, places, phone. */
export function channelsSite({ assets, textsFor }: ChannelsSiteOptions): Site {
	const page = (request: SiteRequest, title: string, content: Markup, scripts: readonly string[] = []): SiteAnswer => {
		const [demo, texts] = [textsFor(request), channelTexts[request.language]];
		const entry = (path: string, name: string) =>
			markup`<a href="${path}"${request.path === path ? markup` aria-current="page"` : null}>${name}</a>`;
		return pageAnswer({
			theme: 'portal',
			language: request.language,
			title: `${title} - ${texts.service}`,
			skip: demo.skip,
			header: markup`<div class="brand"><img class="mark" src="/icon.svg" alt="" width="48" height="48"><span class="names"><strong>${texts.service}</strong><span>${demo.agency}</span></span></div><span class="badge">${demo.demo}</span><nav>${entry('/calculators', texts.calculators.title)}${entry('/paper-form', texts.forms.title)}${entry('/chat', texts.chat.title)}${entry('/service-point', texts.places.title)}</nav>`,
			content,
			footer: markup`<p>${demo.demoNote}</p>`,
			scripts
		});
	};
	const told = (request: SiteRequest, { title, lead }: { title: string; lead: string }) =>
		page(request, title, markup`<h1>${title}</h1><p class="lead">${lead}</p>`);

	const calculators = (request: SiteRequest, { calculators: words }: ChannelTexts) => {
		const rent = Number(request.query.get('rent') ?? NaN);
		return page(
			request,
			words.title,
			markup`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${Number.isFinite(rent) ? markup`<p class="alert good" role="status">${words.result(Math.round(rent * exampleShare))}</p>` : null}
<form class="card" method="get" action="/calculators" autocomplete="off"><label for="rent">${words.rent}</label><input id="rent" name="rent" type="number" min="0" max="9999" required><div class="row"><button type="submit">${words.count}</button></div></form>`
		);
	};

	const forms = (request: SiteRequest, { forms: words }: ChannelTexts) =>
		page(
			request,
			words.title,
			markup`<h1>${words.title}</h1><p class="lead">${words.lead}</p><div class="row"><a class="button" href="/paper-form/lomake.pdf">${words.download}</a><button type="button" class="quiet" data-print>${words.print}</button></div>`,
			['print-button.js']
		);

	const form = async (_: SiteRequest, { forms: words }: ChannelTexts): Promise<SiteAnswer> => {
		const document = new PDFDocument({ size: 'A4', info: { Title: words.form } });
		document.fontSize(20).text(words.form);
		return {
			status: 200,
			headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="lomake.pdf"' },
			body: await pdfBytes(document)
		};
	};

	const chat = (request: SiteRequest, { chat: words }: ChannelTexts) =>
		page(
			request,
			words.title,
			markup`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${request.query.has('asked') ? markup`<p class="alert good" role="status">${words.answer}</p>` : null}
<form class="card" method="post" action="/chat" autocomplete="off"><label for="question">${words.question}</label><textarea id="question" name="question" rows="3" maxlength="500" required></textarea><div class="row"><button type="submit">${words.send}</button></div></form>`
		);

	const places = (request: SiteRequest, texts: ChannelTexts) => told(request, texts.places);
	const routes: Readonly<
		Record<string, (request: SiteRequest, texts: ChannelTexts) => SiteAnswer | Promise<SiteAnswer>>
	> = {
		'GET /calculators': calculators,
		'GET /paper-form': forms,
		'GET /paper-form/lomake.pdf': form,
		'GET /chat': chat,
		'POST /chat': async (request) => {
			await request.body(formLimitBytes);
			return seeOther('/chat?asked');
		},
		'GET /service-point': places,
		'GET /partner-point': places,
		'GET /remote-service': places,
		'GET /phone': (request, texts) => told(request, texts.phone)
	};

	return (request) => {
		const texts = channelTexts[request.language];
		const route = routes[`${request.method} ${request.path}`];
		return assets.get(request.path) ?? route?.(request, texts) ?? told(request, texts.home);
	};
}
