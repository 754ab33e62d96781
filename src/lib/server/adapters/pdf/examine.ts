import type { PageFindings } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { ScanPreset } from '../../../domain/scan-settings.ts';
import type { DocumentFault, PagePicture } from '../../../ports/documents.ts';
import { inBlackAndWhite } from './black-and-white.ts';
import { maybeEmpty } from './empty-page.ts';
import { reduced } from './grey-picture.ts';
import { leaningDegrees } from './leaning.ts';
import { paperBox } from './paper-edges.ts';

/** Looks at a scanned page, on a picture of it at 100 dpi. Lets others work in between. */
export async function examine(
	page: PagePicture,
	preset: ScanPreset
): Promise<Result<{ findings: PageFindings; bilevel: PagePicture | null }, DocumentFault>> {
	const grey = await reduced(page).catch(() => null);
	if (grey === null) return failed('damaged');
	const paper = await paperBox(grey);
	const empty = maybeEmpty(grey, paper);
	const leaning = empty || preset === 'photo' ? 0 : await leaningDegrees(grey);
	const bilevel = preset === 'text' ? await inBlackAndWhite(page, grey).catch(() => null) : null;
	const findings = {
		maybeEmpty: empty,
		leaningDegrees: leaning,
		paperBox: paper,
		bilevelBytes: bilevel?.bytes.length ?? null
	};
	return ok({ findings, bilevel });
}
