import type { IncomingMessage } from 'node:http';
import type { Language } from '#lib/domain/language.ts';
import type { ConsoleRequest } from '#lib/server/console/console-kiosk.ts';
import type { CustomerKiosk } from '#lib/server/customer/customer-kiosk.ts';

declare global {
	namespace App {
		/** A route has what its own listener gives: `kiosk` the customer's routes, the rest those below `/console`. */
		interface Locals {
			kiosk: CustomerKiosk;
			console: ConsoleRequest;
			consoleLanguage: Language;
		}
		interface Platform {
			/** The listener hangs its kiosk on each request; nothing is global. */
			req: IncomingMessage & { kiosk?: CustomerKiosk; console?: ConsoleRequest };
		}
	}
}
