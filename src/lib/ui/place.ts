import type { LocalizedText } from '../domain/language.ts';
import type { SessionCommand } from '../session/session-command.ts';
import type { SessionView, VisitView } from '../session/session-view.ts';

/** What the place is called that the portal's browser is for: a channel, or the portal. */
export const placeOf = (view: SessionView, visit: VisitView): LocalizedText =>
	visit.site?.name ?? view.point.portalName;

/** Leads (back) to that place. */
export const toPlace = ({ site }: VisitView): SessionCommand =>
	site === null ? { type: 'enter portal' } : { type: 'open channel', channelId: site.channelId };
