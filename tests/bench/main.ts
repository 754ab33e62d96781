import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commandToScreen } from './command-to-screen.ts';
import { endToReady } from './end-to-ready.ts';
import { feederIntoTray, feederThroughKiosk } from './feeder-into-tray.ts';
import { isKept, median, ratioOf, type Figure, type Measure } from './figure.ts';
import { firstThumbnail } from './first-thumbnail.ts';
import { growth } from './growth.ts';
import { hoursOfTenYears } from './hours-of-ten-years.ts';
import { manyPages } from './many-pages.ts';
import { fiftyPagesToPdf, feederToPdf } from './pages-to-pdf.ts';
import { portalShown } from './portal-shown.ts';
import { printAccepted, printPreview } from './print.ts';
import { serverMemory } from './server-memory.ts';
import { startPageCode } from './start-page-code.ts';

const measures: Readonly<Record<string, Measure>> = {
	code: startPageCode,
	command: commandToScreen,
	feeder: feederIntoTray,
	'feeder-kiosk': feederThroughKiosk,
	'feeder-pdf': feederToPdf,
	pdf: fiftyPagesToPdf,
	thumbnail: firstThumbnail,
	pages: manyPages,
	print: printAccepted,
	preview: printPreview,
	growth,
	portal: portalShown,
	end: endToReady,
	memory: serverMemory,
	hours: hoursOfTenYears
};
const leastRounds = 5;
const results = fileURLToPath(new URL('../../test-results', import.meta.url));

const usage = `usage: npm run bench -- [--rounds N] [${Object.keys(measures).join('|')} …]\n`;
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { rounds: { type: 'string', default: String(leastRounds) } }
});
const rounds = Number(values.rounds);
const wanted = positionals.length > 0 ? positionals : Object.keys(measures);
if (!(Number.isInteger(rounds) && rounds >= leastRounds) || wanted.some((name) => !(name in measures))) {
	process.stderr.write(usage);
	process.exit(2);
}

const figures: Figure[] = [];
const broken: string[] = [];
for (const name of wanted) {
	process.stdout.write(`${name} …\n`);
	try {
		figures.push(...((await measures[name]?.(rounds)) ?? []));
	} catch (error) {
		broken.push(name);
		process.stderr.write(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}\n`);
	}
}

const round = (value: number) => Math.round(value * 100) / 100;
const reported = figures.map((figure) => ({
	...figure,
	baselineMedian: figure.baseline && median(figure.baseline),
	ratio: ratioOf(figure),
	kept: isKept(figure)
}));
console.table(
	Object.fromEntries(
		reported.map(({ name, unit, ourValue, baselineMedian, ratio, limit, kept }) => [
			name,
			{
				ours: `${round(ourValue)} ${unit}`,
				baseline: baselineMedian === null ? '' : `${round(baselineMedian)} ${unit}`,
				ratio: ratio === null ? '' : round(ratio),
				limit: ratio === null ? `${limit} ${unit}` : limit,
				'': kept ? 'ok' : 'MISSED'
			}
		])
	)
);
for (const { name, notes = {} } of reported)
	for (const [what, value] of Object.entries(notes))
		process.stdout.write(`${name}: ${what}: ${typeof value === 'number' ? round(value) : value}\n`);

await mkdir(results, { recursive: true });
const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg() };
await writeFile(
	`${results}/bench.json`,
	`${JSON.stringify({ at: new Date().toISOString(), machine, rounds, figures: reported, broken }, null, '\t')}\n`
);
process.exit(broken.length === 0 && reported.every(({ kept }) => kept) ? 0 : 1);
