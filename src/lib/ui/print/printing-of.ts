import type { PrintingView } from '../../session/session-view.ts';

/** A print that was begun. */
export type Print = Exclude<PrintingView, { state: 'idle' }>;

/** Whether nothing happens to it any more. */
export const hasEnded = (printing: PrintingView): printing is Print =>
	printing.state === 'done' || printing.state === 'failed' || printing.state === 'cancelled';

/** The print that the screen of this paper tells of: its own, or whichever runs. How another paper's print ended does not stand in the way. */
export function printOnScreen(printing: PrintingView, paperId: string): Print | null {
	if (printing.state === 'idle') return null;
	return hasEnded(printing) && printing.paperId !== paperId ? null : printing;
}
