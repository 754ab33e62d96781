import { toString } from 'qrcode';

/** A QR code (ISO/IEC 18004) as SVG: error correction M, so that a fingerprint on the glass does no harm, and its quiet zone of four. */
export const qrCode = (text: string): Promise<string> =>
	toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
