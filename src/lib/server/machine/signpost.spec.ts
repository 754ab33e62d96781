import { describe, expect, it } from 'vitest';
import { closedHours, createSimulatedHouse } from '../../session/testing/simulated-house.ts';
import { keepSignpostTrue } from './signpost.ts';

/** A closed computer whose phone hours a test changes, and a second that passes when a test says so. */
async function closedComputer() {
	let phoneIsOpen = true;
	const house = createSimulatedHouse({
		hours: { open: false, closesAt: null, nextOpen: null },
		closedHours: () => ({ ...closedHours, phone: { openNow: phoneIsOpen, until: null, nextOpen: null } })
	});
	const followed: boolean[] = [];
	const looks = new Set<() => void>();
	const stop = keepSignpostTrue(house.session, { follow: (wanted) => followed.push(wanted) }, (run) => {
		looks.add(run);
		return () => looks.delete(run);
	});
	await house.settle();
	await house.wiped();
	return {
		house,
		stop,
		followed,
		isLooking: () => looks.size === 1,
		closePhone: () => (phoneIsOpen = false),
		second: () => looks.forEach((look) => look())
	};
}

describe('a closed computer', () => {
	it('says that the phone is open no second longer than it is', async () => {
		const { house, closePhone, second } = await closedComputer();
		const phone: unknown[] = [];
		house.session.subscribe(({ state }) => state.name === 'closed' && phone.push(state.hours.phone?.openNow));
		second();
		closePhone();
		second();
		second();
		expect(phone).toEqual([true, false]);
	});

	it('asks its neighbours and looks each second only until it opens', async () => {
		const { house, followed, isLooking } = await closedComputer();
		expect([followed, isLooking()]).toEqual([[true], true]);
		house.session.hoursChanged({ open: true, closesAt: null, nextOpen: null });
		expect([followed, isLooking()]).toEqual([[true, false], false]);
	});

	it('leaves nobody asking when the program ends', async () => {
		const { stop, followed, isLooking } = await closedComputer();
		stop();
		expect([followed, isLooking()]).toEqual([[true, false], false]);
	});
});
