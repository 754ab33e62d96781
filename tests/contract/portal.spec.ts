import { createSimulatedPortal } from '../../src/lib/server/simulated/portal.ts';
import { makeCapsule, maxUploadBytes } from './portal-fixture/capsule.ts';
import { controls, decisionBytes } from './portal-fixture/origins.ts';
import { portalContract } from './portal.contract.ts';

portalContract('simulated portal', () => {
	const portal = createSimulatedPortal({ maxUploadBytes });
	const decision = { name: 'decision.pdf', bytes: Buffer.from('%PDF-1.4 decision') };
	return Promise.resolve({
		portal,
		startUrl: 'https://portal.test/',
		maxUploadBytes,
		decision,
		customer: {
			pressFileInput: () => void portal.control.openFileChooser({ accept: ['.pdf', 'image/png'] }),
			followDecision: () => portal.control.finishDownload(decision.name, decision.bytes),
			pressPrint: () => void portal.control.capturePage(),
			followNewPage: () => portal.control.openPage(),
			followForbiddenLink: () => portal.control.refuseNavigation('evil.test')
		},
		handedOver: () => portal.control.answered().flatMap(({ files }) => files),
		close: () => Promise.resolve()
	});
});

portalContract('portal capsule', async () => {
	const { portal, screen, origins, close } = await makeCapsule();
	const press = (control: keyof typeof controls) => () => screen.click(500, controls[control]);
	return {
		portal,
		startUrl: 'https://portal.test/',
		maxUploadBytes,
		decision: { name: 'decision.pdf', bytes: decisionBytes },
		customer: {
			pressFileInput: press('file'),
			followDecision: press('decision'),
			pressPrint: press('print'),
			followNewPage: press('second'),
			followForbiddenLink: press('evil')
		},
		handedOver: () => origins.received,
		close
	};
});
