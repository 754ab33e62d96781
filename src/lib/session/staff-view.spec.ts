import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../domain/language.ts';
import { wipeStepNames } from '../domain/wipe.ts';
import { printerNotes, printFaults } from '../ports/printer.ts';
import { scanFaults } from '../ports/scanner.ts';
import type { PrinterHealth, SessionView, StateView, VisitView } from './session-view.ts';
import { staffView } from './staff-view.ts';

const now = Date.UTC(2026, 10, 23, 7, 40);
const minute = 60_000;
const name = { fi: 'Tornio', sv: 'Torneå', en: 'Tornio' };
const viewOf = (state: StateView): SessionView => ({
	sequence: 7,
	now,
	point: { name, address: { street: 'Katu 1', city: 'Tornio' }, timeZone: 'Europe/Helsinki', portalName: name },
	trial: { lock: 'locked', ignoresHours: false, simulatedScanner: false, simulatedPrinter: false },
	state
});

const secretMark = 'SALAISUUS';
const secret = fc.stringMatching(/^[a-zåäö ]{1,12}$/).map((text) => `${secretMark} ${text}`);
const secrets = fc.record({ fi: secret, sv: secret, en: secret });
const paper = fc.record({
	kind: fc.constant('document' as const),
	origin: fc.constantFrom('downloaded' as const, 'captured' as const),
	id: secret,
	name: secret,
	addedAt: fc.nat(),
	mediaType: fc.constant('application/pdf' as const),
	sizeBytes: fc.nat(),
	pageCount: fc.nat(50)
}) as fc.Arbitrary<VisitView['papers'][number]>;
/** All of a visit that is nobody's business but the customer's. */
const privateParts = fc.record({
	language: fc.constantFrom(...languages),
	papers: fc.array(paper, { maxLength: 4 }),
	screen: fc.oneof(
		fc.constantFrom({ name: 'home' as const }, { name: 'papers' as const }, { name: 'portal' as const }),
		secret.map((paperId) => ({ name: 'paper' as const, paperId })),
		secret.map((id) => ({
			name: 'attach' as const,
			chooser: { id, accept: [id], multiple: true },
			maxBytes: 1,
			fit: null
		}))
	),
	notice: fc.option(
		fc.oneof(
			secret.map((host) => ({ kind: 'navigation refused' as const, host })),
			secret.map((paperId) => ({ kind: 'paper arrived' as const, paperId }))
		)
	),
	attachWaits: fc.boolean(),
	placeName: fc.option(secrets),
	site: fc.option(fc.record({ channelId: secret, name: secrets })),
	paperId: secret,
	pages: fc.nat(90)
});
const publicParts = fc.record({
	startedAt: fc.nat(),
	endsAt: fc.nat(),
	help: fc.constantFrom('none' as const, 'called' as const, 'coming' as const),
	portal: fc.constantFrom('warm' as const, 'shown' as const, 'hidden' as const),
	scanFault: fc.option(fc.constantFrom(...scanFaults)),
	scanFaultIsOver: fc.boolean(),
	printFault: fc.option(fc.constantFrom(...printFaults)),
	printerHealth: fc.option(
		fc.record<PrinterHealth>({
			state: fc.constantFrom('ok' as const, ...printFaults),
			notes: fc.subarray([...printerNotes])
		})
	)
});

type Of<Made> = Made extends fc.Arbitrary<infer Value> ? Value : never;

const troubled = { feeder: 'empty', source: 'feeder' } as const;
const pagesOf = ({ paperId, pages: pagesReceived }: Of<typeof privateParts>) => ({ paperId, pagesReceived });

const visitOf = (hidden: Of<typeof privateParts>, open: Of<typeof publicParts>): VisitView => ({
	name: 'inSession',
	language: hidden.language,
	startedAt: open.startedAt,
	screen: hidden.screen,
	presence: { state: 'present' },
	time: { state: 'running', endsAt: open.endsAt, because: 'limit', warnedMinutes: null },
	portal: { state: open.portal, placeName: hidden.placeName, pagesOpen: hidden.pages },
	site: hidden.site,
	attachWaits: hidden.attachWaits,
	scanning:
		open.scanFault === null
			? { state: 'done', source: 'feeder', sheets: hidden.pages, ...pagesOf(hidden) }
			: { state: 'failed', fault: open.scanFault, over: open.scanFaultIsOver, ...troubled, ...pagesOf(hidden) },
	printing: {
		state: open.printFault === null ? 'printing' : 'waiting',
		paperId: hidden.paperId,
		copies: hidden.pages,
		sheets: hidden.pages,
		impressions: hidden.pages,
		impressionsCompleted: 0,
		fault: open.printFault
	},
	printerHealth: open.printerHealth,
	printLimits: { sidesLeft: hidden.pages, copiesPerPrint: null },
	help: open.help,
	papers: hidden.papers,
	undoable: null,
	notice: hidden.notice
});

describe('a customer whom staff can see from the console', () => {
	it('shows nothing of themselves: not their language, papers, places or file names', () => {
		fc.assert(
			fc.property(privateParts, privateParts, publicParts, (one, other, open) => {
				const seen = staffView(viewOf(visitOf(one, open)));
				expect(seen).toEqual(staffView(viewOf(visitOf(other, open))));
				expect(JSON.stringify(seen)).not.toContain(secretMark);
			}),
			{ numRuns: 300 }
		);
	});

	it('is seen by when they came, how long they may stay and what troubles them', () => {
		const [hidden] = fc.sample(privateParts, { numRuns: 1, seed: 1 });
		const visit = visitOf(hidden!, {
			startedAt: now - 17 * minute,
			endsAt: now + 43 * minute,
			help: 'called',
			portal: 'shown',
			scanFault: 'jam',
			scanFaultIsOver: false,
			printFault: 'media-empty',
			printerHealth: { state: 'offline', notes: ['toner-low'] }
		});
		expect(staffView(viewOf({ ...visit, presence: { state: 'asked', answerBy: now + minute } }))).toEqual({
			now,
			timeZone: 'Europe/Helsinki',
			state: {
				name: 'in use',
				since: now - 17 * minute,
				endsAt: now + 43 * minute,
				because: 'limit',
				help: 'called',
				asked: true,
				portalShown: true,
				scanner: 'jam',
				printer: 'media-empty',
				printerNotes: ['toner-low'],
				portal: null
			}
		});
	});
});

describe('a scanner that works again', () => {
	it('is no task for staff any more, though the customer has not gone on yet', () => {
		const [hidden] = fc.sample(privateParts, { numRuns: 1, seed: 1 });
		const [open] = fc.sample(publicParts, { numRuns: 1, seed: 1 });
		const visit = visitOf(hidden!, { ...open!, scanFault: 'jam', scanFaultIsOver: true });
		expect(staffView(viewOf(visit)).state).toMatchObject({ scanner: null });
	});
});

describe('a printer that is out of paper before anybody prints', () => {
	it('is a task for staff during a visit too, and none once it is well', () => {
		const [hidden] = fc.sample(privateParts, { numRuns: 1, seed: 1 });
		const [open] = fc.sample(publicParts, { numRuns: 1, seed: 1 });
		const printer = (printerHealth: VisitView['printerHealth']) =>
			staffView(viewOf(visitOf(hidden!, { ...open!, printFault: null, printerHealth }))).state;
		expect([
			printer({ state: 'media-empty', notes: [] }),
			printer({ state: 'ok', notes: [] }),
			printer(null)
		]).toMatchObject([
			{ printer: 'media-empty', printerNotes: [] },
			{ printer: null, printerNotes: [] },
			{ printer: null, printerNotes: [] }
		]);
	});
});

describe('a computer without a customer', () => {
	it.each<[StateView, object]>([
		[{ name: 'starting' }, { name: 'starting' }],
		[{ name: 'wiping', proven: [], steps: wipeStepNames }, { name: 'wiping' }],
		[
			{
				name: 'ready',
				language: 'sv',
				limitMs: minute,
				closesAt: now,
				scannerTrouble: 'other-device',
				printerHealth: { state: 'media-jam', notes: ['media-low'] }
			},
			{
				name: 'free',
				closesAt: now,
				ignoresHours: false,
				scanner: 'other-device',
				printer: 'media-jam',
				printerNotes: ['media-low']
			}
		]
	])('$name is told as it is', (state, told) => {
		expect(staffView(viewOf(state)).state).toEqual(told);
	});

	it('that is out of order says which steps of the wipe are not proven, and not what was found', () => {
		const proof = { lookedAt: ['/dev/shm/visit'], found: [secretMark], durationMs: 1 };
		const proofs = [
			{ step: 'portal' as const, proven: true, ...proof },
			{ step: 'tray' as const, proven: false, ...proof }
		];
		expect(staffView(viewOf({ name: 'outOfOrder', reason: 'wipe-not-proven', proofs, others: [] })).state).toEqual({
			name: 'out of order',
			reason: 'wipe-not-proven',
			unproven: ['tray']
		});
	});
});
