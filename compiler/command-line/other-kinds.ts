// Files of another kind under the name of a text: by their first bytes, said as what people know them as. Pure.

/** First bytes, and what such a file is. */
const kinds: readonly (readonly [start: string, what: string])[] = [
  ["%PDF", "a PDF"],
  ["PK\u0003\u0004", "a document of a word processor, a spreadsheet or another packed file"],
  ["\u00d0\u00cf\u0011\u00e0", "a document of an older word processor or spreadsheet"],
  ["{\\rtf", "a document in rich text (RTF)"],
  ["\u0089PNG", "a picture"],
  ["\u00ff\u00d8\u00ff", "a picture"],
  ["GIF8", "a picture"],
  ["\u001f\u008b", "a packed file"],
];

const pages = /^\s*<(?:!doctype|html|\?xml)/i;

/** What a file is that cannot be a text of a service; undefined when it may be one. */
export function otherKindOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  const found = kinds.find(([sign]) => start.startsWith(sign));
  if (found) return found[1];
  return pages.test(start) ? "a web page or another XML file" : undefined;
}

/** UTF-16, marked as such or seen by its zeros: nearly every letter of these texts has one beside it. */
export function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 400);
  const zerosAt = (odd: number): number => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  return Math.max(even, odd) * 2 > start.length * 0.8 && Math.min(even, odd) * 20 < start.length;
}
