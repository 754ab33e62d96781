import { expect, it } from 'vitest';
import type { DayPreview, HoursPreview } from './hours-preview.ts';
import { previewDangers } from './preview-danger.ts';

const morning = [{ startMinute: 540, endMinute: 720 }];
/** `days`: o stays open, c closes, n opens, - stays closed. */
const preview = (days: string): HoursPreview => ({
	horizonDays: 365,
	warning: null,
	schedules: [
		{
			pointId: 'tornio',
			schedule: 'selfService',
			opens: 0,
			closes: 0,
			moves: 0,
			firstChange: '2026-11-23',
			nextDays: [...days].map((day, index): DayPreview => ({
				date: `2026-11-${index + 10}`,
				before: day === 'o' || day === 'c' ? morning : [],
				after: day === 'o' || day === 'n' ? morning : [],
				rule: { kind: 'weekly' }
			}))
		}
	]
});

it.each([
	['one of three open days closes', 'ooc-', null],
	['half of the open days close', 'oocc', null],
	['more than half of the open days close', 'occ-', 'closes most'],
	['every open day closes', 'ccc-', 'nothing open'],
	['the open days move to other weekdays', 'ccnn', 'closes most'],
	['it was closed before and after', '----', null],
	['it only opens', 'onn-', null]
])('asks whether it is meant when %s', (_, days, kind) => {
	const expected = kind === null ? [] : [{ pointId: 'tornio', schedule: 'selfService', kind }];
	expect(previewDangers(preview(days))).toEqual(expected);
});
