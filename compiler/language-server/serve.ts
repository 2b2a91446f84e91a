// Binds one editor's connection to the requests. Each request is a function of the texts as they are; here stand only their names.

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Play } from "#contract/play.ts";
import { complete } from "./completion.ts";
import { findDefinition } from "./definition.ts";
import { listSymbols } from "./document-symbols.ts";
import { listFolds } from "./folding.ts";
import { formatFile } from "./formatting.ts";
import { describe } from "./hover.ts";
import { type Clock, ProblemBoard } from "./problem-board.ts";
import { diagnosticOf, listFixes } from "./quick-fixes.ts";
import { findReferences } from "./references.ts";
import { findRenameRange, renameEverywhere } from "./rename.ts";
import { filesOfLibrary, keptNames, takenIn, withFiles } from "./rename-files.ts";
import { createColours, legend } from "./semantic-tokens.ts";
import { type Surroundings, Workspace } from "./workspace.ts";

/** More completions than this are not sent at once: the editor asks again with the next letter. */
const mostItems = 400;

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: { triggerCharacters: [" ", "{", "|"] },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
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
  const board = new ProblemBoard(
    workspace,
    (file, problems) => void connection.sendDiagnostics({ uri: file, diagnostics: problems.map(diagnosticOf) }),
    clock,
    play,
  );
  let asked: InitializeParams | undefined;
  connection.onInitialize((params) => {
    asked = params;
    for (const folder of params.workspaceFolders ?? []) workspace.addFolder(folder.uri);
    return { capabilities, serverInfo: { name: "formwork" } };
  });
  connection.onInitialized(() => {
    if (asked?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = [{ globPattern: "**/*.{service,shared,words,lock}" }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  keepTexts(connection, workspace, board);
  const hasSnippets = () => asked?.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  answerRequests(connection, workspace, hasSnippets);
  const renamesFiles = () => {
    const edits = asked?.capabilities.workspace?.workspaceEdit;
    return edits?.documentChanges === true && edits.resourceOperations?.includes("rename") === true;
  };
  answerRename(connection, workspace, renamesFiles);
  connection.onCodeAction(({ textDocument, range }) =>
    listFixes(board.problemsOf(textDocument.uri), textDocument.uri, range),
  );
  connection.listen();
}

function keepTexts(connection: Connection, workspace: Workspace, board: ProblemBoard): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidChangeContent(({ document }) => {
    workspace.write(document.uri, document.getText());
    board.onChange(document.uri);
  });
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

function answerRequests(connection: Connection, workspace: Workspace, hasSnippets: () => boolean): void {
  const colours = createColours();
  connection.onCompletion(({ textDocument, position }) => {
    const items = complete(workspace.snapshot, textDocument.uri, position, hasSnippets());
    return { isIncomplete: items.length > mostItems, items: items.slice(0, mostItems) };
  });
  connection.onHover(({ textDocument, position }) => describe(workspace.snapshot, textDocument.uri, position));
  connection.onDefinition(({ textDocument, position }) =>
    findDefinition(workspace.snapshot, textDocument.uri, position),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    findReferences(workspace.snapshot, textDocument.uri, position, context.includeDeclaration),
  );
  connection.onPrepareRename(({ textDocument, position }) =>
    findRenameRange(workspace.snapshot, textDocument.uri, position),
  );
  connection.onDocumentSymbol(({ textDocument }) => listSymbols(workspace.snapshot, textDocument.uri));
  connection.onFoldingRanges(({ textDocument }) => listFolds(workspace.snapshot, textDocument.uri));
  connection.onDocumentFormatting(({ textDocument }) => formatFile(workspace.snapshot, textDocument.uri));
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
