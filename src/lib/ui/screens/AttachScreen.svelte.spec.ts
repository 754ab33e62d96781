import { beforeAll, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import type { FitView } from '../../session/session-view.ts';
import { catalogues } from '../../i18n/catalogues.ts';
import KioskScreen from '../KioskScreen.svelte';
import { FixedSession } from '../fixtures/fixed-session.svelte.ts';
import { longPaper, views, type ViewName } from '../fixtures/views.ts';

vi.mock('../viewer/pdf-document.ts', () => ({
	openDocument: () => Promise.resolve({ pageCount: 11, draw: () => Promise.resolve(), close: () => undefined })
}));
beforeAll(() => import('./VisitScreen.svelte'), 60_000);

const { attach } = catalogues.fi;
const nbsp = '\u00A0';

async function show(name: ViewName) {
	await page.viewport(1280, 800);
	const session = new FixedSession(views[name]('fi'));
	const { container } = await render(KioskScreen, { session });
	container.style.height = '100vh';
	await expect.poll(() => container.querySelector('main h1')).not.toBe(null);
	const fit = (next: FitView | null) => {
		const { view } = session;
		if (view?.state.name !== 'inSession' || view.state.screen.name !== 'attach') return;
		session.view = { ...view, state: { ...view.state, screen: { ...view.state.screen, fit: next } } };
	};
	const press = (label: string) => page.getByRole('button', { name: label, exact: true }).click();
	return { session, fit, press };
}

it('a paper that is too big says by how much, cannot be chosen, and is made smaller by one press', async () => {
	const { session, press } = await show('attach, too big');
	await expect.element(page.getByRole('checkbox', { name: /Lääkärinlausunto/ })).toBeDisabled();
	await expect.element(page.getByText(attach.tooBig(`20${nbsp}Mt`, 'OmaKela', `10${nbsp}Mt`))).toBeVisible();
	await expect.element(page.getByText(attach.documentTooBig)).toBeVisible();
	await press(`Pienennä: ${longPaper.name}`);
	expect(session.sent).toEqual([{ type: 'make paper fit', paperId: longPaper.id }]);
});

it('it is said how far it is, with the focus where reading begins, and can be cancelled', async () => {
	const { session, press } = await show('attach, fitting');
	await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
	await expect.element(page.getByText('Sivu 7 / 11')).toBeVisible();
	await press(attach.fitting.cancel);
	expect(session.sent).toEqual([{ type: 'keep paper as it was' }]);
});

it('the smaller paper is shown with every loss; once used, it is chosen', async () => {
	const { session, fit, press } = await show('attach, fitted');
	await expect.element(page.getByRole('heading', { name: `Nyt se mahtuu: 8,2${nbsp}Mt` })).toHaveFocus();
	const { sharpness, grey, packed, use } = attach.fitted;
	for (const loss of [sharpness(300, 150), grey, packed]) await expect.element(page.getByText(loss)).toBeVisible();
	await press(use);
	fit(null);
	await expect.element(page.getByRole('checkbox', { name: /Lääkärinlausunto/ })).toBeChecked();
	await press('Liitä paperi');
	expect(session.sent).toEqual([{ type: 'use smaller paper' }, { type: 'attach papers', paperIds: [longPaper.id] }]);
});

it('a paper that never fits is split after the last page that does, and that part is made smaller', async () => {
	const { session, press } = await show('attach, cannot fit');
	await expect.element(page.getByText(attach.cannotFit.pagesFit(7, 11))).toBeVisible();
	await press(attach.cannotFit.split(7));
	expect(session.sent).toEqual([
		{ type: 'edit paper', edit: { type: 'split paper', paperId: longPaper.id, pageId: 'long-9' } },
		{ type: 'make paper fit', paperId: longPaper.id }
	]);
});

it.each([
	['attach, not one page fits', attach.scanPaper, [{ type: 'go to', screen: 'scan' }]],
	[
		'attach, fitting failed',
		catalogues.fi.common.tryAgain,
		[{ type: 'keep paper as it was' }, { type: 'make paper fit', paperId: longPaper.id }]
	]
] as const)('%s: there is a way on, and one back', async (name, on, commands) => {
	const { session, press } = await show(name);
	await press(on);
	await press(attach.cannotFit.back);
	expect(session.sent).toEqual([...commands, { type: 'keep paper as it was' }]);
});
