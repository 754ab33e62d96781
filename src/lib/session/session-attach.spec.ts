import { describe, expect, it } from 'vitest';
import { failed, ok } from '../domain/result.ts';
import { createSimulatedHouse, limits } from './testing/simulated-house.ts';

const chooser = { id: 'c1', accept: ['application/pdf'], multiple: true };
const smaller = { maxDpi: 150, quality: 60, grey: true, sizeBytes: 900 };
/** What a PDF of three pages of 500 bytes takes about, beside them. */
const bytesBefore = 3 * 500 + 4000 + 3 * 700;

/** A page of the portal asks for a file; a scan of three pages is there, larger than it takes. */
async function asked() {
	const house = createSimulatedHouse();
	await house.startVisit();
	house.portal.warmed();
	await house.settle();
	const paperId = await house.scanned(3, 500);
	house.session.command({ type: 'enter portal' });
	await house.portalTells({ type: 'file chooser opened', chooser });
	const screen = (fit: object | null) => ({ name: 'attach', chooser, maxBytes: limits.uploadBytes, fit });
	const makeFit = async () => {
		const answer = house.session.command({ type: 'make paper fit', paperId });
		await house.settle();
		return answer;
	};
	return { house, paperId, screen, makeFit };
}

describe('a paper that is larger than the portal takes', () => {
	it('is refused before anything is handed over, and the question stays open', async () => {
		const { house, paperId, screen } = await asked();
		expect(house.session.command({ type: 'attach papers', paperIds: [paperId] })).toEqual({
			accepted: false,
			refusal: 'too-big-for-portal'
		});
		expect(house.visit().screen).toEqual(screen(null));
		expect(house.portalOrders).toEqual(['show', 'hide']);
	});

	it('is made smaller page by page, lies in the tray as the page would get it, and is then attached', async () => {
		const { house, paperId, screen, makeFit } = await asked();
		expect(await makeFit()).toEqual({ accepted: true });
		expect([house.fit().paperId, house.fit().maxBytes]).toEqual([paperId, limits.uploadBytes]);
		const seen = [house.visit().screen];
		house.fit().progress(2, 3);
		seen.push(house.visit().screen);
		house.fit().finish(ok(smaller));
		await house.settle();
		seen.push(house.visit().screen);
		expect(seen).toEqual([
			screen({ state: 'fitting', paperId, done: 0, total: 0 }),
			screen({ state: 'fitting', paperId, done: 2, total: 3 }),
			screen({ state: 'fitted', paperId, bytesBefore, compression: smaller })
		]);
		expect(house.visit().papers).toMatchObject([{ compression: smaller }]);
		house.session.command({ type: 'use smaller paper' });
		expect(house.visit().screen).toEqual(screen(null));
		expect(house.session.command({ type: 'attach papers', paperIds: [paperId] })).toEqual({ accepted: true });
		await house.settle();
		expect(house.portalOrders.at(-1)).toBe('answer c1: Paper 1.pdf');
	});

	it('is as it was when the customer does not want the loss, and nothing is left to undo', async () => {
		const { house, screen, makeFit } = await asked();
		await makeFit();
		house.fit().finish(ok(smaller));
		await house.settle();
		expect(house.visit().undoable).toBe('compress paper');
		house.session.command({ type: 'keep paper as it was' });
		expect(house.visit()).toMatchObject({ papers: [{ compression: null }], undoable: null, screen: screen(null) });
	});

	it('is offered again when it turns out to fit as it is', async () => {
		const { house, screen, makeFit } = await asked();
		await makeFit();
		house.fit().finish(ok(null));
		await house.settle();
		expect(house.visit()).toMatchObject({ screen: screen(null), papers: [{ compression: null }], undoable: null });
	});

	it('is told with the number of pages that would fit, and can be split there and made smaller at once', async () => {
		const { house, paperId, screen, makeFit } = await asked();
		await makeFit();
		house.fit().finish(failed({ kind: 'cannot-fit', pagesThatFit: 2 }));
		await house.settle();
		expect(house.visit().screen).toEqual(screen({ state: 'cannot fit', paperId, pagesThatFit: 2 }));
		const paper = house.visit().papers[0];
		const pageId = (paper?.kind === 'pages' && paper.pages[2]?.image.id) || '';
		house.session.command({ type: 'edit paper', edit: { type: 'split paper', paperId, pageId } });
		expect(house.visit().screen).toEqual(screen(null));
		expect(await makeFit()).toEqual({ accepted: true });
		expect(house.visit()).toMatchObject({
			screen: screen({ state: 'fitting', paperId, done: 0, total: 0 }),
			papers: [{ pages: [{}, {}] }, { pages: [{}] }]
		});
	});

	it('is told to be damaged when the tray cannot read it, and the list comes back', async () => {
		const { house, paperId, screen, makeFit } = await asked();
		await makeFit();
		house.fit().finish(failed({ kind: 'damaged' }));
		await house.settle();
		expect(house.visit().screen).toEqual(screen({ state: 'failed', paperId, fault: 'damaged' }));
		house.session.command({ type: 'keep paper as it was' });
		expect(house.visit().screen).toEqual(screen(null));
	});
});

describe('making it smaller ends at once', () => {
	const ways = {
		'when the customer cancels it': ({ house }) => house.session.command({ type: 'keep paper as it was' }),
		'when the customer attaches nothing': ({ house }) => house.session.command({ type: 'cancel attaching' }),
		'when the customer goes home': ({ house }) => house.session.command({ type: 'go to', screen: 'home' }),
		'when the page no longer asks': ({ house }) => house.portalTells({ type: 'file chooser gone', chooserId: 'c1' }),
		'when the portal crashes': ({ house }) =>
			house.portalTells({ type: 'ended', report: { fault: 'crashed', detail: '' } }),
		'when the paper is removed meanwhile': ({ house, paperId }) =>
			house.session.command({ type: 'edit paper', edit: { type: 'remove paper', paperId } })
	} satisfies Record<string, (given: Awaited<ReturnType<typeof asked>>) => unknown>;
	it.each(Object.entries(ways))('%s', async (_, leave) => {
		const given = await asked();
		const { house } = given;
		await given.makeFit();
		await leave(given);
		await house.settle();
		expect(house.fit().signal.aborted).toBe(true);
		house.fit().finish(ok(smaller));
		await house.settle();
		expect(house.visit().papers.map((paper) => paper.kind === 'pages' && paper.compression)).not.toContain(smaller);
		expect(house.refused).toEqual([]);
	});
});

it('only a scan that is there can be made smaller', async () => {
	const { house } = await asked();
	await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(2000) });
	const documentId = house.visit().papers.at(-1)?.id ?? '';
	const answers = [documentId, 'nobody'].map((paperId) => house.session.command({ type: 'make paper fit', paperId }));
	expect(answers).toEqual([
		{ accepted: false, refusal: 'not-pages' },
		{ accepted: false, refusal: 'no-such-paper' }
	]);
});

it('a paper whose first page has not come yet is not among the papers', async () => {
	const house = createSimulatedHouse();
	await house.startVisit();
	await house.scanned(0, 0);
	await house.scanned(1, 10);
	expect(house.visit().papers.map(({ name }) => name)).toEqual(['Paper 2']);
});
