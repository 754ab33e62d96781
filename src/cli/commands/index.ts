import type { Command } from '../command.ts';

/** Every command by its name, loaded only when it is asked for, so that a small one starts at once. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
	hours: async () => (await import('./hours.ts')).createHoursCommand(Date.now),
	'check-config': async () => (await import('./check-config.ts')).checkConfigCommand,
	doctor: async () => {
		const { createDoctorCommand } = await import('./doctor.ts');
		return createDoctorCommand({ ...(await devices()), now: Date.now });
	},
	user: async () => {
		const { createUserCommand } = await import('./user.ts');
		return createUserCommand({ now: Date.now, ...(await import('../ask-password.ts')) });
	},
	wipe: async () => (await import('./wipe.ts')).wipeCommand,
	serve: async () => (await import('./serve.ts')).serveCommand,
	scan: async () => (await import('./scan.ts')).createScanCommand((await devices()).resolveScanner),
	print: async () => (await import('./print.ts')).createPrintCommand((await devices()).resolvePrinter)
};

const devices = () => import('./resolve-devices.ts');
