import axe from 'axe-core';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import { calendarDays } from '../../../domain/hours/calendar-day.ts';
import type { Schedule } from '../../../domain/hours/schedule.ts';
import '../console.css';
import YearCalendar from './YearCalendar.svelte';

const text = (fi: string) => ({ fi, sv: fi, en: fi });
const morning = [{ startMinute: 540, endMinute: 720 }];
const schedule: Schedule = {
	weekly: { mon: morning, tue: morning },
	publicHolidays: 'closed',
	seasons: [{ name: text('Kesä'), from: '2027-06-01', to: '2027-08-31', weekly: { tue: morning } }],
	exceptions: [
		{ date: '2027-12-23', intervals: [{ startMinute: 600, endMinute: 690 }] },
		{ date: '2027-12-24', intervals: [], reason: text('Jouluaatto') }
	]
};
const place = {
	timeZone: 'Europe/Helsinki',
	publicHoliday: (date: string) => (date === '2027-12-06' ? text('itsenäisyyspäivä') : null)
};
const days = calendarDays(schedule, place, new Temporal.PlainDate(2027, 1, 1), 365);

async function show(mayEdit: boolean, shown = days) {
	const { container } = await render(YearCalendar, {
		days: shown,
		today: '2027-11-30',
		language: 'fi',
		dayHref: mayEdit ? (date: string) => `#${date}` : null
	});
	container.className = 'console';
	const cells = [...container.querySelectorAll<HTMLElement>('td.day')];
	return { container, cell: (date: string) => cells[days.findIndex((day) => day.date === date)]! };
}
const words = (cell: HTMLElement) => cell.querySelector('.seen-by-readers-only')?.textContent;
const letter = (cell: HTMLElement) => cell.querySelector('.letter')?.textContent;

it('says of each day in words, and by a letter where the week does not decide, what it is', async () => {
	const { container, cell } = await show(true);
	expect(container.querySelectorAll('td.day')).toHaveLength(365);
	expect(
		['2027-11-29', '2027-11-30', '2027-06-07', '2027-06-08', '2027-12-06', '2027-12-23', '2027-12-24'].map((date) => [
			words(cell(date)),
			letter(cell(date))
		])
	).toEqual([
		['ma 29.11.2027: 9.00–12.00 (auki viikon mukaan)', ''],
		['ti 30.11.2027, tänään: 9.00–12.00 (auki viikon mukaan)', ''],
		['ma 7.6.2027: suljettu', ''],
		['ti 8.6.2027: 9.00–12.00 (auki kauden mukaan: Kesä)', 'K'],
		['ma 6.12.2027: suljettu (pyhäpäivä, suljettu: itsenäisyyspäivä)', 'P'],
		['to 23.12.2027: 10.00–11.30 (poikkeus, auki)', 'A'],
		['pe 24.12.2027: suljettu (poikkeus, suljettu: Jouluaatto)', 'S']
	]);
});

it('puts each date under its weekday', async () => {
	const { cell } = await show(true);
	expect(
		['2027-02-01', '2027-02-28', '2027-12-31'].map((date) => (cell(date) as HTMLTableCellElement).cellIndex)
	).toEqual([0, 6, 4]);
});

it('leads from a day to its exception, and staff who may not change it nowhere', async () => {
	const own = await show(true);
	expect(own.cell('2027-12-24').querySelector('a')?.getAttribute('href')).toBe('#2027-12-24');
	const others = await show(false);
	expect(others.container.querySelector('a')).toBe(null);
});

it('is one step for Tab, and arrows move by a day and a week', async () => {
	const { container } = await show(true);
	await expect.poll(() => container.querySelectorAll('a:not([tabindex="-1"])')).toHaveLength(1);
	container.querySelector<HTMLElement>('a:not([tabindex="-1"])')?.focus();
	const seen: (string | undefined)[] = [];
	for (const key of ['{ArrowRight}', '{ArrowDown}', '{ArrowUp}{ArrowUp}']) {
		await userEvent.keyboard(key);
		seen.push((document.activeElement as HTMLElement).dataset['date']);
	}
	expect(seen).toEqual(['2027-12-01', '2027-12-08', '2027-11-24']);
});

it('has nothing against WCAG 2.2 AA', async () => {
	const { container } = await show(true, days.slice(-31));
	const { violations } = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
	expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 2).map(({ html }) => html)])).toEqual([]);
});
