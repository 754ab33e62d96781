/** Papers are handed over as PDF. Whether a page's file input (HTML `accept`) takes that; the session has the last word. */
export function acceptsPdf(accept: readonly string[]): boolean {
	return (
		accept.length === 0 || accept.some((each) => ['application/pdf', 'application/*', '.pdf', '*/*'].includes(each))
	);
}
