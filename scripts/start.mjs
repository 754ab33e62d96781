import { ensureBuild, ensureDebianPackages, ensureNpmPackages } from './ensure.mjs';
import { run } from './run.mjs';

/** `npm start -- …`: installs what is missing, builds what is old, and serves; what follows goes to `serve`. */
if (!(await ensureNpmPackages())) process.exit(1);
if ((await ensureDebianPackages('start')).length > 0) console.log('Going on with what there is.');
if (!(await ensureBuild())) process.exit(1);
// As in the systemd unit: they keep the server's memory small and flat over many visits.
process.exit(
	await run(['node', 'src/cli/main.ts', 'serve', ...process.argv.slice(2)], {
		env: { MALLOC_ARENA_MAX: '2', NODE_OPTIONS: '--max-semi-space-size=2' }
	})
);
