import type { Configuration, ServicePoint } from '../config/configuration.ts';

/**
 * The web addresses that a person may take along as a QR code, by id: `portal`, `route-POINT` for each other point, and each
 * channel that has an address (`phone` is one of them). All from the configuration; nothing that anyone typed.
 */
export function takeAlongAddresses({
	kiosk,
	channels,
	servicePoint,
	servicePoints
}: Configuration): ReadonlyMap<string, string> {
	const { routeUrl, portal } = kiosk;
	const others = [...servicePoints.values()].filter(({ id }) => id !== servicePoint.id);
	return new Map([
		...channels.flatMap(({ id, url }): [string, string][] => (url === undefined ? [] : [[id, url]])),
		...others.flatMap((point): [string, string][] =>
			routeUrl === undefined ? [] : [[`route-${point.id}`, routeTo(point, routeUrl)]]
		),
		['portal', portal.startUrl]
	]);
}

const routeTo = ({ address: { street, city } }: ServicePoint, routeUrl: string): string =>
	routeUrl.replace('{address}', encodeURIComponent(`${street}, ${city}`));
