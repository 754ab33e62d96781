import { describe, expect, it } from 'vitest';
import type { PrintingView } from '../../session/session-view.ts';
import { printOnScreen } from './printing-of.ts';

const of = { paperId: 'paper-1', copies: 1, sheets: 1, impressions: 1, impressionsCompleted: 0, fault: null };
const states = ['asking', 'sending', 'sent', 'printing', 'waiting', 'done', 'failed', 'cancelled'] as const;
const toldBeside = (paperId: string) =>
	states.filter((state) => printOnScreen({ state, ...of } satisfies PrintingView, paperId) !== null);

describe('the print screen of a paper', () => {
	it('tells everything of its own print', () => {
		expect(toldBeside('paper-1')).toStrictEqual(states);
	});

	it('tells of another paper only what still runs, so that nothing that has ended stands in the way', () => {
		expect(toldBeside('paper-2')).toStrictEqual(['asking', 'sending', 'sent', 'printing', 'waiting']);
		expect(printOnScreen({ state: 'idle' }, 'paper-2')).toBe(null);
	});
});
