import { staffView, type StaffNow } from '../../session/staff-view.ts';
import type { ConsoleKiosk } from './console-kiosk.ts';

/** What staff see of this computer now. */
export const staffNow = ({ session, handClosing, clock }: ConsoleKiosk): StaffNow => ({
	// The view is as old as its last change; the clock goes on.
	view: { ...staffView(session.view()), now: clock.now() },
	closedByHand: handClosing.state()
});
