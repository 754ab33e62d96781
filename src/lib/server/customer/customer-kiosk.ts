import type { Tray } from '../../ports/tray.ts';
import type { Session } from '../../session/session.ts';
import type { ChannelsOffer, DeviceOffer } from '../../session/session-view.ts';
import type { CustomerAccess } from './customer-access.ts';

/** All that the customer listener can reach of the kiosk. */
export interface CustomerKiosk {
	readonly session: Session;
	readonly tray: Tray;
	readonly access: CustomerAccess;
	/** What the devices offer now; asked from them, so it may take as long as their time limits. */
	deviceOffer(signal: AbortSignal): Promise<DeviceOffer>;
	/** The web address of something to take along as a QR code, or null when the configuration knows no such thing. */
	takeAlong(id: string): string | null;
	/** Every channel as it is now, and the guide to them. */
	channelsOffer(): ChannelsOffer;
	/** A browser that locks nothing tells by itself that somebody is there. */
	browserActivity(): void;
	/** Counts a refused request; only the reason is kept. */
	requestRefused(reason: RefusedRequest): void;
}

export type RefusedRequest = 'foreign-host' | 'foreign-origin' | 'no-token';
