import { expect, it } from 'vitest';
import { failed, ok } from '#lib/domain/result.ts';
import type { Tray } from '#lib/ports/tray.ts';
import { GET } from './+server.ts';

const a4 = { id: 'page-1', width: 595, height: 842 };
const tray: Pick<Tray, 'pageSizes'> = {
	pageSizes: async (paperId) => (paperId === 'paper' ? ok([a4]) : failed(paperId === 'holed' ? 'damaged' : 'not-found'))
};
const get = (id: string) =>
	Promise.resolve(GET({ locals: { kiosk: { tray } }, params: { id } } as unknown as Parameters<typeof GET>[0]));

it('a print is prepared with every page and its size, or with why there is none', async () => {
	expect(await (await get('paper')).json()).toEqual({ pages: [a4] });
	await expect(get('gone')).rejects.toMatchObject({ status: 404, body: { message: 'not-found' } });
	await expect(get('holed')).rejects.toMatchObject({ status: 422, body: { message: 'damaged' } });
});
