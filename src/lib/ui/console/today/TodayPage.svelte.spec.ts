import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createRawSnippet, mount, type Component } from 'svelte';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import { languages, type Language } from '../../../domain/language.ts';
import type { Advice } from '../../../i18n/catalogue.ts';
import { consoleCatalogues } from '../../../i18n/console/console-catalogues.ts';
import type { ScannerTrouble } from '../../../session/session-view.ts';
import { points, staffStates, type StaffStateName } from '../../fixtures/staff.ts';
import ConsoleFrame from '../ConsoleFrame.svelte';
import TodayPage from './TodayPage.svelte';
import type { TodayProblem } from './today-problem.ts';

const names = Object.keys(staffStates) as StaffStateName[];
beforeEach(() => page.viewport(1280, 800));

/** Today in its frame, as staff see it. */
async function show(name: StaffStateName, language: Language, problem: TodayProblem | null = null) {
	const props = { language, staff: staffStates[name], points, connection: 'open', problem } as const;
	const children = createRawSnippet(() => ({
		render: () => '<div></div>',
		setup: (target) => void mount(TodayPage as Component<typeof props>, { target, props })
	}));
	const user = { name: 'aino', role: 'staff' } as const;
	const { container } = await render(ConsoleFrame, { user, language, path: '/console', children });
	await document.fonts.ready;
	return container;
}

const buttons = (container: Element) =>
	[...container.querySelectorAll('main :is(button, summary)')]
		.filter((button) => button.checkVisibility())
		.map((button) => button.textContent.trim());
const { actions, states } = consoleCatalogues.en.today;

describe('somebody who looks from two metres', () => {
	it.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
		'reads the state large and whole, without scrolling (%s, %s)',
		async (language, name) => {
			const container = await show(name, language);
			const heading = container.querySelector('#computer')!;
			const box = container.querySelector('.actions')!.getBoundingClientRect();
			const cut = [...container.querySelectorAll('main :is(h2, h3, p, td, .button)')].filter(
				(each) => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1
			);
			expect({
				large: Number.parseFloat(getComputedStyle(heading).fontSize) >= 60,
				actionsInSight: box.bottom <= 800,
				cut: cut.map((each) => each.outerHTML)
			}).toEqual({ large: true, actionsInSight: true, cut: [] });
		}
	);

	it('cannot overlook a call for help: it takes the place of the state, in another colour, and in the name of the page', async () => {
		const colourOf = async (name: StaffStateName) =>
			getComputedStyle((await show(name, 'en')).querySelector('section')!).backgroundColor;
		const quiet = [await colourOf('in use'), await colourOf('free'), await colourOf('closed')];
		const called = await colourOf('help called');
		expect(quiet).not.toContain(called);
		await expect.element(page.getByRole('heading', { name: states.helpCalled })).toBeVisible();
		expect(document.title).toBe(`● ${states.helpCalled}`);
	});

	it('reads that a computer being tried is open whatever the hours below say', async () => {
		await show('free for trying', 'en');
		await expect.element(page.getByText('Open also outside the hours, for trying.')).toBeVisible();
	});
});

it.each<[StaffStateName, ScannerTrouble]>([
	['free, scanner jammed', 'jam'],
	['free, another scanner answers', 'other-device'],
	['help called', 'jam']
])('%s: staff read what is wrong with the scanner and what to do at it', async (name, trouble) => {
	const container = await show(name, 'sv');
	const { what, todo } = consoleCatalogues.sv.today.scanner[trouble];
	expect(container.querySelector('.trouble')?.textContent.trim()).toBe(`${what} ${todo}`);
});

it.each<[StaffStateName, Advice]>([
	['free, printer jammed', consoleCatalogues.sv.today.printer['media-jam']],
	['free, printer soon without toner', consoleCatalogues.sv.today.printerNotes['toner-low']],
	['in use, printer out of paper', consoleCatalogues.sv.today.printer['media-empty']]
])('%s: staff read what the printer needs and what to do at it', async (name, { what, todo }) => {
	const container = await show(name, 'sv');
	expect(container.querySelector('.trouble')?.textContent.trim()).toBe(`${what} ${todo}`);
});

describe('staff are offered what can be done now, and nothing else', () => {
	it.each<[StaffStateName, string[]]>([
		['starting', [actions.closeByHand]],
		['closed', [actions.closeByHand]],
		['closed by hand', [actions.openAgain]],
		['free', [actions.closeByHand]],
		['in use', [actions.endVisit, actions.closeByHand]],
		['in use, nobody moves, closed after it', [actions.openAgain, actions.endVisit]],
		['help called', [actions.helpIsComing, actions.endVisit, actions.closeByHand]],
		['help coming', [actions.endVisit, actions.closeByHand]],
		['out of order', [actions.wipeAgain]]
	])('%s', async (name, offered) => {
		expect(buttons(await show(name, 'en'))).toEqual(offered);
	});

	it('a visit is ended only after a question that says what is lost', async () => {
		const container = await show('in use', 'en');
		await page.getByText(actions.endVisit, { exact: true }).click();
		await expect.element(page.getByText(actions.endQuestion)).toBeVisible();
		expect(buttons(container)).toContain(actions.endYes);
	});

	it('a time that cannot be is marked, with the reason beside it', async () => {
		await show('free', 'en', 'not a time ahead');
		const time = page.getByRole('textbox', { name: actions.timeToday });
		await expect.element(time).toHaveAttribute('aria-invalid', 'true');
		await expect.element(time).toHaveAccessibleDescription(consoleCatalogues.en.today.timeRefused);
	});
});

it.each(names)('%s has nothing serious against WCAG 2.2 AA', async (name) => {
	const container = await show(name, 'fi');
	const result = await axe.run(container, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
		resultTypes: ['violations']
	});
	expect(result.violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
