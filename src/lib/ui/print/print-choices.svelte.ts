import type { PrintColour } from '../../session/session-view.ts';
import type { PrintWishes } from './print-plan.ts';

/** What the customer has chosen for a paper, whether or not this printer can do it. Kept while it is printed, for after a fault. */
export class PrintChoices implements PrintWishes {
	copies = $state(1);
	pages = $state<'all' | 'some'>('all');
	written = $state('');
	sides = $state<'one' | 'two'>('one');
	colour = $state<PrintColour>('monochrome');
	size = $state<'fit' | 'real' | null>(null);
}
