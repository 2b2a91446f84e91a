// Speaks the real protocol with the real program: `formwork language-server` as a child process over standard input and output.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type CodeAction,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { able, everyRequest, texts } from "./tests/every-request.ts";

const service = `service permit "Permit"
  version 1 starts 1 April 2026
  languages English, Welsh
section about-you "About you"
  ask phone "Phone" as phone number
decide known when phone is answered
`;

let folder = "";
let program: ChildProcess | undefined;
let editor: ProtocolConnection | undefined;
let told: PublishDiagnosticsParams[] = [];
let heard: (() => void) | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "formwork-editor-"));
  told = [];
});

afterEach(async () => {
  editor?.dispose();
  if (program?.exitCode === null) {
    const gone = new Promise((done) => program?.once("exit", done));
    program.kill();
    await gone;
  }
  rmSync(folder, { recursive: true });
});

async function start(workspace: object = {}, textDocument: object = able): Promise<ProtocolConnection> {
  const child = spawn(process.execPath, ["compiler/command-line/formwork.ts", "language-server", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  [program, editor] = [child, connection];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    told.push(params);
    heard?.();
  });
  connection.listen();
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: "services" }];
  const { capabilities } = await connection.sendRequest<{ capabilities: Record<string, unknown> }>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument, workspace },
    workspaceFolders,
  });
  expect(Object.keys(capabilities)).toContain("renameProvider");
  await connection.sendNotification("initialized", {});
  return connection;
}

/** The problems of a file as last told, once they are what is waited for. */
async function problemsOf(uri: string, isAwaited: (problems: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
  for (;;) {
    const last = told.findLast((one) => one.uri === uri)?.diagnostics;
    if (last && isAwaited(last)) return last;
    await new Promise<void>((done) => {
      heard = done;
    });
  }
}

test("an editor opens a text, types, completes, renames through a file beside it, and leaves", async () => {
  const file = path.join(folder, "permit.service");
  writeFileSync(file, service);
  writeFileSync(path.join(folder, "permit.cy.words"), 'words Welsh for permit version 1\n  ask phone "Ffôn"\n');
  const connection = await start();
  const uri = pathToFileURL(file).href;
  const textDocument = { uri };
  const broken = service.replace("as phone number", "az phone number");
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "formwork", version: 1, text: broken },
  });
  const [problem] = await problemsOf(uri, (problems) => problems.length > 0);
  expect(problem?.code).toBe("FW103");

  const line = broken.split("\n").findIndex((one) => one.includes(" az "));
  const at = broken.split("\n")[line]?.indexOf("az") ?? 0;
  const range = { start: { line, character: at }, end: { line, character: at + 2 } };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range, text: "as" }],
  });
  await problemsOf(uri, (problems) => problems.every((one) => one.code !== "FW103"));

  const typed = { line, character: broken.split("\n")[line]?.length ?? 0 };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 3 },
    contentChanges: [{ range: { start: typed, end: typed }, text: "\n    " }],
  });
  const { items } = await connection.sendRequest<CompletionList>("textDocument/completion", {
    textDocument,
    position: { line: line + 1, character: 4 },
  });
  expect(items.map((item) => item.textEdit?.newText)).toContain(`hint "\${1:words}"`);

  const position = { line, character: (broken.split("\n")[line]?.indexOf("phone") ?? 0) + 1 };
  const renamed = await connection.sendRequest<WorkspaceEdit>("textDocument/rename", {
    textDocument,
    position,
    newName: "telephone",
  });
  expect(
    Object.keys(renamed.changes ?? {})
      .map((one) => path.basename(one))
      .sort(),
  ).toEqual(["permit.cy.words", "permit.service"]);
  await expect(
    connection.sendRequest("textDocument/rename", { textDocument, position, newName: "two words" }),
  ).rejects.toThrow("A name is one word, or words joined with hyphens. For example, two-words.");
  expect(readFileSync(file, "utf8")).toBe(service);

  await connection.sendRequest("shutdown");
  const late = connection.sendRequest("textDocument/hover", { textDocument, position });
  await expect(late).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest });
  expect(await leave(connection)).toBe(0);
});

function leave(connection: ProtocolConnection): Promise<number | null> {
  const left = new Promise<number | null>((done) => program?.once("exit", done));
  void connection.sendNotification("exit");
  return left;
}

test("an editor that leaves without saying so is told by the exit code", async () => {
  expect(await leave(await start())).toBe(1);
});

/** What the program answers to these very bytes, and how it ends. */
async function answersTo(...messages: string[]) {
  // As editors say which process they are.
  const words = ["--stdio", `--clientProcessId=${process.pid}`];
  const child = spawn(process.execPath, ["compiler/command-line/formwork.ts", "language-server", ...words]);
  program = child;
  let [said, complained] = ["", ""];
  child.stdout.on("data", (bytes) => {
    said += bytes;
    // An answer may come in pieces: the next message follows when it is there whole.
    if (!said.endsWith("}")) return;
    if (messages.length > 0) child.stdin.write(messages.shift());
    else child.stdin.end();
  });
  child.stderr.on("data", (bytes) => {
    complained += bytes;
  });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  child.stdin.write(messages.shift());
  return { code: await ended, said, complained };
}

const framed = (body: string) => `Content-Length: ${body.length}\r\n\r\n${body}`;

test.each(["Content-Length: abc\r\n\r\n{}", "{}\r\n\r\n", "Length: 2\r\n\r\n{}"])(
  "what is not the protocol ends the server, and it says why: %s",
  async (bytes) => {
    const { code, said, complained } = await answersTo(bytes);
    expect([code, said]).toEqual([1, ""]);
    expect(complained).toMatch(/^What the editor sends is not the Language Server Protocol: .+/);
  },
);

test("a message that is no JSON is refused, and so is what comes before the sitting has begun", async () => {
  const { said, complained } = await answersTo(
    framed("{"),
    framed('{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}}'),
  );
  expect(said).toContain(`"id":null,"error":{"code":${ErrorCodes.ParseError}`);
  expect(said).toContain(`"id":7,"error":{"code":${ErrorCodes.ServerNotInitialized}`);
  expect(complained).toBe("");
});

test.each([
  ["renames its files", { documentChanges: true, resourceOperations: ["rename"] }],
  ["says which files to rename", { documentChanges: true }],
])("an editor that renames a library %s", async (_, workspaceEdit) => {
  const library = `shared questions "Questions"\n  version 1 starts 1 January 2026\n`;
  for (const [name, text] of Object.entries({
    "questions.shared": library,
    "questions.cy.words": "words Welsh for questions version 1\n",
    "questions-more.shared": library.replace("questions", "questions-more"),
  }))
    writeFileSync(path.join(folder, name), text);
  const connection = await start({ workspaceEdit });
  const shown: string[] = [];
  connection.onNotification("window/showMessage", ({ message }: { message: string }) => void shown.push(message));
  const uri = pathToFileURL(path.join(folder, "questions.shared")).href;
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "formwork", version: 1, text: library },
  });
  const { changes, documentChanges } = await connection.sendRequest<WorkspaceEdit>("textDocument/rename", {
    textDocument: { uri },
    position: { line: 0, character: library.indexOf("questions") },
    newName: "homes",
  });
  const names = ["questions.cy.words", "questions.shared"];
  if (!("resourceOperations" in workspaceEdit)) {
    expect(
      Object.keys(changes ?? {})
        .map((one) => path.basename(one))
        .sort(),
    ).toEqual(names);
    expect(shown).toEqual([
      "The library has its new name in all texts. This editor cannot rename files along with it. Rename questions.cy.words to homes.cy.words, questions.shared to homes.shared.",
    ]);
    return;
  }
  const done = (documentChanges ?? []).map((one) =>
    "kind" in one && one.kind === "rename"
      ? `${path.basename(one.oldUri)} to ${path.basename(one.newUri)}`
      : "textDocument" in one && path.basename(one.textDocument.uri),
  );
  expect(done.slice(0, 2).sort()).toEqual(names);
  expect(done.slice(2).sort()).toEqual(["questions.cy.words to homes.cy.words", "questions.shared to homes.shared"]);
  expect(shown).toEqual([]);
});

test("every request is answered over the stream", async () => {
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  const connection = await start();
  const uri = pathToFileURL(path.join(folder, "permit.service")).href;
  const text = texts["permit.service"];
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "formwork", version: 1, text },
  });
  await problemsOf(uri, (problems) => problems.some(({ code }) => code === "FW201"));
  for (const { method, params, holds } of everyRequest) {
    const answer = JSON.stringify(await connection.sendRequest(method, { textDocument: { uri }, ...params }));
    for (const words of holds) expect(answer, method).toContain(words);
  }
});

test("problems come with the version of the text they are of, and fixes only where fixes are asked for", async () => {
  const connection = await start();
  const uri = "untitled:Untitled-1";
  await open(connection, uri, service);
  const range = { start: { line: 4, character: 20 }, end: { line: 4, character: 22 } };
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 7 },
    contentChanges: [{ range, text: "az" }],
  });
  await problemsOf(uri, (problems) => problems.some(({ code }) => code === "FW103"));
  expect(told.findLast((one) => one.uri === uri)?.version).toBe(7);
  const fixes = async (only?: string[]) =>
    (
      await connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      })
    ).map(({ title }) => title);
  expect(await fixes()).toEqual(["change  az  to  as"]);
  expect(await fixes(["quickfix"])).toEqual(["change  az  to  as"]);
  expect(await fixes(["source.fixAll", "refactor"])).toEqual([]);
});

test("a text that stands on no disk is helped with all the same", async () => {
  const connection = await start();
  const uri = "untitled:Untitled-1";
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "formwork", version: 1, text: "secton a\n" },
  });
  const { items } = await connection.sendRequest<CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position: { line: 1, character: 0 },
  });
  expect(items.map((item) => item.label)).toContain('service name "words"');
  const problems = await problemsOf(uri, (all) => all.length > 0);
  expect(problems.length).toBeGreaterThan(0);
});

async function open(connection: ProtocolConnection, uri: string, text: string): Promise<void> {
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "formwork", version: 1, text },
  });
}

test("an editor that can show little is given the same in a plainer shape", async () => {
  const connection = await start({}, {});
  const uri = "untitled:Untitled-1";
  await open(connection, uri, service);
  const hover = await connection.sendRequest("textDocument/hover", {
    textDocument: { uri },
    position: { line: 4, character: 8 },
  });
  expect(hover).toMatchObject({ contents: { kind: "plaintext" } });
  expect(JSON.stringify(hover)).not.toMatch(/[*`]{2}/);
  expect(JSON.stringify(hover)).toContain("phone · question “Phone”");
  const symbols = await connection.sendRequest<object[]>("textDocument/documentSymbol", { textDocument: { uri } });
  expect(symbols).toContainEqual(
    expect.objectContaining({ name: "phone", containerName: "about-you", location: expect.anything() }),
  );
});

test("an editor that does not tell what happens on the disk: a library that went is noticed at the next save", async () => {
  const library = path.join(folder, "homes.shared");
  const text = `use home from homes version 1\n${service.replace("Welsh", "English").replace(", English", "")}`;
  writeFileSync(
    library,
    'shared homes "Homes"\n  version 1 starts 1 January 2026\nquestion-set home "Home"\n  ask town "Town" as text\n',
  );
  const connection = await start();
  const uri = pathToFileURL(path.join(folder, "permit.service")).href;
  await open(connection, uri, text);
  const isMissing = (problems: readonly Diagnostic[]) => problems.some(({ code }) => code === "FW801");
  await problemsOf(uri, (problems) => !isMissing(problems));
  rmSync(library);
  await connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
  await problemsOf(uri, isMissing);
});

test("a folder that is opened later is read, and one that is closed is forgotten", async () => {
  const [one, two] = [path.join(folder, "one"), path.join(folder, "two")];
  const library =
    'shared homes "Homes"\n  version 1 starts 1 January 2026\nquestion-set home "Home"\n  ask town "Town" as text\n';
  for (const place of [one, two]) mkdirSync(place);
  writeFileSync(path.join(two, "homes.shared"), library);
  writeFileSync(path.join(two, "permit.service"), `${service}use home from homes version 1\n`);
  const connection = await start({ workspaceFolders: true });
  const folders = [{ uri: pathToFileURL(folder).href, name: "services" }];
  const uri = pathToFileURL(path.join(one, "homes.shared")).href;
  const usedIn = async () => {
    const found = await connection.sendRequest<{ uri: string }[]>("textDocument/references", {
      textDocument: { uri },
      position: { line: 2, character: 14 },
      context: { includeDeclaration: false },
    });
    return found.map((place) => path.basename(place.uri));
  };
  await connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: folders } });
  await open(connection, uri, library);
  expect(await usedIn()).toEqual([]);
  const added = [{ uri: pathToFileURL(two).href, name: "two" }];
  rmSync(path.join(two, "homes.shared"));
  await connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added, removed: [] } });
  expect(await usedIn()).toEqual(["permit.service"]);
});

test.each([
  "file://server/share/permit.service",
  "file:///permits/%E0%A4%A/permit.service",
  "file:///permits%2Fpermit.service",
])("an address that is no path here is helped with all the same: %s", async (uri) => {
  const connection = await start();
  await open(connection, uri, service);
  const symbols = await connection.sendRequest<object[]>("textDocument/documentSymbol", { textDocument: { uri } });
  expect(symbols.length).toBeGreaterThan(1);
});
