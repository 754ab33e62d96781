import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../../app.css';
import type { MarkedField } from '../../../domain/console/change-form.ts';
import { draftFields, writtenDrafts } from '../../../domain/console/typed-fields.ts';
import WeekEditor from './WeekEditor.svelte';

const monday = draftFields(writtenDrafts('weekly.mon', ['09:00-12:00']));

const show = (problems: readonly MarkedField[] = []) =>
	render(WeekEditor, { prefix: 'weekly', fields: monday, problems, language: 'en' });
/** What is only for screen readers stands apart: a blank comes before it. */
const button = (what: string, day: string) => page.getByRole('button', { name: new RegExp(`^${what} ?: ${day}$`) });
const typed = (container: Element) =>
	Object.fromEntries(
		[...container.querySelectorAll('input')].map(({ name, value }) => [name.replace('weekly.', ''), value] as const)
	);

it('adds hours to a closed day and puts the cursor where they begin', async () => {
	const { container } = await show();
	await button('Add hours', 'Wednesday').click();
	await userEvent.keyboard('10');
	expect((document.activeElement as HTMLInputElement).name).toBe('weekly.wed.0.start');
	expect(typed(container)).toEqual({
		'mon.0.start': '09:00',
		'mon.0.end': '12:00',
		'wed.0.start': '10',
		'wed.0.end': ''
	});
});

it('copies what was just typed to Monday–Friday', async () => {
	const { container } = await show();
	await page.getByLabelText('Monday, to').fill('13');
	await button('Copy to weekdays', 'Monday').click();
	const days = ['mon', 'tue', 'wed', 'thu', 'fri'];
	expect(typed(container)).toEqual(
		Object.fromEntries(
			days.flatMap((day) => [
				[`${day}.0.start`, '09:00'],
				[`${day}.0.end`, '13']
			])
		)
	);
});

it('closes a day, and the focus stays at that day', async () => {
	const { container } = await show();
	await button('Close all day', 'Monday').click();
	expect(typed(container)).toEqual({});
	await expect.poll(() => document.activeElement?.textContent).toBe('Add hours: Monday');
});

it('marks the hours that are wrong, and says why at their fields', async () => {
	await show([{ path: 'weekly.mon.0', kind: 'overlap' }]);
	for (const label of ['Monday, from', 'Monday, to']) {
		const field = page.getByLabelText(label);
		await expect.element(field).toHaveAttribute('aria-invalid', 'true');
		await expect.element(field).toHaveAccessibleDescription('This overlaps other hours of the same day.');
	}
});
