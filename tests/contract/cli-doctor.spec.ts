import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from '../../src/cli/commands/doctor-checks.ts';
import { createDoctorCommand } from '../../src/cli/commands/doctor.ts';
import { locateScanner, resolvePrinter } from '../../src/cli/commands/resolve-devices.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { run } from '../../src/lib/server/process/run.ts';

const builtAt = Date.UTC(2026, 10, 1);

let dir: string;
beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'kiosk-doctor-'));
	await cp('kiosk-config', dir, { recursive: true });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const edit = async (file: string, from: string, to: string) => {
	const content = await readFile(join(dir, file), 'utf8');
	expect(content).toContain(from);
	await writeFile(join(dir, file), content.replace(from, to));
};

const doctor = async (now: () => number, ...args: string[]) => {
	const out: string[] = [];
	const err: string[] = [];
	const context = {
		out: (line: string) => out.push(line),
		err: (line: string) => err.push(line),
		signal: new AbortController().signal,
		configDir: dir
	};
	const code = await createDoctorCommand({ locateScanner, resolvePrinter, now, builtAt: async () => builtAt }).run(
		args,
		context
	);
	return { code, out, err };
};
const findings = async (now = Date.now) => {
	const { code, out } = await doctor(now, '--json');
	const answer = JSON.parse(out[0] ?? '') as { ok: boolean; findings: Finding[] };
	const of = (check: string) => answer.findings.filter((finding) => finding.check === check);
	return { code, ok: answer.ok, of };
};

it('a machine of this kind is told line by line, and simulated devices are worth a note', async () => {
	const { of } = await findings();
	for (const check of [
		'configuration',
		'Node',
		'clock',
		'sandbox',
		'Chromium',
		'policies',
		'programs',
		'session storage'
	])
		expect(of(check)).toEqual([{ check, state: 'ok', found: expect.any(String) as string }]);
	expect([...of('scanner'), ...of('printer')]).toEqual(
		['scanner', 'printer'].map((check) => ({
			check,
			state: 'note',
			found: 'simulated, none is configured',
			todo: `set ${check}: in kiosk.yaml to a real one`
		}))
	);
});

it('devices that do not answer are not ok, and it says where to look', async () => {
	// Port 9 (discard) of loopback: nothing listens there.
	await edit('kiosk.yaml', 'scanner: simulated', 'scanner: escl:http://127.0.0.1:9/eSCL');
	await edit('kiosk.yaml', 'printer: simulated', 'printer: ipp://127.0.0.1:9/ipp/print');
	const { code, of } = await findings();
	expect(code).toBe(1);
	expect([...of('scanner'), ...of('printer')]).toEqual([
		{
			check: 'scanner',
			state: 'not ok',
			found: 'does not answer as it should at http://127.0.0.1:9/eSCL (offline: ScannerCapabilities: unreachable)',
			todo: 'look at its power, cable and address (scanner: in kiosk.yaml)'
		},
		{
			check: 'printer',
			state: 'not ok',
			found: 'does not answer as it should (offline)',
			todo: 'look at its power, cable and address (printer: in kiosk.yaml)'
		}
	]);
});

it('a scanner that is there says its model and serial number, in the words that kiosk.yaml wants', async () => {
	const device = await startSimulatedEsclScanner();
	await edit(
		'kiosk.yaml',
		'scanner: simulated',
		`scannerIdentity: { model: Simulated eSCL 1, serial: SIM0001 }\nscanner: escl:${device.url}`
	);
	expect((await findings()).of('scanner')).toEqual([
		{ check: 'scanner', state: 'ok', found: 'Esimerkki Simulated eSCL 1, serial SIM0001' }
	]);
	await device.close();
});

it('a session folder on a disk is not ok', async () => {
	await edit('kiosk.yaml', '/dev/shm/service-point-kiosk', '/usr/lib/service-point-kiosk');
	const { code, of } = await findings();
	expect({ code, storage: of('session storage') }).toEqual({
		code: 1,
		storage: [
			{
				check: 'session storage',
				state: 'not ok',
				found: '/usr/lib/service-point-kiosk is not on tmpfs',
				todo: 'set storage.sessionDir in kiosk.yaml to a folder under /dev/shm'
			}
		]
	});
});

it('a policy that this Chromium does not have is named: it would lock nothing', async () => {
	await edit('host/chromium/portal-policy.json', '"PrintingEnabled"', '"PrintingEnabeld"');
	expect((await findings()).of('policies')).toEqual([
		{
			check: 'policies',
			state: 'not ok',
			found: 'not known to this Chromium: PrintingEnabeld',
			todo: 'look the names up at chromeenterprise.google/policies'
		}
	]);
});

it('the text of papers is looked at only where it is wanted, and says which languages cannot be read', async () => {
	expect((await findings()).of('text layer')).toEqual([]);
	await edit('kiosk.yaml', '# textLayer: on', 'textLayer: on');
	const wanted = (await findings()).of('text layer');
	expect(wanted).toEqual([{ check: 'text layer', state: 'ok', found: 'papers are read in fin, swe, eng' }]);
	const outcome = await run([process.execPath, 'src/cli/main.ts', 'doctor', '--json', '--config', dir], {
		timeoutMs: 60_000,
		env: { PATH: dir }
	});
	if (outcome.ended !== 'exited') throw new Error(outcome.ended);
	const told = JSON.parse(outcome.stdout.toString()) as { findings: Finding[] };
	const missing = 'tesseract-ocr, tesseract-ocr-fin, tesseract-ocr-swe, tesseract-ocr-eng';
	expect(told.findings.filter(({ check }) => check === 'text layer')).toEqual([
		{
			check: 'text layer',
			state: 'not ok',
			found: `missing: ${missing}; papers stay pictures that cannot be searched`,
			todo: `apt-get install ${missing.replaceAll(',', '')}`
		}
	]);
});

it('a clock from before the program was built is not ok', async () => {
	const { code, of } = await findings(() => 0);
	expect({ code, clock: of('clock') }).toEqual({
		code: 1,
		clock: [
			{
				check: 'clock',
				state: 'not ok',
				found: '1970-01-01T00:00:00.000Z is before this program was built',
				todo: 'set the clock: timedatectl set-ntp true'
			}
		]
	});
});

it('a mistake in the configuration is told with its place, and the machine is looked at all the same', async () => {
	await edit('kiosk.yaml', 'servicePoint: tornio', 'servicePoint: oulu');
	const { code, of } = await findings();
	expect({ code, configuration: of('configuration'), node: of('Node').length }).toEqual({
		code: 1,
		configuration: [
			{
				check: 'configuration',
				state: 'not ok',
				found: `${dir}/kiosk.yaml:4:15 servicePoint: "oulu" is not known; known: kemi, tornio`,
				todo: 'mend it; the rest of the configuration and the devices are looked at after that'
			}
		],
		node: 1
	});
});

it('missing programs come with the command that installs them, and a SANE scanner says that it lacks one', async () => {
	await edit('kiosk.yaml', 'scanner: simulated', 'scanner: sane:test:0');
	const outcome = await run([process.execPath, 'src/cli/main.ts', 'doctor', '--config', dir], {
		timeoutMs: 60_000,
		env: { PATH: dir }
	});
	if (outcome.ended !== 'exited') throw new Error(outcome.ended);
	const lines = outcome.stdout.toString().split('\n');
	const line = (check: string) => lines.find((candidate) => candidate.includes(` ${check}:`));
	expect({ code: outcome.code, programs: line('programs'), scanner: line('scanner') }).toEqual({
		code: 1,
		programs:
			'not ok  programs: missing: bwrap, i3, Xephyr, socat, setpriv, pdfinfo, pdftoppm, scanimage. What to do: apt-get install bubblewrap i3-wm xserver-xephyr socat util-linux poppler-utils sane-utils',
		scanner:
			'not ok  scanner: does not answer as it should at test:0 (io-error: scanimage is not installed: apt-get install sane-utils). What to do: look at its power, cable and address (scanner: in kiosk.yaml)'
	});
});

it('wrong use says how', async () => {
	expect(await doctor(Date.now, '--loud')).toEqual({ code: 2, out: [], err: ['usage: doctor [--json]'] });
});
