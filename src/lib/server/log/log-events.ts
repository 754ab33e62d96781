import * as v from 'valibot';
import { wipeStepNames, type WipeRecord } from '../../domain/wipe.ts';
import type { DisplayFault, DisplayLock } from '../../ports/display.ts';
import { portalFaults } from '../../ports/portal.ts';
import { printFaults } from '../../ports/printer.ts';
import { scanFaults } from '../../ports/scanner.ts';
import { refusals, sessionCommandSchema } from '../../session/session-command.ts';
import type { OutOfOrderReason, StateView } from '../../session/session-view.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const durationMs = v.pipe(v.number(), v.minValue(0));

const stateNames = [
	'starting',
	'wiping',
	'closed',
	'ready',
	'inSession',
	'outOfOrder'
] as const satisfies StateView['name'][];
const wipeReasons = [
	'started',
	'session-ended',
	'staff-retry',
	'command-line'
] as const satisfies WipeRecord['reason'][];
const locks = ['locked', 'browser'] as const satisfies DisplayLock[];
const displayFaults = ['not-installed', 'no-x-server', 'did-not-start', 'crashed'] as const satisfies DisplayFault[];
const outOfOrderReasons = [
	'wipe-not-proven',
	'wipe-failed',
	'unsafe-storage',
	'screen-lost'
] as const satisfies OutOfOrderReason[];

/**
 * Every event that may be written, with its fields. Only numbers, truth values and words from fixed lists: there is no field
 * that could hold a name, an address, a file name or any other text of a customer's.
 */
export const logEvents = {
	'server started': {
		port: count,
		lock: v.picklist(locks),
		simulatedScanner: v.boolean(),
		simulatedPrinter: v.boolean()
	},
	'server stopped': {},
	'state changed': { from: v.picklist(stateNames), to: v.picklist(stateNames) },
	'out of order': { reason: v.picklist(outOfOrderReasons) },
	'wipe finished': { reason: v.picklist(wipeReasons), proven: v.boolean(), durationMs, steps: count },
	'wipe step not proven': { step: v.picklist(wipeStepNames), durationMs },
	'command refused': {
		type: v.picklist(sessionCommandSchema.options.map((option) => option.entries.type.literal)),
		refusal: v.picklist(refusals)
	},
	'scanner fault': { fault: v.picklist(scanFaults) },
	'printer fault': { fault: v.picklist(printFaults) },
	'screen fault': { fault: v.picklist(displayFaults) },
	'portal ended': { fault: v.picklist(portalFaults) },
	'configuration reloaded': { servicePoints: count },
	'configuration refused': { problems: count },
	'request refused': { why: v.picklist(['foreign-host', 'foreign-origin', 'no-token', 'not-json', 'too-big']) },
	'console started': { port: count, tls: v.boolean(), openId: v.boolean() },
	'console not started': { why: v.picklist(['state-folder', 'certificate', 'address']) },
	'console request refused': {
		why: v.picklist(['foreign-host', 'foreign-origin', 'too-big', 'no-length', 'not-logged-in', 'no-path'])
	},
	'console records unusable': { why: v.picklist(['cannot-open', 'not-ours', 'corrupted', 'newer', 'while-running']) },
	'identity provider not reachable': { why: v.picklist(['no-secret', 'no-discovery', 'no-answer']) },
	/** Somebody tried to write what is not declared here; nothing of it is kept. A bug to be mended. */
	'event not declared': {}
} as const satisfies Record<string, v.ObjectEntries>;

type Declared = typeof logEvents;
export type LogEventName = keyof Declared;

/** The fields of one event, all of them required. */
export type LogFields<Name extends LogEventName> = {
	[Field in keyof Declared[Name]]: v.InferOutput<Extract<Declared[Name][Field], v.GenericSchema>>;
};
