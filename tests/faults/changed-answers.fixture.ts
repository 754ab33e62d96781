import { decodeIpp, encodeIpp, type IppGroup } from '../../src/lib/server/adapters/ipp/codec.ts';

/** Makes of an IPP answer one whose groups are changed, with more behind them. */
export const withGroups =
	(change: (group: IppGroup) => IppGroup, more: readonly IppGroup[] = []) =>
	(answer: Buffer): Buffer => {
		const decoded = decodeIpp(answer);
		if (!decoded.ok) return answer;
		return encodeIpp({ ...decoded.value, groups: [...decoded.value.groups.map(change), ...more] });
	};

/** What a printer answers that does not count its sides. */
export const withoutCount = withGroups((group) => ({
	...group,
	attributes: group.attributes.filter(({ name }) => name !== 'job-impressions-completed')
}));
