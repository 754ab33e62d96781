import { describe, expect, it } from 'vitest';
import { editIntervals } from './edit-intervals.ts';
import {
	intervalDrafts,
	withDrafts,
	withoutEmptyRows,
	writtenDrafts,
	writtenIntervals,
	type TypedFields
} from './typed-fields.ts';

const typed: TypedFields = [
	['weekly.mon.1.start', '13'],
	['weekly.mon.1.end', '16.30'],
	['weekly.mon.0.start', '9'],
	['weekly.mon.0.end', '12'],
	['weekly.tue.0.start', ''],
	['weekly.tue.0.end', ' '],
	['weekly.wed.0.start', 'morning'],
	['weekly.wed.0.end', ''],
	['points', 'tornio']
];
const drafts = {
	'weekly.mon': [
		{ start: '09:00', end: '12:00' },
		{ start: '13:00', end: '16:30' }
	],
	'weekly.tue': [{ start: '', end: '' }],
	'weekly.wed': [{ start: 'morning', end: '' }]
};

describe('opening times as somebody typed them', () => {
	it('become the times of the configuration, row by row, and an empty row is none', () => {
		expect(intervalDrafts(typed)).toEqual(drafts);
		expect(withoutEmptyRows(drafts)).toEqual({ ...drafts, 'weekly.tue': [] });
		expect(writtenIntervals(drafts, 'weekly.mon')).toEqual(['09:00-12:00', '13:00-16:30']);
	});

	it('that are no times stay as they were typed, so that nothing typed is lost', () => {
		expect(writtenIntervals(drafts, 'weekly.wed')).toEqual(['morning-']);
		expect(intervalDrafts(withDrafts(typed, drafts))).toEqual(drafts);
	});

	it('leave the other fields of the form alone', () => {
		expect(withDrafts(typed, {})).toEqual([['points', 'tornio']]);
	});
});

describe('a small button', () => {
	const morning = { start: '09:00', end: '12:00' };
	const week = writtenDrafts('weekly.mon', ['09:00-12:00']);

	it('adds an empty row', () => {
		expect(editIntervals(week, 'add weekly.mon')).toEqual({ 'weekly.mon': [morning, { start: '', end: '' }] });
	});

	it('takes away one row and no other', () => {
		expect(editIntervals(drafts, 'remove weekly.mon.0')['weekly.mon']).toEqual([{ start: '13:00', end: '16:30' }]);
	});

	it('closes a day', () => {
		expect(editIntervals(week, 'close weekly.mon')).toEqual({ 'weekly.mon': [] });
	});

	it('copies a day to Monday–Friday and never to the weekend', () => {
		const open = [morning];
		expect(editIntervals({ ...week, 'weekly.sat': [], 'weekly.tue': [] }, 'copy weekly.mon')).toEqual({
			'weekly.mon': open,
			'weekly.tue': open,
			'weekly.wed': open,
			'weekly.thu': open,
			'weekly.fri': open,
			'weekly.sat': []
		});
	});

	it('that nobody made changes nothing', () => {
		expect(editIntervals(week, 'explode weekly.mon')).toBe(week);
	});
});
