import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Installs the npm packages when they are missing or older than the lock file. False when that fails. */
export async function ensureNpmPackages() {
	const installed = changedAt(join(root, 'node_modules', '.package-lock.json'));
	if (installed > 0 && installed >= changedAt(join(root, 'package-lock.json'))) return true;
	console.log('Installing npm packages …');
	return (await run(['npm', 'ci'])) === 0;
}

function debianPackages(purposes) {
	const lines = readFileSync(join(root, 'scripts', 'debian-packages.txt'), 'utf8').split('\n');
	return lines
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => line.split(/\s+/))
		.filter(([, purpose]) => purposes.includes(purpose))
		.map(([name]) => name);
}

function isInstalled(name) {
	const query = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], { encoding: 'utf8' });
	return query.status === 0 && query.stdout === 'installed';
}

/**
 * Installs the Debian packages for these purposes ("start", "test") when we are root; otherwise prints the command that
 * does. Resolves to the names that are still missing.
 */
export async function ensureDebianPackages(...purposes) {
	const missing = () => debianPackages(purposes).filter((name) => !isInstalled(name));
	const wanted = missing();
	if (wanted.length === 0) return [];
	const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...wanted];
	if (process.getuid() === 0) {
		console.log(`Installing Debian packages: ${wanted.join(' ')} …`);
		await run(['apt-get', 'update']);
		await run(install, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
		return missing();
	}
	console.log('Debian packages are missing. To install them:');
	console.log(`  sudo ${install.join(' ')}`);
	return wanted;
}

function newestIn(path) {
	const status = statSync(path, { throwIfNoEntry: false });
	if (!status) return 0;
	if (!status.isDirectory()) return status.mtimeMs;
	return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** Builds the screens when a source is newer than the build. False when that fails. */
export async function ensureBuild() {
	const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json'].map((name) => newestIn(join(root, name)));
	if (Math.max(...sources) < changedAt(join(root, 'build', 'index.js'))) return true;
	console.log('Building …');
	return (await run(['vite', 'build', '--logLevel', 'warn'])) === 0;
}
