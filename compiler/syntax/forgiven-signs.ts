// Signs that another keyboard or a word processor puts in the place of plain ones, read as what they stand for: full-width letters,
// digits and punctuation, the bars of drawn tables, the bullets of a word processor. One sign for one sign, so that every place stays.
// Words that people see, prose and comments are left as they are.

/**
 * Nearly every text has none of these, and is given back at once. Line and paragraph separators begin a line for `^`, and are no spaces
 * before a bullet: from each of many in a row all others would be looked at.
 */
const any = /[\uff01-\uff5e\uffe1\u3000│┃]|^[^\S\r\n\u2028\u2029]*[*·▪◦●○‣⁃\uf0a7\uf0b7\uf0d8](?=\s)/m;

/** Prose and comments, quoted words, a bullet at the start of a line, a sign: in the order in which they are looked for. */
const pieces =
  /^[^\S\r\n\u2028\u2029]*>[^\r\n]*|#[^\r\n]*|["“„][^"“”„\r\n]*(?:["“”]|$)|«[^«»\r\n]*»|^[^\S\r\n\u2028\u2029]*[*·▪◦●○‣⁃\uf0a7\uf0b7\uf0d8](?=\s)|[\uff01-\uff5e\uffe1\u3000│┃]/gm;

/** The text with plain signs, as long as it was. */
export function plainSigns(text: string): string {
  if (!any.test(text)) return text;
  // Full-width quotes first: what stands between them is quoted like any other words.
  return text.replaceAll("\uff02", '"').replace(pieces, (piece) => {
    if (/^["“„«#]|^\s*>/.test(piece)) return piece;
    return piece.length === 1 && !/[*·▪◦●○‣⁃\uf0a7\uf0b7\uf0d8]/.test(piece)
      ? plainSign(piece)
      : `${piece.slice(0, -1)}-`;
  });
}

function plainSign(sign: string): string {
  if (sign === "\u3000") return " ";
  if (sign === "\uffe1") return "£";
  if (sign === "│" || sign === "┃") return "|";
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}
