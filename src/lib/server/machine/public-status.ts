import * as v from 'valibot';
import { computerStates, type ComputerState, type SessionView } from '../../session/session-view.ts';

/** What a computer tells anyone who asks `GET /status`; nothing of it concerns a customer. */
export const publicStatusSchema = v.object({
	servicePoint: v.string(),
	/** The name on its label; null where it has none. */
	computer: v.nullable(v.string()),
	state: v.picklist(computerStates)
});
export type PublicStatus = v.InferOutput<typeof publicStatusSchema>;

/** The public status of this computer. Somebody who has chosen a language stands before it: it is no longer free. */
export const publicStatusOf = (
	{ state }: SessionView,
	servicePointId: string,
	computer: string | null
): PublicStatus => ({
	servicePoint: servicePointId,
	computer,
	state: state.name === 'ready' ? (state.language === null ? 'free' : 'inUse') : statesByName[state.name]
});

const statesByName: Readonly<Record<Exclude<SessionView['state']['name'], 'ready'>, ComputerState>> = {
	starting: 'wiping',
	wiping: 'wiping',
	closed: 'closed',
	inSession: 'inUse',
	outOfOrder: 'outOfOrder'
};
