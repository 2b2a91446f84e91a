// An area as an answer: a polygon as GeoJSON has it (RFC 7946), typed as its corners, one on each line, or pasted as GeoJSON.
import type { Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { type AnswerKind, type Asking, postedText, type Reading } from "../answer-kind.ts";
import { coordinatesText, readCoordinates } from "../place-on-a-map/answer.ts";

/** More corners than this are not typed by anybody. */
const mostCorners = 200;

type Corner = { readonly latitude: number; readonly longitude: number };

export const areaOnAMap: AnswerKind = {
  endings: [""],
  read(posted, asking): Reading {
    const { words } = asking.setting;
    const typed = postedText(posted);
    if (typed === "") return { missing: words.enterCorners({ label: asking.label }) };
    const corners = typed.startsWith("{") ? pastedCorners(typed) : typedCorners(typed);
    if (!corners) return { problem: words.enterCorners({ label: asking.label }) };
    return readRing(corners, asking);
  },
  texts: (value) => ({ "": cornersOf(value).map(coordinatesText).join("\n") }),
  normal: (value) => cornersOf(value).map(coordinatesText).join("/"),
};

function typedCorners(text: string): Corner[] | undefined {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const corners = lines.flatMap((line) => readCoordinates(line) ?? []);
  return corners.length === lines.length ? corners : undefined;
}

/** The outer ring of a polygon that was pasted. */
function pastedCorners(text: string): Corner[] | undefined {
  try {
    const polygon: unknown = JSON.parse(text);
    if (typeof polygon !== "object" || polygon === null || !("type" in polygon) || !("coordinates" in polygon))
      return undefined;
    const [ring] = polygon.type === "Polygon" && Array.isArray(polygon.coordinates) ? polygon.coordinates : [];
    if (!Array.isArray(ring)) return undefined;
    const corners = ring.flatMap((at) => (Array.isArray(at) ? (readCoordinates(`${at[1]}, ${at[0]}`) ?? []) : []));
    return corners.length === ring.length ? corners : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** At least three different corners that enclose something, turned the way RFC 7946 asks: against the clock. */
function readRing(corners: readonly Corner[], { setting: { words }, label }: Asking): Reading {
  const [first, last] = [corners[0], corners.at(-1)];
  const open = first && last && corners.length > 1 && isSame(first, last) ? corners.slice(0, -1) : corners;
  const turn = signedArea(open);
  if (open.length < 3 || open.length > mostCorners || turn === 0) return { problem: words.enterCorners({ label }) };
  const [start, ...rest] = open;
  if (!start) return { problem: words.enterCorners({ label }) };
  const ring = [start, ...(turn > 0 ? rest : rest.reverse()), start];
  const coordinates = [ring.map(({ latitude, longitude }) => [longitude, latitude])];
  return { value: { type: "Polygon", coordinates } };
}

function isSame(one: Corner, other: Corner): boolean {
  return one.latitude === other.latitude && one.longitude === other.longitude;
}

function signedArea(corners: readonly Corner[]): number {
  const twice = corners.reduce((sum, one, index) => {
    const next = corners[(index + 1) % corners.length] ?? one;
    return sum + one.longitude * next.latitude - next.longitude * one.latitude;
  }, 0);
  return Math.abs(twice) < 1e-12 ? 0 : Math.sign(twice);
}

/** The corners of a polygon, each once. */
function cornersOf(value: Value): Corner[] {
  const rings = own(value, "coordinates");
  const [ring] = Array.isArray(rings) ? rings : [];
  const corners = (Array.isArray(ring) ? ring : []).flatMap((at: Value): Corner[] => {
    const [longitude, latitude] = Array.isArray(at) ? at : [];
    return typeof latitude === "number" && typeof longitude === "number" ? [{ latitude, longitude }] : [];
  });
  return corners.slice(0, -1);
}
