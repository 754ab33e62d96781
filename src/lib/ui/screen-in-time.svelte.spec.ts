import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../app.css';
import KioskScreen from './KioskScreen.svelte';
import { FixedSession } from './fixtures/fixed-session.svelte.ts';
import { views } from './fixtures/views.ts';

vi.mock('./screens/SignpostScreen.svelte', () => new Promise(() => undefined));

it.each([
	['closed', ['Suljettu nyt', 'Stängt nu', 'Closed now']],
	[
		'out of order',
		[
			'Tämä tietokone ei ole nyt käytössä',
			'Den här datorn är inte i bruk just nu',
			'This computer is not in use right now'
		]
	]
] as const)('%s is said in every language before the rest of the screen has come', async (name, headings) => {
	const { container } = await render(KioskScreen, { session: new FixedSession(views[name]()) });
	expect([...container.querySelectorAll('h1')].map((heading) => heading.textContent)).toEqual(headings);
});
