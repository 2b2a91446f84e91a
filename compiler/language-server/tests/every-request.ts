// One of every request that the server answers, with words that must stand in the answer: asked over a real stream by the tests of both entries.

/** The texts of a small service, by the end of their address. */
export const texts: Readonly<Record<string, string>> = {
  "permit.service": `service permit "Permit"
  version 1 starts 1 April 2026
  languages English, Welsh
# Two notes
# in a row
section about-you "About you"
  ask phone "Phone" as phone number
  ask fuel "Fuel" as one of fuels
    show when phnoe is answered

list fuels
  - petrol "Petrol"
`,
  "permit.cy.words": 'words Welsh for permit version 1\n  ask phone "Ffôn"\n',
};

/** What an editor says that it can show, of what is asked about here. */
export const able = {
  completion: { completionItem: { snippetSupport: true } },
  hover: { contentFormat: ["markdown", "plaintext"] },
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
};

/** What is asked of permit.service, and what the answer holds as JSON. */
export interface Asked {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly holds: readonly string[];
}

const at = (line: number, character: number) => ({ line, character });
const onPhone = { position: at(6, 8) };
const onFuels = { position: at(7, 31) };
const onMistake = { range: { start: at(8, 16), end: at(8, 16) }, context: { diagnostics: [] } };

/** In an order in which each stands for itself. */
export const everyRequest: readonly Asked[] = [
  {
    method: "textDocument/completion",
    params: { position: at(8, 4) },
    holds: ["hint", "A short help that stands with the question"],
  },
  { method: "textDocument/hover", params: onPhone, holds: ["question “Phone”"] },
  { method: "textDocument/hover", params: { position: at(8, 7) }, holds: ["Asked or shown only when this is so."] },
  { method: "textDocument/definition", params: onFuels, holds: ['"line":10'] },
  {
    method: "textDocument/references",
    params: { ...onPhone, context: { includeDeclaration: true } },
    holds: ["permit.service", "permit.cy.words"],
  },
  { method: "textDocument/prepareRename", params: onPhone, holds: ['"character":6'] },
  {
    method: "textDocument/rename",
    params: { ...onPhone, newName: "telephone" },
    holds: ["telephone", "permit.cy.words"],
  },
  {
    method: "textDocument/documentSymbol",
    params: {},
    holds: ['"name":"about-you"', '"detail":"Fuel"', '"children":['],
  },
  { method: "textDocument/foldingRange", params: {}, holds: ['"kind":"comment"', '"startLine":5'] },
  { method: "textDocument/formatting", params: { options: { tabSize: 2, insertSpaces: true } }, holds: ["["] },
  {
    method: "textDocument/rangeFormatting",
    params: { range: { start: at(0, 0), end: at(2, 0) }, options: { tabSize: 2, insertSpaces: true } },
    holds: ["["],
  },
  { method: "textDocument/codeAction", params: onMistake, holds: ["change  phnoe  to  phone", "quickfix"] },
  { method: "textDocument/semanticTokens/full", params: {}, holds: ['"data":[0,0,7,0,0'] },
];
