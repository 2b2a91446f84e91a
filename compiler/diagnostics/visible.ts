// Signs that command a terminal, or turn the order in which letters are shown, as signs that can be seen: a text may come from anybody.

const [tab, lineFeed, firstPlain, remove, firstLatin] = [0x09, 0x0a, 0x20, 0x7f, 0xa0];

/** The same words, as long as they were; line breaks and tabs stay. */
export function visible(words: string): string {
  let shown = "";
  let from = 0;
  for (let at = 0; at < words.length; at++) {
    const sign = words.charCodeAt(at);
    if (!commands(sign)) continue;
    shown += words.slice(from, at) + (sign < firstPlain ? String.fromCharCode(0x2400 + sign) : "\ufffd");
    from = at + 1;
  }
  return from === 0 ? words : shown + words.slice(from);
}

function commands(sign: number): boolean {
  if (sign < firstPlain) return sign !== tab && sign !== lineFeed;
  if (sign < firstLatin) return sign >= remove;
  return (sign >= 0x202a && sign <= 0x202e) || (sign >= 0x2066 && sign <= 0x2069);
}
