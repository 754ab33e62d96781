import type { ScheduleProblem } from '../../domain/hours/schedule-problems.ts';
import type { DayIntervalFault } from '../../domain/hours/day-interval.ts';
import type { HoursPreview } from '../../domain/hours/hours-preview.ts';
import type { Result } from '../../domain/result.ts';
import type { SavedVersion } from '../../ports/config-history.ts';
import type { Configuration } from '../config/configuration.ts';
import type { ConfigurationProblem } from '../config/yaml-file.ts';
import type { ConfigurationChange } from './configuration-change.ts';

/** What is wrong with one field of a change; the console has a sentence for each kind in every language. */
export interface FieldProblem {
	/** Into the change, joined by dots: `weekly.mon.0`, `season.to`. Empty: the change as a whole. */
	readonly path: string;
	readonly kind: DayIntervalFault | ScheduleProblem['kind'] | 'not a date' | 'missing' | 'not allowed';
	/** The same in English, with what was written. */
	readonly message: string;
}

export type EditFault =
	/** Refused as it stands; nothing was written. */
	| { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
	/** Somebody else saved one of the same files since `basedOn` was read. Nothing was written, nothing typed is lost. */
	| {
			readonly kind: 'changed meanwhile';
			readonly who: string | null;
			readonly at: number | null;
			readonly files: readonly string[];
	  }
	/** The folder itself is wrong at the moment (edited by hand): told with file and line. */
	| { readonly kind: 'folder is wrong'; readonly problems: readonly ConfigurationProblem[] }
	/** The change changes nothing. */
	| { readonly kind: 'nothing to save' }
	/** The disk refused. */
	| { readonly kind: 'not written'; readonly file: string };

export interface ChangePreview {
	readonly hours: HoursPreview;
	/** Files that would be written. */
	readonly files: readonly string[];
	/** One line of what is changed, in English; goes into history and audit log. */
	readonly summary: string;
}

/** Changes the configuration folder, keeping comments; validates the whole folder before anything takes effect. */
export interface ConfigurationEditor {
	/** The folder as it is now; `revision` goes with every form and comes back as `basedOn`. */
	read(): Promise<
		Result<{ readonly configuration: Configuration; readonly revision: string }, readonly ConfigurationProblem[]>
	>;
	/** What a change would do. Nothing is written. */
	preview(change: ConfigurationChange): Promise<Result<ChangePreview, EditFault>>;
	/** Writes it. In force at once; the version can be undone. */
	save(change: ConfigurationChange, basedOn: string, who: string): Promise<Result<SavedVersion, EditFault>>;
	/** Newest first. */
	history(limit: number): readonly SavedVersion[];
	/** Puts back what a version changed, unless the same file was saved again since. */
	undo(versionId: number, who: string): Promise<Result<SavedVersion, EditFault>>;
}
