// Binds one editor's connection to the requests. Each request is a function of the texts as they are; here stand only their names.

import {
  CodeActionTriggerKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  PositionEncodingKind,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Play } from "#contract/play.ts";
import type { EditorProblem } from "../diagnostics/render-editor.ts";
import { complete } from "./completion.ts";
import { findDefinition } from "./definition.ts";
import { inOneList, listSymbols } from "./document-symbols.ts";
import { listFolds } from "./folding.ts";
import { formatFile } from "./formatting.ts";
import { describe, inPlainText } from "./hover.ts";
import { type Clock, ProblemBoard } from "./problem-board.ts";
import { areFixesWanted, diagnosticOf, listFixes } from "./quick-fixes.ts";
import { findReferences } from "./references.ts";
import { findRenameRange, renameEverywhere } from "./rename.ts";
import { filesOfLibrary, keptNames, takenIn, withFiles } from "./rename-files.ts";
import { createColours, legend } from "./semantic-tokens.ts";
import { type Surroundings, Workspace } from "./workspace.ts";

/** More completions than this are not sent at once: the editor asks again with the next letter. */
const mostItems = 400;

const capabilities: InitializeResult["capabilities"] = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: [" ", "{", "|"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  codeActionProvider: { codeActionKinds: ["quickfix"] },
  semanticTokensProvider: { legend, full: true },
};

/** What the entry points hand in. */
export interface Host {
  /** Where texts that are not open come from. */
  readonly surroundings: Surroundings;
  readonly clock: Clock;
  /** Plays the examples in a text: the very form and route that applications go. */
  readonly play?: Play;
}

/** Answers an editor until it goes away. */
export function serve(connection: Connection, { surroundings, clock, play }: Host): void {
  const workspace = new Workspace(surroundings);
  const documents = new TextDocuments(TextDocument);
  const publish = (uri: string, problems: readonly EditorProblem[]) => {
    const version = documents.get(uri)?.version;
    const diagnostics = problems.map(diagnosticOf);
    void connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  };
  const board = new ProblemBoard(workspace, publish, clock, play);
  let asked: InitializeParams | undefined;
  connection.onInitialize((params) => {
    asked = params;
    for (const folder of foldersOf(params)) workspace.addFolder(folder);
    return { capabilities, serverInfo: { name: "formwork" } };
  });
  connection.onInitialized(() => {
    if (asked?.capabilities.workspace?.workspaceFolders === true) watchFolders(connection, workspace, board);
    if (!tellsChanges()) return;
    const watchers = [{ globPattern: "**/*.{service,shared,words,lock}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  const tellsChanges = () => asked?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  keepTexts(connection, documents, workspace, board, tellsChanges);
  answerRequests(connection, workspace, () => understoodBy(asked));
  const renamesFiles = () => {
    const edits = asked?.capabilities.workspace?.workspaceEdit;
    return edits?.documentChanges === true && edits.resourceOperations?.includes("rename") === true;
  };
  answerRename(connection, workspace, renamesFiles);
  connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
    if (!areFixesWanted(context)) return [];
    // An editor that asks by itself, at every move of the cursor, does so again once problems are told: nobody who types waits for a check.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    return listFixes((isAsked ? board.problemsOf(uri) : board.problemsKnownOf(uri)) ?? [], uri, range);
  });
  connection.listen();
}

/** The folders that an editor has open; older ones name a single one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri === null || rootUri === undefined ? [] : [rootUri];
}

function watchFolders(connection: Connection, workspace: Workspace, board: ProblemBoard): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) workspace.removeFolder(uri);
    for (const { uri } of added) workspace.addFolder(uri);
    for (const file of workspace.openFiles) board.onChange(file);
  });
}

/** What an editor can show: others are given the same in a plainer shape. */
interface Understood {
  readonly snippets: boolean;
  readonly markdown: boolean;
  readonly nestedSymbols: boolean;
}

function understoodBy(asked: InitializeParams | undefined): Understood {
  const { completion, hover, documentSymbol } = asked?.capabilities.textDocument ?? {};
  return {
    snippets: completion?.completionItem?.snippetSupport === true,
    markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    nestedSymbols: documentSymbol?.hierarchicalDocumentSymbolSupport === true,
  };
}

function keepTexts(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  board: ProblemBoard,
  tellsChanges: () => boolean,
): void {
  // Whoever does not tell what happens on the disk saves now and then, or goes to another text: that is when it is looked at again.
  const lookAgain = (file: string) => {
    if (tellsChanges()) return;
    workspace.refreshBeside(file);
    for (const open of workspace.openFiles) board.onChange(open);
  };
  documents.onDidSave(({ document }) => lookAgain(document.uri));
  documents.onDidChangeContent(({ document }) => {
    workspace.write(document.uri, document.getText());
    board.onChange(document.uri);
  });
  documents.onDidOpen(({ document }) => lookAgain(document.uri));
  documents.onDidClose(({ document }) => {
    workspace.close(document.uri);
    board.onClose(document.uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.refresh(uri);
    for (const file of workspace.openFiles) board.onChange(file);
  });
  documents.listen(connection);
}

function answerRequests(connection: Connection, workspace: Workspace, understood: () => Understood): void {
  const colours = createColours();
  connection.onCompletion(({ textDocument, position }) => {
    const items = complete(workspace.snapshot, textDocument.uri, position, understood().snippets);
    return { isIncomplete: items.length > mostItems, items: items.slice(0, mostItems) };
  });
  connection.onHover(({ textDocument, position }) => {
    const found = describe(workspace.snapshot, textDocument.uri, position);
    return found && !understood().markdown ? inPlainText(found) : found;
  });
  connection.onDefinition(({ textDocument, position }) =>
    findDefinition(workspace.snapshot, textDocument.uri, position),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    findReferences(workspace.snapshot, textDocument.uri, position, context.includeDeclaration),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    findRenameRange(workspace.snapshot, textDocument.uri, position),
  );
  connection.onDocumentSymbol(({ textDocument }) => {
    const symbols = listSymbols(workspace.snapshot, textDocument.uri);
    return understood().nestedSymbols ? symbols : inOneList(symbols, textDocument.uri);
  });
  connection.onFoldingRanges(({ textDocument }) => listFolds(workspace.snapshot, textDocument.uri));
  connection.onDocumentFormatting(({ textDocument }) => formatFile(workspace.snapshot, textDocument.uri));
  connection.onDocumentRangeFormatting(({ textDocument, range }) =>
    formatFile(workspace.snapshot, textDocument.uri, range),
  );
  connection.languages.semanticTokens.on(({ textDocument }) => colours(workspace.snapshot, textDocument.uri));
}

/** A library's files are renamed along with it where the editor can; elsewhere the author is told to. */
function answerRename(connection: Connection, workspace: Workspace, renamesFiles: () => boolean): void {
  connection.onRenameRequest(({ textDocument, position, newName }) => {
    const { snapshot } = workspace;
    const renamed = renameEverywhere(snapshot, textDocument.uri, position, newName);
    if (!renamed) return undefined;
    if ("refusal" in renamed) return new ResponseError(ErrorCodes.InvalidParams, renamed.refusal);
    const files = filesOfLibrary(snapshot, textDocument.uri, position, newName);
    const taken = takenIn(snapshot, files);
    if (files.length > 0 && taken.length === 0 && renamesFiles()) return withFiles(renamed, files);
    const told = keptNames(files, taken);
    if (told !== undefined)
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: told });
    return renamed;
  });
}
