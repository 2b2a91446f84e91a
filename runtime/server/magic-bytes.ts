// Recognises a file by its first bytes, because a name can say anything. Knows a short list of kinds; all else is unknown.

/** A kind of file that may be uploaded: its media type and the endings it goes by. */
export interface FileKind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
}

interface Signature extends FileKind {
  /** The bytes a file of this kind begins with; null stands for any byte. */
  readonly starts: readonly (number | null)[];
  readonly at?: number;
}

const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));

const signatures: readonly Signature[] = [
  { mediaType: "application/pdf", extensions: ["pdf"], starts: text("%PDF-") },
  { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], starts: [0xff, 0xd8, 0xff] },
  { mediaType: "image/png", extensions: ["png"], starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: "image/gif", extensions: ["gif"], starts: text("GIF8") },
  { mediaType: "image/webp", extensions: ["webp"], starts: [...text("RIFF"), null, null, null, null, ...text("WEBP")] },
  { mediaType: "image/heic", extensions: ["heic", "heif"], starts: text("ftypheic"), at: 4 },
  { mediaType: "image/heic", extensions: ["heic", "heif"], starts: text("ftypmif1"), at: 4 },
  { mediaType: "image/tiff", extensions: ["tif", "tiff"], starts: [0x49, 0x49, 0x2a, 0x00] },
  { mediaType: "image/tiff", extensions: ["tif", "tiff"], starts: [0x4d, 0x4d, 0x00, 0x2a] },
  {
    mediaType: "application/zip",
    extensions: ["zip", "docx", "xlsx", "pptx", "odt", "ods"],
    starts: [0x50, 0x4b, 0x03, 0x04],
  },
  { mediaType: "application/rtf", extensions: ["rtf"], starts: text("{\\rtf") },
];

/** How many first bytes recogniseFile needs. */
export const recognisedBytes = 16;

/** The kind of file these first bytes belong to; undefined when it is none we know. */
export function recogniseFile(start: Uint8Array): FileKind | undefined {
  return signatures.find(({ starts, at = 0 }) =>
    starts.every((byte, index) => byte === null || start[at + index] === byte),
  );
}

/** The ending of a file's name in small letters, without the dot; empty when it has none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** Whether name and bytes agree, and the ending is one of those accepted (without dots; empty: every kind we know). */
export function isAccepted(name: string, start: Uint8Array, accepted: readonly string[]): boolean {
  const kind = recogniseFile(start);
  const ending = extensionOf(name);
  if (!kind?.extensions.includes(ending)) return isPlainText(ending, accepted, start);
  return (
    accepted.length === 0 || kind.extensions.some((other) => accepted.includes(other) && sameFamily(other, ending))
  );
}

/** jpg and jpeg are one thing to a person; docx and zip are not. */
function sameFamily(one: string, other: string): boolean {
  const family = (ending: string): string => ({ jpeg: "jpg", tiff: "tif", heif: "heic" })[ending] ?? ending;
  return family(one) === family(other);
}

/** txt and csv have no signature: taken when asked for by name and free of zero bytes. */
function isPlainText(ending: string, accepted: readonly string[], start: Uint8Array): boolean {
  return ["txt", "csv"].includes(ending) && accepted.includes(ending) && !start.includes(0);
}
