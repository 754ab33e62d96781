import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import type { DayPreview, HoursPreview } from '../../../domain/hours/hours-preview.ts';
import ChangePreview from './ChangePreview.svelte';

const morning = [{ startMinute: 540, endMinute: 720 }];
const longer = [{ startMinute: 540, endMinute: 780 }];
const day = (date: string, before: DayPreview['before'], after: DayPreview['after']): DayPreview => ({
	date,
	before,
	after,
	rule: { kind: 'weekly' }
});
const ofPoint = (pointId: string, nextDays: readonly DayPreview[]) => ({
	pointId,
	schedule: 'selfService',
	opens: 3,
	closes: 20,
	moves: 0,
	firstChange: '2026-11-24',
	nextDays
});
const preview = (nextDays: readonly DayPreview[]): HoursPreview => ({
	horizonDays: 366,
	schedules: [ofPoint('tornio', nextDays), { ...ofPoint('kemi', nextDays), opens: 0, closes: 21 }],
	warning: { date: '2026-11-24', closes: '12:00', running: '11:55', warned: '11:50' }
});
const points = [
	{ id: 'tornio', name: { fi: 'Tornio', sv: 'Torneå', en: 'Tornio' } },
	{ id: 'kemi', name: { fi: 'Kemi', sv: 'Kemi', en: 'Kemi' } }
];
const harmless = [day('2026-11-23', morning, morning), day('2026-11-24', morning, longer)];
const show = (next: HoursPreview, mustBeMeant = false) =>
	render(ChangePreview, { preview: next, points, mustBeMeant, language: 'en' });
const text = (container: Element) => container.textContent.replace(/\s+/g, ' ');

it('says in one sentence what opens, what closes and how many points are affected, and who would be warned when', async () => {
	const { container } = await show(preview(harmless));
	expect(text(container)).toContain(
		'This change opens 3 days and closes 41 days within the next 366 days. 2 service points are affected.'
	);
	expect(text(container)).toContain(
		'Example: on Tuesday 24 November it closes at 12:00. A customer whose visit is running at 11:55 would be warned at 11:50.'
	);
	expect(document.activeElement?.textContent).toBe('This is how the hours change');
});

it('shows the next days before and after, and marks only those that change', async () => {
	const { container } = await show(preview(harmless));
	const rows = [...container.querySelectorAll('details')[0]!.querySelectorAll('tbody tr')];
	expect(rows.map((row) => [...row.children].map((cell) => cell.textContent.trim()))).toEqual([
		['Mon 23 Nov 2026', '9:00–12:00', '9:00–12:00', ''],
		['Tue 24 Nov 2026', '9:00–12:00', '9:00–13:00', 'changes']
	]);
});

it('asks nothing more where nothing dangerous happens', async () => {
	const { container } = await show(preview(harmless));
	expect(container.querySelector('[name="meant"]')).toBe(null);
});

it('warns so that nobody overlooks it when a point would never open, and asks whether it is meant', async () => {
	const { container } = await show(preview([day('2026-11-24', morning, [])]), true);
	expect(text(container.querySelector('[role="alert"]')!)).toContain(
		'Tornio, Customer computers: no opening is left within the next 14 days.'
	);
	const box = page.getByRole('checkbox', { name: 'I mean it. I want to close these days.' });
	await expect.element(box).toHaveAttribute('aria-invalid', 'true');
	await expect
		.element(box)
		.toHaveAccessibleDescription('The change was not saved. First tick the box to say that you mean it.');
});
