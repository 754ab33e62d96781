import fc from 'fast-check';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatDayInterval } from '../../domain/hours/day-interval.ts';
import { dayHours } from '../../domain/hours/day-rule.ts';
import type { HoursPreview } from '../../domain/hours/hours-preview.ts';
import { scheduleNames } from '../config/service-point-schema.ts';
import type { Configuration } from '../config/configuration.ts';
import { createSimulatedConfigHistory } from '../simulated/config-history.ts';
import type { ConfigurationChange, WrittenWeek } from './configuration-change.ts';
import { readFolder, revisionOf, type FolderTexts } from './configuration-folder.ts';
import { createConfigurationEditor } from './create-configuration-editor.ts';

const clock = { now: () => Date.parse('2026-11-25T09:00+02:00') };
const name = fc.constantFrom(
	{ fi: 'kesä', sv: 'sommar', en: 'summer' },
	{ fi: 'a: b', sv: "it's", en: '# x' },
	{ fi: 'sama', sv: 'sama', en: 'sama' }
);
const date = fc
	.integer({ min: -5, max: 60 })
	.map((days) => Temporal.PlainDate.from('2026-11-25').add({ days }).toString());
const dates = fc.tuple(date, date).map((both) => {
	const [from = '', to = ''] = both.toSorted();
	return { from, to };
});
const interval = fc
	.record({
		startMinute: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15),
		length: fc.integer({ min: 1, max: 40 })
	})
	.map(({ startMinute, length }) => formatDayInterval({ startMinute, endMinute: startMinute + length * 15 }));
const hours = fc.array(interval, { maxLength: 2 });
const week: fc.Arbitrary<WrittenWeek> = fc.record(
	{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
	{ requiredKeys: [] }
);
const publicHolidays = fc.oneof(fc.constantFrom('closed' as const, 'asWeekday' as const), hours);
const season = fc
	.record({ name, dates, weekly: week, publicHolidays: fc.option(publicHolidays, { nil: undefined }) })
	.map(({ dates, publicHolidays, ...rest }) => ({
		...rest,
		...dates,
		...(publicHolidays === undefined ? {} : { publicHolidays })
	}));
const exception = fc
	.record({ date, hours, reason: fc.option(name, { nil: undefined }) })
	.map(({ reason, ...rest }) => (reason === undefined ? rest : { ...rest, reason }));
const where = fc.record({
	points: fc.uniqueArray(fc.constantFrom('tornio', 'kemi', 'defaults'), { minLength: 1 }),
	schedule: fc.constantFrom(...scheduleNames)
});
const channelId = fc.constantFrom('chat', 'phone', 'paper-form', 'fax');
const host = fc.constantFrom('www.op.fi', 'www.nordea.fi', 'new.example.fi');

const anyChange: fc.Arbitrary<ConfigurationChange> = fc.oneof(
	fc
		.record({ kind: fc.constant('weekly hours' as const), where, weekly: week })
		.map(({ where, ...change }) => ({ ...change, ...where })),
	fc
		.record({ kind: fc.constant('public holidays' as const), where, publicHolidays })
		.map(({ where, ...change }) => ({ ...change, ...where })),
	fc
		.record({ kind: fc.constant('put season' as const), where, season, replaces: date })
		.map(({ where, ...change }) => ({ ...change, ...where })),
	fc
		.record({ kind: fc.constant('remove season' as const), where, from: date })
		.map(({ where, ...change }) => ({ ...change, ...where })),
	fc
		.record({ kind: fc.constant('put exceptions' as const), where, dates, hours })
		.map(({ where, dates, ...change }) => ({ ...change, ...dates, ...where })),
	fc
		.record({ kind: fc.constant('remove exceptions' as const), where, dates })
		.map(({ where, dates, ...change }) => ({ ...change, ...dates, ...where })),
	fc
		.record({
			kind: fc.constant('whole schedule' as const),
			where,
			value: fc.record({
				weekly: week,
				publicHolidays,
				seasons: fc.array(season, { maxLength: 1 }),
				exceptions: fc.uniqueArray(exception, { maxLength: 4, selector: (item) => item.date })
			})
		})
		.map(({ where, ...change }) => ({ ...change, ...where })),
	fc
		.record({ idleSeconds: fc.integer({ min: 40, max: 400 }), warnMinutes: fc.constantFrom([10, 5, 1], [15], []) })
		.map((changed) => ({
			kind: 'session limits' as const,
			limits: { limitMinutes: 60, graceMinutes: 2, answerSeconds: 60, introSeconds: 60, ...changed }
		})),
	fc.record({ kind: fc.constant('channel hosts' as const), channelId, allowedHosts: fc.uniqueArray(host) }),
	fc.record({ kind: fc.constant('move channel' as const), channelId, toIndex: fc.integer({ min: 0, max: 7 }) }),
	fc.record({ kind: fc.constant('remove channel' as const), channelId }),
	fc
		.record({ name, summary: name, purpose: name, languages: fc.constant(['fi']) })
		.map((channel) => ({ kind: 'put channel' as const, channelId: 'fax', channel })),
	fc
		.record({ host, label: name, checked: fc.boolean() })
		.map((put) => ({ kind: 'put portal host' as const, host: { ...put, role: 'bank' } })),
	fc.record({ kind: fc.constant('remove portal host' as const), host })
);

const commentsOf = (text: string) => text.split('\n').filter((line) => /^\s*#/.test(line));
/** The comments that stand on lines of their own in what is shipped. */
const lostComments = (before: FolderTexts, after: FolderTexts) =>
	[...before].flatMap(([path, text]) => {
		const now = commentsOf(after.get(path) ?? '');
		return commentsOf(text).filter((comment) => !now.includes(comment));
	});

/** The days that were previewed and are not so. */
const brokenPromises = ({ schedules }: HoursPreview, { servicePoints }: Configuration) =>
	schedules.flatMap(({ pointId, schedule, nextDays }) => {
		const point = servicePoints.get(pointId);
		const found = Object.entries(point?.schedules ?? {}).find(([name]) => name === schedule)?.[1];
		return nextDays.filter(({ date, after, rule }) => {
			if (point === undefined || found === undefined) return true;
			const day = dayHours(found, point.place, Temporal.PlainDate.from(date));
			const inOrder = day.intervals.toSorted((one, other) => one.startMinute - other.startMinute);
			return JSON.stringify([inOrder, day.rule]) !== JSON.stringify([after, rule]);
		});
	});

const runs = 40;
const changesPerRun = 25;

it('a thousand changes: each is refused and nothing is written, or loads and is what was previewed; all undone gives back every byte', async () => {
	const outcomes = { saved: 0, refused: 0 };
	await fc.assert(
		fc.asyncProperty(fc.array(anyChange, { minLength: changesPerRun, maxLength: changesPerRun }), async (changes) => {
			const dir = await mkdtemp('/dev/shm/kiosk-random-');
			await cp('kiosk-config', dir, { recursive: true });
			const publicHolidays = () =>
				Promise.resolve(() => (day: string) => (day.endsWith('-06') ? { fi: 'i', sv: 'i', en: 'i' } : null));
			const history = createSimulatedConfigHistory(clock);
			const editor = createConfigurationEditor({ configDir: dir, history, clock, publicHolidays });
			// Most of the time goes into reading the longest file again and again.
			const channels = await readFile(join(dir, 'channels.yaml'), 'utf8');
			await writeFile(join(dir, 'channels.yaml'), channels.replace(/ {2}- id: service-point\n[^]*/, ''));
			// It leads to channels, which are removed here.
			await rm(join(dir, 'guides.yaml'));
			const shipped = await readFolder(dir);
			const versions: number[] = [];
			for (const change of changes) {
				const before = await readFolder(dir);
				const preview = await editor.preview(change);
				const saved = await editor.save(change, revisionOf(before), 'aino');
				if (!preview.ok || !saved.ok) {
					outcomes.refused += 1;
					expect(saved).toEqual(preview);
					expect(!saved.ok && ['invalid', 'nothing to save'].includes(saved.fault.kind)).toBe(true);
					expect(await readFolder(dir)).toEqual(before);
					continue;
				}
				outcomes.saved += 1;
				versions.push(saved.value.id);
				const now = await editor.read();
				if (!now.ok) throw new Error(JSON.stringify(now.fault));
				expect(brokenPromises(preview.value.hours, now.value.configuration)).toEqual([]);
				expect(saved.value.files.map(({ path }) => path)).toEqual(preview.value.files);
				expect(lostComments(shipped, await readFolder(dir))).toEqual([]);
			}
			for (const id of versions.toReversed()) expect((await editor.undo(id, 'eino')).ok).toBe(true);
			expect(await readFolder(dir)).toEqual(shipped);
			await rm(dir, { recursive: true });
		}),
		{ numRuns: runs }
	);
	expect(outcomes.saved + outcomes.refused).toBe(runs * changesPerRun);
	expect(outcomes.saved).toBeGreaterThan((runs * changesPerRun) / 3);
}, 300_000);
