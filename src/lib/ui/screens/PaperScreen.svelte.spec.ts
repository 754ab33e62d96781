import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import axe from 'axe-core';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import type { VisitView } from '../../session/session-view.ts';
import { catalogues } from '../../i18n/catalogues.ts';
import KioskScreen from '../KioskScreen.svelte';
import { FixedSession } from '../fixtures/fixed-session.svelte.ts';
import { decision, longPaper, scannedPaper, views, type ViewName } from '../fixtures/views.ts';

const drawn = vi.hoisted(() => [] as string[]);
vi.mock('../viewer/pdf-document.ts', () => ({
	openDocument: () =>
		Promise.resolve({
			pageCount: 2000,
			draw: (_canvas: unknown, number: number, _box: unknown, zoom: number) => {
				drawn.push(`${number}@${zoom}`);
				return Promise.resolve();
			},
			close: () => undefined
		})
}));
beforeAll(() => import('./VisitScreen.svelte'), 60_000);
beforeEach(async () => {
	drawn.length = 0;
	await page.viewport(1280, 800);
});
afterEach(() => vi.unstubAllGlobals());

const texts = catalogues.fi.paper;

async function show(name: ViewName) {
	const session = new FixedSession(views[name]('fi'));
	const { container } = await render(KioskScreen, { session });
	container.style.height = '100vh';
	await expect.poll(() => container.querySelector('nav')).not.toBe(null);
	const edits = () => session.sent.map((command) => (command.type === 'edit paper' ? command.edit : command));
	const change = (visit: Partial<VisitView>) => {
		const { view } = session;
		if (view?.state.name === 'inSession') session.view = { ...view, state: { ...view.state, ...visit } };
	};
	const button = (label: string) => page.getByRole('button', { name: label, exact: true });
	return { session, container, edits, change, button };
}
/** Panels that no view of the session opens by itself. */
async function shutsNobodyOut(container: Element): Promise<void> {
	const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
	const tools = container.querySelector('.tools');
	expect(tools?.scrollHeight).toBe(tools?.clientHeight);
}
const ids = { paperId: longPaper.id };

describe('the pages of a paper', () => {
	it('are chosen by arrow keys and shown large; a removed one has no number and can be brought back', async () => {
		const { container, button, edits } = await show('paper with many pages');
		button('Sivu 1').element().focus();
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(page.getByText(texts.pageIsRemoved.detail)).toBeVisible();
		expect(document.activeElement?.getAttribute('aria-label')).toBe(texts.removedMark);
		await button(texts.bringBack).click();
		container.querySelector<HTMLElement>('[aria-current]')?.focus();
		await userEvent.keyboard('{End}');
		await expect.element(button('Sivu 11')).toHaveAttribute('aria-current', 'true');
		await expect.poll(() => drawn.at(-1)).toBe('11@1');
		expect(edits()).toEqual([{ type: 'bring page back', ...ids, pageId: 'long-2' }]);
	});

	it('move by keyboard past a removed one, keep the focus and say so', async () => {
		const { button, edits } = await show('paper with many pages');
		button('Sivu 1').element().focus();
		await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
		expect(edits()).toEqual([{ type: 'move page', ...ids, pageId: 'long-1', before: 'long-4' }]);
		await expect.element(page.getByText(texts.movedTo(1, 2))).toBeInTheDocument();
		await expect.element(button('Sivu 1')).toHaveFocus();
	});

	const pointer = (target: Element | Window, type: string, x: number, y: number) =>
		target.dispatchEvent(
			new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, clientX: x, clientY: y, button: 0 })
		);
	it('move by dragging; let go outside of the list, nothing happens', async () => {
		const { container, button, edits } = await show('paper with many pages');
		const from = button('Sivu 1').element();
		const box = (label: string) => button(label).element().getBoundingClientRect();
		const drag = async (x: number, y: number) => {
			const start = from.getBoundingClientRect();
			pointer(from, 'pointerdown', start.x + 20, start.y + 20);
			pointer(window, 'pointermove', x, y);
			await tick();
			const marked = container.querySelector('.target')?.getAttribute('data-page');
			pointer(window, 'pointerup', x, y);
			return marked;
		};
		const third = box('Sivu 3 Tyhjä?');
		const marked = [await drag(900, 400), await drag(third.x + 5, third.y + 40)];
		await expect.poll(edits).toEqual([{ type: 'move page', ...ids, pageId: 'long-1', before: 'long-4' }]);
		expect(marked).toEqual([undefined, 'long-4']);
	});

	it('are turned, removed and flagged by what belongs to the page that is chosen', async () => {
		const { button, edits } = await show('paper with many pages');
		await button(texts.turnRight).click();
		await button(texts.removePage).click();
		await button('Poista: Sivu 3 Tyhjä?').click();
		expect(edits()).toEqual([
			{ type: 'rotate page', ...ids, pageId: 'long-1', rotation: 90 },
			{ type: 'remove page', ...ids, pageId: 'long-1' },
			{ type: 'remove page', ...ids, pageId: 'long-4' }
		]);
	});

	it('are straightened and cropped only where that helps, and made lighter', async () => {
		const { container, button, edits } = await show('paper with many pages');
		await button(texts.mend).click();
		await shutsNobodyOut(container);
		await expect.element(page.getByRole('heading', { name: texts.mend })).toHaveFocus();
		const straighten = button(`${texts.straighten} Sivu on vinossa 1,4°.`);
		await straighten.click();
		await button(`${texts.crop} ${texts.cropDetail}`).click();
		await button(texts.lighter).click();
		await expect.element(button(texts.darker)).toHaveAttribute('aria-disabled', 'true');
		await button('Sivu 2').click();
		await expect.element(straighten).not.toBeInTheDocument();
		await expect.element(page.getByText(texts.crop)).not.toBeInTheDocument();
		const at = { ...ids, pageId: 'long-1' };
		expect(edits()).toEqual([
			{ type: 'straighten page', ...at, on: true },
			{ type: 'crop page', ...at, on: true },
			{ type: 'lighten page', ...at, lightness: 1 }
		]);
	});

	it('become a paper of their own, or take those of another paper after them, whose names are told', async () => {
		const { container, button, edits } = await show('paper with many pages');
		await button('Sivu 2').click();
		await button(texts.arrange).click();
		await shutsNobodyOut(container);
		await button(texts.split).click();
		await expect.element(page.getByText(texts.wasSplit(2, 11))).toBeInTheDocument();
		await button(texts.join).click();
		await expect.element(page.getByText(texts.joinDetail(longPaper.name))).toBeVisible();
		await button(`${scannedPaper.name} (2 sivua)`).click();
		expect(edits()).toEqual([
			{ type: 'split paper', ...ids, pageId: 'long-3' },
			{ type: 'merge papers', ...ids, fromId: scannedPaper.id }
		]);
	});
});

it('an undo says what it takes back, and the focus goes to the heading when there is no other', async () => {
	const { button, change, edits } = await show('paper with many pages');
	const undo = button(texts.undo['straighten page']);
	undo.element().focus();
	await userEvent.keyboard('{Enter}');
	change({ undoable: null });
	await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
	expect(edits()).toEqual([{ type: 'undo edit' }]);
});

describe('the viewer', () => {
	it('goes through a thousand pages by keyboard and by number, and asks for no small picture', async () => {
		const { container, button } = await show('document of a thousand pages');
		container.querySelector<HTMLElement>('.stage')?.focus();
		await userEvent.keyboard('{PageDown}{+}');
		await expect.poll(() => drawn.at(-1)).toBe('2@1.4');
		await page.getByRole('textbox', { name: texts.goToPage }).fill('731');
		await button(texts.go).click();
		await expect.poll(() => drawn.at(-1)).toBe('731@1.4');
		await page.getByRole('textbox', { name: texts.goToPage }).fill('5000');
		await userEvent.keyboard('{Enter}');
		await expect.element(page.getByText(texts.pageOf(1000, 1000))).toBeVisible();
		expect(container.querySelectorAll('img')).toHaveLength(0);
	});

	it('turns by a swipe, enlarges by two fingers, and then moves instead of turning', async () => {
		const { container } = await show('document of a thousand pages');
		const stage = container.querySelector('.stage')!;
		const finger = (type: string, pointerId: number, clientX: number) =>
			stage.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId, clientX, clientY: 300 }));
		const swipe = () => {
			finger('pointerdown', 1, 500);
			finger('pointermove', 1, 350);
			finger('pointerup', 1, 350);
		};
		swipe();
		await expect.poll(() => drawn.at(-1)).toBe('2@1');
		finger('pointerdown', 1, 400);
		finger('pointerdown', 2, 500);
		finger('pointermove', 2, 540);
		finger('pointerup', 2, 540);
		finger('pointerup', 1, 400);
		await expect.poll(() => drawn.at(-1)).toBe('2@1.4');
		swipe();
		await expect.element(page.getByText(texts.pageOf(2, 1000))).toBeVisible();
	});
});

describe('my papers', () => {
	it('lose one at a press, say which, and have the focus on taking it back', async () => {
		const { change, button, edits } = await show('papers');
		await button('Poista: Paperi 1').click();
		change({ undoable: 'remove paper' });
		await expect.element(page.getByText(catalogues.fi.papers.removed('Paperi 1'))).toBeVisible();
		await button(texts.undo['remove paper']).click();
		expect(edits()).toEqual([{ type: 'remove paper', paperId: 'paper-1' }, { type: 'undo edit' }]);
	});

	it('tell pages and size, and the removed one can come back though none is left', async () => {
		const { change, button } = await show('papers');
		await expect.element(page.getByText('6 sivua, 83\u00A0kt')).toBeVisible();
		expect(decision.pageCount).toBe(6);
		change({ papers: [], undoable: 'remove paper' });
		await expect.element(button(texts.undo['remove paper'])).toBeVisible();
	});
});
