import { markup, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import type { SiteRequest } from './site.ts';

/** A page that misbehaves, for tests of the bar, the idle timer and End. In English: its readers are testers. */
export interface TrapPage extends Partial<Pick<Page, 'scripts' | 'policy'>> {
	readonly title: string;
	readonly content: Markup;
}

const traps: Readonly<Record<string, { title: string; lead: string; button?: string }>> = {
	dialogs: { title: 'Dialogs without end', lead: 'The button opens one dialog after another.', button: 'Open dialogs' },
	leaving: {
		title: 'Wants nobody to leave',
		lead: 'After a press on the button, leaving asks again.',
		button: 'Hold me'
	},
	hang: { title: 'Hangs', lead: 'The button keeps the page busy for ever.', button: 'Hang' },
	'pop-ups': { title: 'Opens pages', lead: 'The button opens five pages.', button: 'Open five pages' },
	outside: { title: 'Loads from outside', lead: 'Loads a picture from a place that the portal may not reach.' }
};

const shell = (title: string, content: Markup): Markup =>
	markup`<div class="card narrow"><h1>${title}</h1>${content}</div>`;

/** The trap at this address (`/trap`, `/trap/NAME`), or undefined. `/trap/outside?address=URL` loads a picture from there. */
export function trapPage(request: SiteRequest): TrapPage | undefined {
	if (request.method !== 'GET') return undefined;
	if (request.path === '/trap') {
		const list = Object.entries(traps).map(
			([name, { title }]) => markup`<li><a href="/trap/${name}">${title}</a></li>`
		);
		return { title: 'Traps', content: shell('Traps', markup`<ul>${list}</ul>`) };
	}
	const name = request.path.startsWith('/trap/') ? request.path.slice('/trap/'.length) : '';
	const trap = traps[name];
	if (trap === undefined) return undefined;
	const lead = markup`<p class="lead">${trap.lead}</p>`;
	const scripts = [`trap-${name}.js`];
	if (trap.button !== undefined) {
		const button = markup`${lead}<button type="button" data-trap>${trap.button}</button>`;
		return { title: trap.title, content: shell(trap.title, button), scripts };
	}
	const address = request.query.get('address') ?? 'https://evil.test/icon.svg';
	const picture = markup`${lead}<p>Picture: <strong data-outcome>loading</strong></p><img data-outside src="${address}" alt="">`;
	return { title: trap.title, content: shell(trap.title, picture), scripts, policy: { images: 'https: http:' } };
}
