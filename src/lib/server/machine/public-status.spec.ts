import * as v from 'valibot';
import { expect, it } from 'vitest';
import { createSimulatedHouse } from '../../session/testing/simulated-house.ts';
import { publicStatusOf, publicStatusSchema } from './public-status.ts';

it('a computer tells its neighbours whether it is free, and nothing of a visit', async () => {
	const house = createSimulatedHouse();
	const told: string[] = [];
	house.session.subscribe((view) => {
		const status = JSON.stringify(publicStatusOf(view, 'tornio', '1'));
		if (told.at(-1) !== status) told.push(status);
	});
	await house.settle();
	await house.wiped();
	house.session.command({ type: 'choose language', language: 'fi' });
	house.session.command({ type: 'back to languages' });
	house.session.command({ type: 'choose language', language: 'sv' });
	house.session.command({ type: 'start visit' });
	house.session.command({ type: 'end visit' });
	await house.wiped('tray');
	house.session.staff({ type: 'retry wipe' });
	house.session.hoursChanged({ open: false, closesAt: null, nextOpen: null });
	await house.wiped();
	const status = (state: string) => `{"servicePoint":"tornio","computer":"1","state":"${state}"}`;
	const states = ['wiping', 'free', 'inUse', 'free', 'inUse', 'wiping', 'outOfOrder', 'wiping', 'closed'];
	expect(told).toEqual(states.map(status));
	for (const each of told) expect(v.is(publicStatusSchema, JSON.parse(each))).toBe(true);
});
