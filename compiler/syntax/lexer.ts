// Text to tokens. Never fails: what no token fits becomes a Sign token, so that a message can name it.
import { type IToken, Lexer } from "chevrotain";
import { plainSigns } from "./forgiven-signs.ts";
import type { Keywords } from "./keywords.ts";
import { lexerTokens, Sign, Word } from "./tokens.ts";

/** What lexing gives: tokens in the order of the text (newlines too, spaces and comments not), and the comments apart. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly spaces: readonly IToken[];
}

/** The lexer of all texts. `validate`: let chevrotain check the tokens, which takes as long as the rest (for the unit test). */
export function createLexer({ validate }: { readonly validate: boolean } = { validate: false }): Lexer {
  return new Lexer([...lexerTokens], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validate,
  });
}

const lexer = createLexer();

/** Only the lexing, as chevrotain does it: the floor that benchmarks compare with. */
export function lexText(text: string): Lexed {
  const result = lexer.tokenize(plainSigns(text));
  const { comments = [], spaces = [] } = result.groups;
  if (result.errors.length === 0) return { tokens: result.tokens, comments, spaces };
  const strange = result.errors.map(({ offset, length }) => signToken(text.slice(offset, offset + length), offset));
  return { tokens: mergeByOffset(result.tokens, strange), comments, spaces };
}

/** Lexes and gives each word of the language its own token type. */
export function readTokens(text: string, keywords: Keywords): Lexed {
  const lexed = lexText(text);
  for (const token of lexed.tokens) retag(token, keywords);
  return lexed;
}

/** The offset behind a token. One that stands for something else in the text, such as a mended one, says where that ends. */
export function endOf({ startOffset, endOffset, image }: IToken): number {
  return endOffset === undefined ? startOffset + image.length : endOffset + 1;
}

/** Turns a plain word into the keyword that it is, if it is one. */
export function retag(token: IToken, keywords: Keywords): void {
  if (token.tokenType !== Word) return;
  const { image } = token;
  const keyword = keywords.get(image) ?? (alreadyPlain.test(image) ? undefined : keywords.get(plainName(image)));
  if (!keyword) return;
  token.tokenType = keyword;
  token.tokenTypeIdx = keyword.tokenTypeIdx ?? token.tokenTypeIdx;
}

/** As nearly every name is written. */
const alreadyPlain = /^[a-z0-9-]*$/;

/** A name as it is compared: small letters, composed, plain hyphens, nothing that cannot be seen. */
export function plainName(image: string): string {
  if (alreadyPlain.test(image)) return image;
  return image
    .normalize("NFC")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u00ad\u200b-\u200f\u2060]/g, "")
    .toLowerCase();
}

function signToken(image: string, startOffset: number): IToken {
  return {
    image,
    startOffset,
    endOffset: startOffset + image.length - 1,
    tokenType: Sign,
    tokenTypeIdx: Sign.tokenTypeIdx ?? 0,
  } as IToken;
}

function mergeByOffset(left: readonly IToken[], right: readonly IToken[]): IToken[] {
  const merged: IToken[] = [];
  let next = 0;
  for (const token of left) {
    for (let other = right[next]; other && other.startOffset < token.startOffset; other = right[++next])
      merged.push(other);
    merged.push(token);
  }
  for (let other = right[next]; other; other = right[++next]) merged.push(other);
  return merged;
}
