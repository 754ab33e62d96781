import { describe, expect, it } from 'vitest';
import { createSimulatedHouse, limits, scannedPage } from './testing/simulated-house.ts';

const minute = 60_000;

describe('from one customer to the next', () => {
	it('wipes before it serves anyone, and serves only after the proof', async () => {
		const house = createSimulatedHouse();
		await house.settle();
		expect(house.state()).toEqual({
			name: 'wiping',
			proven: [],
			steps: ['portal', 'scanner', 'printer', 'tray', 'clipboard', 'screen', 'settings', 'temporary-files']
		});
		expect(house.wipes).toEqual(['started']);
		await house.wiped();
		expect(house.state().name).toBe('ready');
	});

	it('is out of order when one step cannot be proven, until staff had it wiped again', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.command({ type: 'end visit' });
		await house.wiped('tray');
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'wipe-not-proven' });
		expect(house.session.command({ type: 'start visit' })).toEqual({ accepted: false, refusal: 'not-now' });
		expect(house.session.staff({ type: 'retry wipe' })).toEqual({ accepted: true });
		await house.wiped();
		expect(house.state().name).toBe('ready');
		expect(house.wipes).toEqual(['started', 'session-ended', 'staff-retry']);
	});

	it('is out of order when the wipe does not come to an end', async () => {
		const house = createSimulatedHouse();
		await house.settle();
		await house.pass(20_000);
		expect(house.state()).toMatchObject({ name: 'outOfOrder', reason: 'wipe-failed' });
	});

	it('remembers nothing of a visit once it ends', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.command({ type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'text' });
		house.scan().push({ type: 'page', page: scannedPage });
		await house.settle();
		expect(house.session.remembered()).toEqual(['language', 'startedAt', 'end', 'papers', 'scan']);
		house.session.command({ type: 'end visit' });
		expect(house.session.remembered()).toEqual([]);
		expect(house.scan().aborted()).toBe(true);
		expect(house.portal.signal?.aborted).toBe(true);
	});

	it('goes back to the languages when nobody presses start', async () => {
		const house = createSimulatedHouse();
		await house.settle();
		await house.wiped();
		house.session.command({ type: 'choose language', language: 'sv' });
		expect(house.state()).toMatchObject({ name: 'ready', language: 'sv' });
		await house.pass(minute);
		expect(house.state()).toMatchObject({ name: 'ready', language: null });
	});

	it('ends the visit and wipes when the screen is lost', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.screenLost();
		expect(house.state().name).toBe('wiping');
	});
});

describe('limits that are changed while the computer runs', () => {
	const half = { ...limits, visitMs: 30 * minute, warnMinutes: [2], idleMs: 2 * minute };

	it('leave a running visit the time that its customer was told, and hold for the next', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		const { time } = house.visit();
		house.session.limitsChanged(half);
		expect(house.visit().time).toEqual(time);
		await house.pass(3 * minute);
		expect(house.visit().presence).toEqual({ state: 'present' });
		house.session.command({ type: 'end visit' });
		await house.wiped();
		expect(house.state()).toMatchObject({ name: 'ready', limitMs: 30 * minute });
		house.session.command({ type: 'choose language', language: 'fi' });
		house.session.command({ type: 'start visit' });
		expect(house.visit().time.endsAt).toBe(house.clock.now() + 30 * minute);
		await house.pass(2 * minute);
		expect(house.visit().presence.state).toBe('asked');
	});

	it('are told on the first page at once when nobody is there', async () => {
		const house = createSimulatedHouse();
		await house.settle();
		await house.wiped();
		house.session.limitsChanged(half);
		expect(house.state()).toMatchObject({ name: 'ready', limitMs: 30 * minute });
	});
});

describe('somebody walks away', () => {
	it('hides the papers and asks, then ends the visit', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		await house.pass(5 * minute);
		expect(house.visit().presence).toEqual({ state: 'asked', answerBy: house.clock.now() + minute });
		await house.pass(minute);
		expect(house.state().name).toBe('wiping');
	});

	it('goes on where it was when the customer answers', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.command({ type: 'go to', screen: 'papers' });
		await house.pass(5 * minute);
		house.session.command({ type: 'I am here' });
		expect(house.visit().presence).toEqual({ state: 'present' });
		expect(house.visit().screen).toEqual({ name: 'papers' });
	});

	it('tells the screens nothing while only the pointer moves', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		const told: number[] = [];
		const stop = house.session.subscribe(({ sequence }) => told.push(sequence));
		house.session.customerActed();
		await house.pass(minute);
		house.session.customerActed();
		house.session.command({ type: 'go to', screen: 'papers' });
		stop();
		expect(told).toHaveLength(2);
	});

	it('takes a passer-by who moves the pointer for no answer', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		await house.pass(5 * minute);
		house.session.customerActed();
		expect(house.visit().presence.state).toBe('asked');
	});

	it('does not ask while keys are pressed in the portal or a scan runs', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		await house.pass(4 * minute);
		house.session.customerActed();
		await house.pass(4 * minute);
		expect(house.visit().presence.state).toBe('present');
		house.session.command({ type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'text' });
		await house.pass(12 * minute);
		expect(house.visit().presence.state).toBe('present');
		house.scan().push({ type: 'page', page: scannedPage });
		house.scan().end();
		await house.settle();
		await house.pass(5 * minute);
		expect(house.visit().presence.state).toBe('asked');
	});
});

describe('the end of the time', () => {
	const stayPresent = async (house: ReturnType<typeof createSimulatedHouse>, minutes: number) => {
		for (let passed = 0; passed < minutes; passed++) {
			house.session.customerActed();
			await house.pass(minute);
		}
	};

	it('warns at 10, 5 and 1 minute before the session limit, then ends', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		const endsAt = house.startedAt + 60 * minute;
		expect(house.visit().time).toEqual({ state: 'running', endsAt, because: 'limit', warnedMinutes: null });
		const seen: unknown[] = [];
		for (const minutes of [49, 1, 4, 1, 3, 1]) {
			await stayPresent(house, minutes);
			const { state, warnedMinutes } = house.visit().time;
			seen.push([state, warnedMinutes]);
		}
		expect(seen).toEqual([
			['running', null],
			['ending soon', 10],
			['ending soon', 10],
			['ending soon', 5],
			['ending soon', 5],
			['ending soon', 1]
		]);
		await stayPresent(house, 1);
		expect(house.state().name).toBe('wiping');
	});

	it('gives a grace after closing time and never ends earlier than it said', async () => {
		const startedAt = Date.UTC(2026, 10, 23, 7, 0);
		const closesAt = startedAt + 8 * minute;
		const house = createSimulatedHouse({ hours: { open: true, closesAt, nextOpen: null } });
		await house.startVisit();
		expect(house.visit().time).toEqual({
			state: 'ending soon',
			endsAt: closesAt,
			because: 'closing',
			warnedMinutes: 10
		});
		await stayPresent(house, 8);
		house.session.hoursChanged({ open: false, closesAt: null, nextOpen: null });
		const inGrace = { state: 'grace', endsAt: closesAt + 2 * minute, because: 'closing', warnedMinutes: 1 };
		expect(house.visit().time).toEqual(inGrace);
		await house.pass(2 * minute - 1);
		expect(house.visit().time).toEqual(inGrace);
		await house.pass(1);
		expect(house.state().name).toBe('wiping');
		await house.wiped();
		expect(house.state().name).toBe('closed');
	});
});

describe('opening hours', () => {
	it('opens and closes by itself when nobody is there', async () => {
		const house = createSimulatedHouse({ hours: { open: false, closesAt: null, nextOpen: 1 } });
		await house.settle();
		await house.wiped();
		expect(house.state().name).toBe('closed');
		expect(house.session.command({ type: 'choose language', language: 'fi' })).toEqual({
			accepted: false,
			refusal: 'not-now'
		});
		house.session.hoursChanged({ open: true, closesAt: null, nextOpen: null });
		expect(house.state().name).toBe('ready');
		house.session.command({ type: 'choose language', language: 'en' });
		house.session.hoursChanged({ open: false, closesAt: null, nextOpen: null });
		expect(house.state().name).toBe('closed');
		expect(house.session.remembered()).toEqual([]);
	});
});

describe('the closed screen', () => {
	it('tells when another point opens while this one stays closed, and nothing while nothing changes', async () => {
		let openNow = false;
		const house = createSimulatedHouse({
			hours: { open: false, closesAt: null, nextOpen: null },
			closedHours: () => ({
				why: { kind: 'hours', rule: { kind: 'weekly' } },
				nextOpen: null,
				phone: null,
				takeAlong: [],
				nearest: [
					{
						id: 'kemi',
						until: null,
						name: { fi: 'Kemi', sv: 'Kemi', en: 'Kemi' },
						address: { street: 'Katu 2', city: 'Kemi' },
						openNow,
						nextOpen: null
					}
				]
			})
		});
		await house.settle();
		await house.wiped();
		const told: unknown[] = [];
		house.session.subscribe(({ state }) => told.push(state.name === 'closed' && state.hours.nearest[0]?.openNow));
		house.session.surroundingsChanged();
		openNow = true;
		house.session.surroundingsChanged();
		expect(told).toEqual([false, true]);
	});
});

describe('a paper that is removed', () => {
	it('takes nothing else with it: the portal stays open, help stays called', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.portal.warmed();
		await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(1) });
		house.session.command({ type: 'enter portal' });
		house.session.command({ type: 'call for help' });
		const paperId = house.visit().papers[0]?.id ?? '';
		house.session.command({ type: 'edit paper', edit: { type: 'remove paper', paperId } });
		await house.settle();
		const { screen, portal, help, papers } = house.visit();
		expect({ screen: screen.name, portal: portal.state, help, papers }).toEqual({
			screen: 'papers',
			portal: 'hidden',
			help: 'called',
			papers: []
		});
		expect(house.portal.signal?.aborted).toBe(false);
	});
});

describe('the portal', () => {
	const enter = async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.portal.warmed();
		await house.settle();
		house.session.command({ type: 'enter portal' });
		await house.settle();
		return house;
	};

	it('shows as soon as it is warm when the customer was faster', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.command({ type: 'enter portal' });
		expect(house.visit().portal).toEqual({ state: 'warming', wanted: true });
		house.portal.warmed();
		await house.settle();
		expect(house.visit().portal).toMatchObject({ state: 'shown' });
		expect(house.portalOrders).toEqual(['show']);
	});

	it('answers a file input with the chosen paper and goes back to the page', async () => {
		const house = await enter();
		await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(1) });
		const chooser = { id: 'c1', accept: ['application/pdf'], multiple: false };
		await house.portalTells({ type: 'file chooser opened', chooser });
		expect(house.visit().screen).toEqual({ name: 'attach', chooser, maxBytes: 1000, fit: null });
		const paperId = house.visit().papers[0]?.id ?? '';
		expect(house.session.command({ type: 'attach papers', paperIds: [paperId] })).toEqual({ accepted: true });
		await house.settle();
		expect(house.visit().screen).toEqual({ name: 'portal' });
		expect(house.portalOrders).toEqual(['show', 'hide', 'show', 'answer c1: paatos.pdf']);
	});

	it('leaves the page as it was when the customer cancels', async () => {
		const house = await enter();
		await house.portalTells({ type: 'file chooser opened', chooser: { id: 'c1', accept: [], multiple: true } });
		house.session.command({ type: 'cancel attaching' });
		await house.settle();
		expect(house.portalOrders).toContain('answer c1: ');
		expect(house.visit().screen).toEqual({ name: 'portal' });
	});

	it('refuses papers the page does not take, and keeps the question open', async () => {
		const house = await enter();
		await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(1) });
		const chooser = { id: 'c1', accept: ['image/png'], multiple: false };
		await house.portalTells({ type: 'file chooser opened', chooser });
		const paperId = house.visit().papers[0]?.id ?? '';
		expect(house.session.command({ type: 'attach papers', paperIds: [paperId] })).toEqual({
			accepted: false,
			refusal: 'wrong-file-type'
		});
		expect(house.visit().screen).toEqual({ name: 'attach', chooser, maxBytes: 1000, fit: null });
	});

	it('comes back to the question after a scan in between', async () => {
		const house = await enter();
		const chooser = { id: 'c1', accept: [], multiple: false };
		await house.portalTells({ type: 'file chooser opened', chooser });
		house.session.command({ type: 'go to', screen: 'scan' });
		expect(house.visit().attachWaits).toBe(true);
		house.session.command({ type: 'enter portal' });
		expect(house.visit().screen).toEqual({ name: 'attach', chooser, maxBytes: 1000, fit: null });
	});

	it('says so when it crashes, keeps the visit, and starts anew when asked', async () => {
		const house = await enter();
		await house.portalTells({ type: 'ended', report: { fault: 'crashed', detail: '' } });
		expect(house.visit()).toMatchObject({
			portal: { state: 'failed', fault: 'crashed' },
			notice: { kind: 'portal ended' }
		});
		house.session.command({ type: 'enter portal' });
		expect(house.visit().portal).toEqual({ state: 'warming', wanted: true });
	});

	it('that never started is a fault of its tile, not the end of something the customer was in', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.portal.warmed('did-not-start');
		await house.settle();
		expect(house.visit()).toMatchObject({ portal: { state: 'failed', fault: 'did-not-start' }, notice: null });
	});

	it('hides behind the question whether to end, and comes back on stay', async () => {
		const house = await enter();
		house.session.command({ type: 'ask to end' });
		expect(house.visit()).toMatchObject({ screen: { name: 'confirm end' }, portal: { state: 'hidden' } });
		house.session.command({ type: 'stay' });
		expect(house.visit()).toMatchObject({ screen: { name: 'portal' }, portal: { state: 'shown' } });
	});

	it('stops telling of a new paper once the customer looks at the papers', async () => {
		const house = await enter();
		await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(1) });
		expect(house.visit().notice).toEqual({ kind: 'paper arrived', paperId: house.visit().papers[0]?.id });
		house.session.command({ type: 'go to', screen: 'papers' });
		expect(house.visit().notice).toBe(null);
	});

	it('refuses a paper too big for the page with the page left as it was', async () => {
		const house = await enter();
		await house.portalTells({ type: 'download failed', reason: 'too-big' });
		expect(house.visit().notice).toEqual({ kind: 'download refused', reason: 'too-big' });
		house.session.command({ type: 'dismiss notice' });
		expect(house.visit().notice).toBe(null);
	});
});

describe('a channel', () => {
	const begin = async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.portal.warmed();
		await house.settle();
		return house;
	};
	const opened = (house: Awaited<ReturnType<typeof begin>>) => {
		const { startUrl, hosts } = house.portal.opening ?? {};
		return { startUrl, hosts };
	};

	it('is looked at and left to where the customer came from', async () => {
		const house = await begin();
		house.session.command({ type: 'go to', screen: 'channels' });
		house.session.command({ type: 'look at channel', channelId: 'phone' });
		const fromList = house.visit().screen;
		house.session.command({ type: 'start guide' });
		house.session.command({ type: 'answer guide', questionId: 'matter', answer: 1 });
		house.session.command({ type: 'look at channel', channelId: 'phone' });
		const fromGuide = house.visit().screen;
		house.session.command({ type: 'go to', screen: 'guide' });
		expect([fromList, fromGuide, house.visit().screen]).toEqual([
			{ name: 'channel', channelId: 'phone', cameFrom: 'channels' },
			{ name: 'channel', channelId: 'phone', cameFrom: 'guide' },
			{ name: 'guide', step: { kind: 'advice', id: 'talk' }, answered: 1 }
		]);
	});

	it('opens its site in a browser of its own, with its own hosts and its own name', async () => {
		const house = await begin();
		const before = house.portal.signal;
		expect(house.session.command({ type: 'open channel', channelId: 'forms' })).toEqual({ accepted: true });
		expect(house.visit().portal).toEqual({ state: 'warming', wanted: true });
		expect(before?.aborted).toBe(true);
		house.portal.warmed();
		await house.portalTells({ type: 'place changed', host: 'files.test', pagesOpen: 1 });
		const { site, portal } = house.visit();
		const name = { fi: 'forms', sv: 'forms', en: 'forms' };
		expect({ site, portal, opened: opened(house) }).toEqual({
			site: { channelId: 'forms', name },
			portal: { state: 'shown', placeName: name, pagesOpen: 1 },
			opened: { startUrl: 'https://forms.test/', hosts: ['forms.test', 'files.test'] }
		});
	});

	it('whose site is the portal itself opens the portal that is warm already', async () => {
		const house = await begin();
		house.session.command({ type: 'open channel', channelId: 'portal' });
		expect([house.visit().portal.state, house.visit().site, opened(house)]).toEqual([
			'shown',
			null,
			{ startUrl: 'https://portal.test/fi', hosts: undefined }
		]);
	});

	it.each(['phone', 'unknown'])('that has no site (%s) opens nothing and says so', async (channelId) => {
		const house = await begin();
		expect(house.session.command({ type: 'open channel', channelId })).toEqual({
			accepted: false,
			refusal: 'no-such-channel'
		});
		expect(house.visit().screen).toEqual({ name: 'home' });
	});

	it('asks before it closes the portal that the customer was in; staying keeps it as it was', async () => {
		const house = await begin();
		house.session.command({ type: 'enter portal' });
		house.session.command({ type: 'go to', screen: 'channels' });
		const browser = house.portal.signal;
		house.session.command({ type: 'open channel', channelId: 'chat' });
		expect(house.visit().screen).toEqual({
			name: 'confirm leaving',
			opens: { channelId: 'chat', name: { fi: 'chat', sv: 'chat', en: 'chat' } }
		});
		house.session.command({ type: 'stay' });
		expect([house.visit().screen, house.visit().portal.state, house.visit().site]).toEqual([
			{ name: 'channels' },
			'hidden',
			null
		]);
		house.session.command({ type: 'enter portal' });
		expect([house.visit().portal.state, browser?.aborted]).toEqual(['shown', false]);
	});

	it('closes the portal once the customer says so, and takes an attachment that it waited for with it', async () => {
		const house = await begin();
		house.session.command({ type: 'enter portal' });
		await house.portalTells({ type: 'file chooser opened', chooser: { id: 'c1', accept: [], multiple: false } });
		const browser = house.portal.signal;
		house.session.command({ type: 'open channel', channelId: 'chat' });
		house.session.command({ type: 'leave and open' });
		house.portal.warmed();
		await house.settle();
		const { screen, attachWaits, portal } = house.visit();
		expect([screen.name, attachWaits, portal.state, browser?.aborted]).toEqual(['portal', false, 'shown', true]);
		expect(opened(house)).toEqual({ startUrl: 'https://chat.test/', hosts: ['chat.test'] });
	});

	it('is returned to without a question, and left for the portal, which opens anew, with one', async () => {
		const house = await begin();
		house.session.command({ type: 'open channel', channelId: 'chat' });
		house.portal.warmed();
		await house.settle();
		house.session.command({ type: 'go to', screen: 'home' });
		house.session.command({ type: 'open channel', channelId: 'chat' });
		expect(house.visit().screen).toEqual({ name: 'portal' });
		house.session.command({ type: 'enter portal' });
		expect(house.visit().screen).toEqual({ name: 'confirm leaving', opens: null });
		house.session.command({ type: 'leave and open' });
		expect([house.visit().site, opened(house)]).toEqual([
			null,
			{ startUrl: 'https://portal.test/fi', hosts: undefined }
		]);
	});

	it('is tried again by itself when its site did not start', async () => {
		const house = await begin();
		house.session.command({ type: 'open channel', channelId: 'chat' });
		house.portal.warmed('did-not-start');
		await house.settle();
		expect(house.visit().portal).toEqual({ state: 'failed', fault: 'did-not-start' });
		house.session.command({ type: 'open channel', channelId: 'chat' });
		await house.settle();
		expect([house.visit().portal, opened(house).startUrl]).toEqual([
			{ state: 'warming', wanted: true },
			'https://chat.test/'
		]);
	});
});

describe('the guide', () => {
	const guided = async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		house.session.command({ type: 'start guide' });
		return house;
	};
	const answer = (questionId: string, number: number) => ({
		type: 'answer guide' as const,
		questionId,
		answer: number
	});

	it('asks one thing after the other and comes to advice', async () => {
		const house = await guided();
		const seen = [house.visit().screen];
		for (const given of [answer('matter', 0), answer('how', 0)]) {
			house.session.command(given);
			seen.push(house.visit().screen);
		}
		expect(seen).toEqual([
			{ name: 'guide', step: { kind: 'question', id: 'matter' }, answered: 0 },
			{ name: 'guide', step: { kind: 'question', id: 'how' }, answered: 1 },
			{ name: 'guide', step: { kind: 'advice', id: 'online' }, answered: 2 }
		]);
	});

	it('takes a second press for no answer to the next question', async () => {
		const house = await guided();
		house.session.command(answer('matter', 0));
		expect(house.session.command(answer('matter', 0))).toEqual({ accepted: false, refusal: 'not-now' });
		expect(house.visit().screen).toMatchObject({ step: { id: 'how' }, answered: 1 });
	});

	it('goes back question by question and from the first to all channels', async () => {
		const house = await guided();
		house.session.command(answer('matter', 0));
		house.session.command({ type: 'guide back' });
		const back = house.visit().screen;
		house.session.command({ type: 'guide back' });
		expect([back, house.visit().screen]).toEqual([
			{ name: 'guide', step: { kind: 'question', id: 'matter' }, answered: 0 },
			{ name: 'channels' }
		]);
	});

	it('keeps its place while the customer is elsewhere, and is forgotten with the visit', async () => {
		const house = await guided();
		house.session.command(answer('matter', 1));
		house.session.command({ type: 'go to', screen: 'papers' });
		house.session.command({ type: 'go to', screen: 'guide' });
		expect(house.visit().screen).toMatchObject({ step: { id: 'talk' } });
		expect(house.session.remembered()).toContain('guideAnswers');
		house.session.command({ type: 'end visit' });
		expect(house.session.remembered()).toEqual([]);
	});
});

describe('a name', () => {
	it('that is nothing but control characters is refused, the old one stays', async () => {
		const house = createSimulatedHouse();
		await house.startVisit();
		await house.portalTells({ type: 'download finished', name: 'paatos', bytes: new Uint8Array(1) });
		const paperId = house.visit().papers[0]?.id ?? '';
		expect(
			house.session.command({ type: 'edit paper', edit: { type: 'rename', paperId, name: '\u202e\u0007' } })
		).toEqual({
			accepted: false,
			refusal: 'name-not-allowed'
		});
		expect(house.visit().papers[0]?.name).toBe('paatos');
	});
});

describe('a paper that is not there', () => {
	it.each([
		[{ type: 'open paper', paperId: 'x' }],
		[{ type: 'prepare print', paperId: 'x' }],
		[{ type: 'edit paper', edit: { type: 'remove paper', paperId: 'x' } }],
		[{ type: 'edit paper', edit: { type: 'rename', paperId: 'x', name: 'y' } }]
	] as const)('is refused with that reason: %o', async (command) => {
		const house = createSimulatedHouse();
		await house.startVisit();
		expect(house.session.command(command)).toEqual({ accepted: false, refusal: 'no-such-paper' });
		expect(house.visit().screen).toEqual({ name: 'home' });
	});
});
