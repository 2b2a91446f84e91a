// Bytes of a file into text: by its byte order mark, by how its first signs lie, or by what its XML declaration says.

/** Files beyond this are not read: no drawing that people can read is so large. */
export const mostBytes = 20_000_000;

/** The text, or why it cannot be had. */
export function decodeXml(bytes: Uint8Array): { readonly text: string } | { readonly reason: string } {
  if (bytes.length === 0) return { reason: "The file is empty." };
  if (bytes.length > mostBytes)
    return { reason: `The file is larger than ${mostBytes / 1_000_000} MB, which is more than is read here.` };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return { reason: "The file is a packed archive (zip). Unpack it, and name the .bpmn file inside." };
  const encoding = encodingOf(bytes);
  if (encoding.startsWith("utf-32")) return { text: wideText(bytes, encoding === "utf-32le") };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof RangeError)
      return { reason: `The file says that it is written in "${encoding}", which is not known. Save it as UTF-8.` };
    if (error instanceof TypeError)
      return { reason: `The file holds bytes that are no ${encoding.toUpperCase()}. Save it again as UTF-8.` };
    throw error;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [one = -1, two = -1, three = -1, four = -1] = bytes;
  if (one === 0xff && two === 0xfe && three === 0 && four === 0) return "utf-32le";
  if (one === 0 && two === 0 && three === 0xfe && four === 0xff) return "utf-32be";
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  if (one === 0xef && two === 0xbb && three === 0xbf) return "utf-8";
  if (one === 0x3c && two === 0 && three === 0) return "utf-32le";
  if (one === 0 && two === 0 && three === 0) return "utf-32be";
  if (two === 0 && one > 0) return "utf-16le";
  if (one === 0 && two > 0) return "utf-16be";
  const begin = Array.from(bytes.subarray(0, 400), (byte) => String.fromCharCode(byte)).join("");
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']{1,40})["']/.exec(begin)?.[1]?.toLowerCase() ?? "utf-8";
  // ASCII has no sign beyond 127: a file that holds some is UTF-8 whose declaration nobody looked at.
  if (/^(us-)?ascii$/.test(declared)) return "utf-8";
  // Its declaration could be read one byte at a time, so two bytes a sign it cannot be: some tools say so all the same.
  return /^(utf-?16|utf-?32|ucs-?[24]|unicode)/.test(declared) ? "utf-8" : declared;
}

function wideText(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signs: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    signs.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? "\ufffd" : String.fromCodePoint(code));
  }
  return signs.join("");
}
