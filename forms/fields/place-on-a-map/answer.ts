// A place as an answer: { latitude, longitude, address }. Coordinates in degrees (WGS 84), as any map says them when one
// presses on a place; no map of ours is loaded from outside, so nobody learns where the applicant looks.
import type { Value } from "#contract/facts.ts";
import { own } from "#support/facts.ts";
import { type AnswerKind, postedText, type Reading } from "../answer-kind.ts";

export const placeOnAMap: AnswerKind = {
  endings: [":coordinates", ":address"],
  read(posted, { setting: { words }, label }): Reading {
    const typed = postedText(posted, ":coordinates");
    const address = postedText(posted, ":address").replace(/\s+/g, " ");
    if (typed === "") return { missing: words.enterCoordinates({ label }), at: ":coordinates" };
    const point = readCoordinates(typed);
    if (!point) return { problem: words.enterCoordinates({ label }), at: ":coordinates" };
    if (address.length > 200)
      return { problem: words.atMostCharacters({ count: 200, label: words.addressOrWords }), at: ":address" };
    return { value: { ...point, ...(address && { address }) } };
  },
  texts: (value) => ({ ":coordinates": coordinatesText(value), ":address": String(own(value, "address") ?? "") }),
  normal: (value) => coordinatesText(value),
};

/** "52.4862, -1.8904", also with degree signs and N, S, E, W; undefined when it is no point on the earth. */
export function readCoordinates(text: string): { latitude: number; longitude: number } | undefined {
  const found = /^([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)$/i.exec(
    text.replace(/[−–]/g, "-").trim(),
  );
  if (!found) return undefined;
  const latitude = degrees(found[1], found[2], "S");
  const longitude = degrees(found[3], found[4], "W");
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** Six digits behind the point are ten centimetres: more is not known. */
function degrees(number: string | undefined, side: string | undefined, turned: string): number {
  const value = Number(number) * (side?.toUpperCase() === turned ? -1 : 1);
  return Math.round(value * 1e6) / 1e6 + 0;
}

/** A point as it is typed: latitude first. */
export function coordinatesText(value: Value): string {
  const [latitude, longitude] = [own(value, "latitude"), own(value, "longitude")];
  return typeof latitude === "number" && typeof longitude === "number" ? `${latitude}, ${longitude}` : "";
}
