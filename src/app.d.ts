import type { IncomingMessage } from 'node:http';
import type { CustomerKiosk } from '#lib/server/customer/customer-kiosk.ts';

declare global {
	namespace App {
		interface Locals {
			kiosk: CustomerKiosk;
		}
		interface Platform {
			/** The listener hangs its kiosk on each request; nothing is global. */
			req: IncomingMessage & { kiosk?: CustomerKiosk };
		}
	}
}
