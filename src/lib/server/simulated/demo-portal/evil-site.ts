import type { Assets } from './assets.ts';
import { markup } from './markup.ts';
import { pageAnswer } from './page.ts';
import type { Site } from './site.ts';

/** A place that no customer may ever reach from the portal; whoever reads this page has found a hole. */
export const evilSite =
	(assets: Assets): Site =>
	(request) =>
		assets.get(request.path) ??
		pageAnswer({
			theme: 'evil',
			language: 'en',
			title: 'evil.test',
			skip: 'Skip to content',
			header: markup`<div class="brand"><span class="names"><strong>evil.test</strong></span></div><span class="badge">Demo</span>`,
			content: markup`<div class="card narrow"><h1>You should not be here</h1><p class="lead">This host is on no allow-list. If you see it in the portal, a wall has a hole.</p></div>`,
			footer: markup`<p>A page of the demo portal, for tests.</p>`
		});
