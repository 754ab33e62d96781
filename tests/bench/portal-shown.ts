import { setTimeout as wait } from 'node:timers/promises';
import { inTurn, type Measure } from './figure.ts';
import { untilPortalIsSeen } from './portal-visit.ts';
import { startKiosk } from './running-kiosk.ts';

/** The least time that a person looks at the home screen; Chromium has come to rest by then. */
const lookingAroundMs = 1000;

/** From the press until the portal's page lies in the work area. */
export const portalShown: Measure = async (rounds) => {
	const kiosk = await startKiosk({ screen: 'whole' });
	try {
		const enter = async () => {
			await kiosk.command({ type: 'enter portal' });
			const [shownAt, seenAt] = await Promise.all([
				kiosk.untilVisit(({ portal }) => portal.state === 'shown', 'the portal is shown'),
				untilPortalIsSeen(kiosk)
			]);
			return Math.max(shownAt, seenAt);
		};
		const warm = async () => {
			await kiosk.startVisit();
			await kiosk.untilVisit(({ portal }) => portal.state === 'warm', 'the portal is warm');
			await wait(lookingAroundMs);
			const startedAt = performance.now();
			const took = (await enter()) - startedAt;
			await kiosk.endVisit();
			return took;
		};
		const cold = async () => {
			await kiosk.command({ type: 'choose language', language: 'en' });
			const startedAt = performance.now();
			await kiosk.command({ type: 'start visit' });
			const took = (await enter()) - startedAt;
			await kiosk.endVisit();
			return took;
		};
		return [
			{
				name: 'portal shown, warm',
				unit: 'ms',
				measured:
					'command "enter portal" until the view says shown and the page is seen | the same with a capsule that is launched only now',
				...(await inTurn(rounds, warm, cold)),
				limit: 0.25
			}
		];
	} finally {
		await kiosk.close();
	}
};
