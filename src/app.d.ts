import type { IncomingMessage } from 'node:http';
import type { ConsoleRequest } from '#lib/server/console/console-kiosk.ts';
import type { CustomerKiosk } from '#lib/server/customer/customer-kiosk.ts';

declare global {
	namespace App {
		interface Locals {
			kiosk: CustomerKiosk;
			/** Only on the console's routes, which no other listener reaches. */
			console: ConsoleRequest;
		}
		interface Platform {
			/** The listener hangs its kiosk on each request; nothing is global. */
			req: IncomingMessage & { kiosk?: CustomerKiosk; console?: ConsoleRequest };
		}
	}
}
