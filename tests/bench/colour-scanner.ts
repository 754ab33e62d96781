import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { colourPage } from './colour-pages.ts';

/** The simulated eSCL scanner with heavy pages, drawn before it says where it is. Ends by a signal. */
const pages = await Promise.all([0, 1, 2].map(colourPage));
const scanner = await startSimulatedEsclScanner({ pages });
process.stdout.write(`${scanner.url}\n`);
process.once('SIGTERM', () => void scanner.close());
