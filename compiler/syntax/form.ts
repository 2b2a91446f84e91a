// What a line form is: its words and slots as a small tree, read from the catalogue's notation. Knows nothing of tokens or of the author's text.

/** Slots that a form may have; what each holds stands in tree.ts beside Part. */
export type Slot =
  | "n"
  | "ns"
  | "p"
  | "ps"
  | "t"
  | "e"
  | "es"
  | "c"
  | "pred"
  | "d"
  | "ty"
  | "ws"
  | "g"
  | "num"
  | "date"
  | "leapday"
  | "leapend"
  | "time"
  | "money"
  | "percent"
  | "size"
  | "length"
  | "row"
  | "prose";

/** One piece of a form. `index` counts the pieces of the whole form from 1, once, so that the grammar can name each of them. */
export type Item =
  | { readonly kind: "word"; readonly word: string; readonly index: number }
  | { readonly kind: "slot"; readonly slot: Slot; readonly index: number }
  /** [ … ]: may be left out */
  | { readonly kind: "option"; readonly items: readonly Item[]; readonly index: number }
  /** ( … | … ): one of these */
  | { readonly kind: "choice"; readonly choices: readonly (readonly Item[])[]; readonly index: number };

/** One line form of the catalogue. */
export interface Form {
  /** As it stands in the catalogue: `ask <n> <t> as <ty>` */
  readonly text: string;
  readonly items: readonly Item[];
  /** The word every line of it begins with; absent where it begins with a choice, a slot or a sign. */
  readonly word?: string;
}

const pieces = /<([a-z]+)>|\[|\]|\(|\)|\||,|=|[^\s<>[\]()|,=]+/g;

/** Reads one form. The catalogue is our own text, so a mistake in it stops the program with words for its author. */
export function parseForm(text: string): Form {
  const tokens = text.match(pieces) ?? [];
  let at = 0;
  let index = 0;
  const readSequence = (): Item[] => {
    const items: Item[] = [];
    for (let token = tokens[at]; token !== undefined && !"])|".includes(token); token = tokens[at]) {
      at++;
      index++;
      const own = index;
      if (token === "[") items.push({ kind: "option", items: readUntil("]"), index: own });
      else if (token === "(") items.push({ kind: "choice", choices: readChoices(), index: own });
      else if (token.startsWith("<")) items.push({ kind: "slot", slot: token.slice(1, -1) as Slot, index: own });
      else items.push({ kind: "word", word: token, index: own });
    }
    return items;
  };
  const readUntil = (end: string): Item[] => {
    const items = readSequence();
    if (tokens[at] !== end) throw new Error(`The catalogue's form "${text}" lacks a ${end}`);
    at++;
    return items;
  };
  const readChoices = (): Item[][] => {
    const choices = [readSequence()];
    while (tokens[at] === "|") {
      at++;
      choices.push(readSequence());
    }
    if (tokens[at] !== ")") throw new Error(`The catalogue's form "${text}" lacks a )`);
    at++;
    return choices;
  };
  const items = readSequence();
  if (at < tokens.length || items.length === 0) throw new Error(`The catalogue's form "${text}" cannot be read`);
  const [first] = items;
  return { text, items, ...(first?.kind === "word" && /^[a-z]/.test(first.word) && { word: first.word }) };
}

/** The items a line of this form can begin with. */
export function firstItems(items: readonly Item[]): Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (item.kind === "option") {
      found.push(...firstItems(item.items));
      continue;
    }
    if (item.kind === "choice") for (const choice of item.choices) found.push(...firstItems(choice));
    else found.push(item);
    return found;
  }
  return found;
}

/** The words a line of this form can begin with: a statement word, "-", "|" for rows, ">" for prose, "<money>" and the like for literals. */
export function firstWords(form: Form): string[] {
  return firstItems(form.items).map((item) => {
    if (item.kind === "word") return item.word;
    if (item.kind !== "slot") return "";
    return item.slot === "row" ? "|" : item.slot === "prose" ? ">" : `<${item.slot}>`;
  });
}

/** Every word of a form, those that may be left out too. */
export function wordsOfForm(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "word") return [item.word];
    if (item.kind === "slot") return [];
    return (item.kind === "option" ? [item.items] : item.choices).flatMap(wordsOfForm);
  });
}
