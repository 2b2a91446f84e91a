// `must match "AA999"` as a regular expression without anchors: A letter, 9 digit, X either, 'quoted' literally.

/** The regular expression; safe for any text, since everything else stands for itself. */
export function patternOf(match: string): string {
  let pattern = "";
  let isQuoted = false;
  for (const character of match) {
    if (character === "'" || character === "’" || character === "‘") isQuoted = !isQuoted;
    else if (!isQuoted && character === "A") pattern += "[A-Za-z]";
    else if (!isQuoted && character === "9") pattern += "[0-9]";
    else if (!isQuoted && character === "X") pattern += "[A-Za-z0-9]";
    else pattern += character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  }
  return pattern;
}
