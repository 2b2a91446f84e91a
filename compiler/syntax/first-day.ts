// The first day of the version that a text is, as it is written there: from when on an amount most likely holds. Pure.

/** `1 April 2026`, of `version 1 starts 1 April 2026`; undefined when no such line stands in the text. */
export function firstDayOf(text: string): string | undefined {
  return /^[^\S\n]*version \d+ starts (\d{1,2} \p{L}+ \d{4})/imu.exec(text)?.[1];
}
