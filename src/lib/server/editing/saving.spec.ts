import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigHistory } from '../../ports/config-history.ts';
import { loadConfiguration } from '../config/configuration.ts';
import { watchConfiguration } from '../config/watch-configuration.ts';
import { createSimulatedConfigHistory } from '../simulated/config-history.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { ConfigurationEditor } from './configuration-editor.ts';
import { createConfigurationEditor, type EditorOptions } from './create-configuration-editor.ts';
import { writeFiles } from './write-files.ts';

/** Public holidays come from a process of their own, which nothing here needs. */
const publicHolidays: EditorOptions['publicHolidays'] = () => Promise.resolve(() => () => null);
const tornio = 'service-points/tornio.yaml';
const kemi = 'service-points/kemi.yaml';
let now: number;
let dir: string;
let history: ConfigHistory;
let editor: ConfigurationEditor;

const editorWith = (options: Partial<EditorOptions> = {}) =>
	createConfigurationEditor({ configDir: dir, history, clock: { now: () => now }, publicHolidays, ...options });

beforeEach(async () => {
	now = Date.parse('2026-11-25T09:00+02:00');
	dir = await mkdtemp(join(tmpdir(), 'kiosk-saving-'));
	await cp('kiosk-config', dir, { recursive: true });
	history = createSimulatedConfigHistory({ now: () => now });
	editor = editorWith();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const text = (path: string) => readFile(join(dir, path), 'utf8');
const revision = async () => {
	const read = await editor.read();
	if (!read.ok) throw new Error('the folder is not right');
	return read.value.revision;
};
/** Every file below the folder, hidden ones too. */
const folder = async () => {
	const entries = await readdir(dir, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return Promise.all(files.toSorted().map(async (file) => [file.slice(dir.length + 1), await readFile(file, 'utf8')]));
};
const monday = (points: readonly string[], hours: string): ConfigurationChange => {
	return { kind: 'weekly hours', points, schedule: 'selfService', weekly: { mon: [hours] } };
};
const idle = (idleSeconds: number): ConfigurationChange => ({
	kind: 'session limits',
	limits: {
		limitMinutes: 60,
		warnMinutes: [10, 5, 1],
		graceMinutes: 2,
		idleSeconds,
		answerSeconds: 60,
		introSeconds: 60
	}
});

describe('two people who edit at once', () => {
	it('are told of each other when it is the same file, and what was saved first stays', async () => {
		const both = await revision();
		expect((await editor.save(monday(['tornio', 'kemi'], '09:00-11:00'), both, 'aino')).ok).toBe(true);
		now += 60_000;
		const before = await folder();
		expect(await editor.save(monday(['kemi'], '10:00-11:00'), both, 'eino')).toEqual({
			ok: false,
			fault: { kind: 'changed meanwhile', who: 'aino', at: now - 60_000, files: [kemi] }
		});
		expect(await folder()).toEqual(before);
		expect((await editor.save(monday(['kemi'], '10:00-11:00'), await revision(), 'eino')).ok).toBe(true);
	});

	it('do not disturb each other in different files', async () => {
		const both = await revision();
		const saved = await Promise.all([
			editor.save(monday(['tornio'], '09:00-11:00'), both, 'aino'),
			editor.save(monday(['kemi'], '09:00-11:00'), both, 'eino'),
			editor.save(idle(240), both, 'toini')
		]);
		expect(saved.map(({ ok }) => ok)).toEqual([true, true, true]);
		expect(editor.history(2).map(({ who }) => who)).toEqual(['toini', 'eino']);
	});

	it('who press save at the same moment come one after the other', async () => {
		const both = await revision();
		const saved = await Promise.all(
			['aino', 'eino', 'toini'].map((who) => editor.save(monday(['tornio'], '09:00-11:00'), both, who))
		);
		expect(saved.map((result) => (result.ok ? 'saved' : result.fault.kind))).toEqual([
			'saved',
			'changed meanwhile',
			'changed meanwhile'
		]);
	});

	it('hear of a change by hand without a name', async () => {
		const old = await revision();
		await writeFile(join(dir, tornio), `${await text(tornio)}# by hand\n`);
		expect(await editor.save(monday(['tornio'], '09:00-11:00'), old, 'aino')).toEqual({
			ok: false,
			fault: { kind: 'changed meanwhile', who: null, at: null, files: [tornio] }
		});
		expect(await editor.save(monday(['tornio'], '09:00-11:00'), 'nonsense', 'aino')).toMatchObject({
			fault: { kind: 'changed meanwhile' }
		});
	});
});

describe('a version', () => {
	it('keeps who, when, what, and both texts', async () => {
		const before = await text(tornio);
		const saved = await editor.save(monday(['tornio'], '09:00-11:00'), await revision(), 'aino');
		expect(saved).toEqual({
			ok: true,
			value: {
				id: 1,
				at: now,
				who: 'aino',
				summary: 'Weekly hours, selfService at tornio: mon 09:00-11:00',
				files: [{ path: tornio, before, after: await text(tornio) }],
				undoes: null
			}
		});
		expect(editor.history(5)).toEqual([saved.ok && saved.value]);
	});

	it('is undone to the byte, and the undo is undone', async () => {
		const before = await folder();
		await editor.save(monday(['tornio', 'kemi'], '09:00-11:00'), await revision(), 'aino');
		const after = await folder();
		const undone = await editor.undo(1, 'eino');
		expect(undone.ok && [undone.value.who, undone.value.undoes, undone.value.summary]).toEqual([
			'eino',
			1,
			'Undone: Weekly hours, selfService at tornio, kemi: mon 09:00-11:00'
		]);
		expect(await folder()).toEqual(before);
		expect(await editor.undo(1, 'aino')).toMatchObject({
			fault: { kind: 'changed meanwhile', who: 'eino', files: [kemi, tornio] }
		});
		expect((await editor.undo(2, 'aino')).ok).toBe(true);
		expect(await folder()).toEqual(after);
	});

	it('is not undone over a later save, by hand or at the console, nor where there is none', async () => {
		await editor.save(monday(['tornio'], '09:00-11:00'), await revision(), 'aino');
		await editor.save(monday(['tornio'], '09:00-10:00'), await revision(), 'eino');
		const before = await folder();
		expect(await editor.undo(1, 'aino')).toEqual({
			ok: false,
			fault: { kind: 'changed meanwhile', who: 'eino', at: now, files: [tornio] }
		});
		expect(await editor.undo(7, 'aino')).toEqual({ ok: false, fault: { kind: 'nothing to save' } });
		expect(await folder()).toEqual(before);
	});

	it('is not undone where the rest no longer fits without it', async () => {
		const label = { fi: 'a', sv: 'a', en: 'a' };
		await editor.save(
			{ kind: 'put portal host', host: { host: 'oma.test', role: 'portal', label, checked: true } },
			await revision(),
			'aino'
		);
		await writeFile(
			join(dir, 'kiosk.yaml'),
			(await text('kiosk.yaml')).replace('https://www.kela.fi/omakela', 'https://oma.test/')
		);
		expect(await editor.undo(1, 'aino')).toMatchObject({ fault: { kind: 'invalid' } });
		expect(await text('portal-hosts.yaml')).toContain('oma.test');
	});
});

describe('the folder', () => {
	it('in which a file is cut in half is left alone, and is told with file and line', async () => {
		const good = await revision();
		const content = await text(kemi);
		await writeFile(join(dir, kemi), content.slice(0, content.length / 2));
		const before = await folder();
		const told = { kind: 'folder is wrong', problems: [{ file: join(dir, kemi), line: 6 }] };
		expect(await editor.read()).toMatchObject({ fault: told.problems });
		expect(await editor.preview(monday(['tornio'], '09:00-11:00'))).toMatchObject({ fault: told });
		expect(await editor.save(monday(['tornio'], '09:00-11:00'), good, 'aino')).toMatchObject({ fault: told });
		expect([await folder(), history.versions(1)]).toEqual([before, []]);
	});

	it('is in force when the save is done', { timeout: 30_000 }, async () => {
		const initial = await loadConfiguration(dir, { publicHolidays });
		if (!initial.ok) throw new Error('the folder is not right');
		const ignored = { onChange: () => {}, onProblems: () => {} };
		const watch = watchConfiguration(dir, initial.value, ignored, () => () => {});
		await editorWith({ onSaved: () => watch.reload() }).save(idle(240), await revision(), 'aino');
		watch.stop();
		expect(watch.current().kiosk.session.idleSeconds).toBe(240);
	});

	it('keeps the modes of its files, its links, and gets no file that is left over', async () => {
		await chmod(join(dir, tornio), 0o640);
		await cp(join(dir, kemi), join(dir, 'kemi-elsewhere'));
		await rm(join(dir, kemi));
		await symlink(join(dir, 'kemi-elsewhere'), join(dir, kemi));
		const names = (await folder()).map(([name]) => name);
		expect((await editor.save(monday(['tornio', 'kemi'], '09:00-11:00'), await revision(), 'aino')).ok).toBe(true);
		expect((await stat(join(dir, tornio))).mode & 0o777).toBe(0o640);
		expect(await text('kemi-elsewhere')).toContain('09:00-11:00');
		expect((await folder()).map(([name]) => name)).toEqual(names);
	});
});

/** Root may write anywhere: the test becomes somebody who may not. */
const asNobody = async <Value>(work: () => Promise<Value>): Promise<Value> => {
	const isRoot = process.geteuid?.() === 0;
	if (isRoot) process.seteuid?.(65_534);
	try {
		return await work();
	} finally {
		if (isRoot) process.seteuid?.(0);
	}
};

describe('a disk that refuses', () => {
	it('leaves every file as it was, and says which could not be written', async () => {
		await chmod(dir, 0o755);
		await chmod(join(dir, 'service-points'), 0o555);
		const before = await folder();
		const based = await revision();
		expect(await asNobody(() => editor.save(monday(['tornio', 'kemi'], '09:00-11:00'), based, 'aino'))).toEqual({
			ok: false,
			fault: { kind: 'not written', file: kemi }
		});
		await chmod(join(dir, 'service-points'), 0o755);
		expect([await folder(), history.versions(1)]).toEqual([before, []]);
	});

	it('after the first of several files gets that one back, and a new one taken away', async () => {
		await rm(join(dir, kemi));
		await mkdir(join(dir, kemi, 'in-the-way'), { recursive: true });
		const before = await folder();
		expect(
			await writeFiles(dir, [
				{ path: tornio, before: await text(tornio), after: 'new\n' },
				{ path: 'service-points/oulu.yaml', before: null, after: 'new\n' },
				{ path: kemi, before: '', after: 'new\n' }
			])
		).toEqual({ ok: false, fault: kemi });
		expect(await folder()).toEqual(before);
	});

	it('to remember a version takes it back from the folder', async () => {
		const before = await folder();
		const broken = {
			...history,
			add: () => {
				throw new Error('disk full');
			}
		};
		await expect(editorWith({ history: broken }).save(idle(240), await revision(), 'aino')).rejects.toThrow(
			'disk full'
		);
		expect(await folder()).toEqual(before);
		expect((await editor.save(idle(240), await revision(), 'aino')).ok).toBe(true);
	});
});
