import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import type { ChannelRow, HostRow } from '../../../domain/console/channel-row.ts';
import ChannelsPage from './ChannelsPage.svelte';

const words = (text: string) => ({ fi: text, sv: text, en: text });
const channel = (id: string, inGuide: boolean): ChannelRow => ({
	id,
	name: words(id),
	hours: 'always',
	opensHere: true,
	allowedHosts: ['www.kela.fi'],
	inGuide
});
const host = (name: string): HostRow => ({ host: name, role: 'portal', label: words(name), checked: true });

it('offers to remove only what can be removed, and says why the rest cannot', async () => {
	const { container } = await render(ChannelsPage, {
		language: 'en',
		channels: [channel('phone', true), channel('post', false)],
		hosts: [host('www.kela.fi'), host('asiointi.kela.fi')],
		startHost: 'www.kela.fi',
		basedOn: 'now',
		wrong: null,
		answer: null
	});
	const lastOf = (row: Element) => row.querySelector('td:last-child .row > :last-child')?.textContent.trim();
	expect(
		[...container.querySelectorAll('tbody tr')].map((row) => [row.querySelector('th')?.textContent, lastOf(row)])
	).toEqual([
		['phone', 'in the guide'],
		['post', 'Remove'],
		['www.kela.fi', 'the online service starts here'],
		['asiointi.kela.fi', 'Remove']
	]);
	await expect.element(page.getByText(/the guide “Find the best way for you” leads to the channel/)).toBeVisible();
});
