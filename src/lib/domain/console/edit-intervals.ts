import { weekdays } from '../hours/schedule.ts';
import type { IntervalDraft, IntervalDrafts } from './typed-fields.ts';

/** What the small buttons beside opening times do. The browser does it at once; without scripts the server does the same. */
export type IntervalStep = `${'add' | 'close' | 'copy'} ${string}` | `remove ${string}.${number}`;

const workdays = weekdays.slice(0, 5);
const emptyRow: IntervalDraft = { start: '', end: '' };

/** Adds a row to a day, takes one away, closes the day, or copies it to Monday–Friday. What is no such step changes nothing. */
export function editIntervals(drafts: IntervalDrafts, step: string): IntervalDrafts {
	const [verb = '', path = ''] = step.split(' ');
	const rows = drafts[path] ?? [];
	switch (verb) {
		case 'add':
			return { ...drafts, [path]: [...rows, emptyRow] };
		case 'close':
			return { ...drafts, [path]: [] };
		case 'copy': {
			const week = path.slice(0, path.lastIndexOf('.'));
			const copies = workdays.map((weekday) => [`${week}.${weekday}`, rows] as const);
			return { ...drafts, ...Object.fromEntries(copies) };
		}
		case 'remove': {
			const dot = path.lastIndexOf('.');
			const day = path.slice(0, dot);
			const index = Number(path.slice(dot + 1));
			return { ...drafts, [day]: (drafts[day] ?? []).filter((_, at) => at !== index) };
		}
		default:
			return drafts;
	}
}
