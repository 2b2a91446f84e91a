// The editor of one text at a time, with an undo history for each file. Knows the text and its marks; nothing of compiling or saving.
import { defaultKeymap, history, historyKeymap, indentWithTab, undo } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { openSearchPanel, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLineGutter, keymap, lineNumbers, placeholder } from "@codemirror/view";
import type { Edit, Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { hangingLines } from "./hanging-lines.ts";
import { lineAtHand, setLineAtHand } from "./line-at-hand.ts";
import { look } from "./look.ts";
import { type PlacedProblem, placedProblems, setProblems } from "./problem-marks.ts";
import { type Room, rooms, setRooms } from "./room-for-cards.ts";
import { setVoices, voicesField } from "./voices.ts";

export interface TextEditorEvents {
  /** The author changed the text of this file. */
  onText(file: string, text: string): void;
  /** The caret moved to another line (counted from 1), not by a change of the text. */
  onLine(file: string, line: number): void;
  /** Lines may stand elsewhere than before: cards must be placed again. */
  onGeometry(): void;
}

export interface TextEditor {
  /** Shows a file; its undo history is its own. */
  show(file: string, text: string): void;
  /** Forgets a file and its history, so that `show` begins with a new text. */
  forget(file: string): void;
  shownFile(): string;
  text(): string;
  setVoices(stretches: Uint32Array): void;
  setProblems(problems: readonly Problem[]): void;
  problems(): readonly PlacedProblem[];
  setRooms(wanted: readonly Room[]): void;
  /** Applies a fix whole, as one step of undo. False: it does not fit the text any more. */
  apply(edits: readonly Edit[]): boolean;
  /** Lights a line of the shown file; undefined: none. */
  light(line: number | undefined): void;
  /** Moves the caret to an offset and brings it into view. */
  goTo(offset: number): void;
  goToLine(line: number): void;
  /** Where a line (from 1) begins. */
  offsetOf(line: number): number;
  undo(): void;
  find(): void;
  focus(): void;
  /** Top and bottom of the line with this offset, in pixels of the window; the room under it is left out. */
  linePlace(offset: number): { readonly top: number; readonly bottom: number; readonly line: number };
}

/** Builds the editor in a shadow root, where its style sheets are constructed ones: the page's security policy allows no inline style. */
export function openTextEditor(host: HTMLElement, events: TextEditorEvents): TextEditor {
  const root = host.attachShadow({ mode: "open" });
  // A description is found only within the same root, so the hint that stands under the text is said here once more.
  const hint = document.createElement("p");
  hint.id = "leave";
  hint.hidden = true;
  hint.textContent = "Tab moves a line in. Press Escape, then Tab, to leave the text.";
  root.append(hint);
  const label = new Compartment();
  const states = new Map<string, EditorState>();
  let shown = "";
  let lastLine = 0;

  const extensions: Extension[] = [
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    indentUnit.of("  "),
    keymap.of([indentWithTab, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorState.tabSize.of(2),
    placeholder('Begin with: service my-service "My service"'),
    hangingLines,
    voicesField,
    placedProblems,
    lineAtHand,
    rooms,
    look,
    label.of([]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) events.onText(shown, update.state.doc.toString());
      const line = update.state.doc.lineAt(update.state.selection.main.head).number;
      if (update.selectionSet && !update.docChanged && line !== lastLine) events.onLine(shown, line);
      lastLine = line;
      if (update.docChanged || update.geometryChanged || update.heightChanged || update.viewportChanged)
        events.onGeometry();
    }),
  ];

  const view = new EditorView({ parent: root, root, state: EditorState.create({ extensions }) });
  const labelled = (file: string): Extension =>
    EditorView.contentAttributes.of({
      "aria-label": `Service text, ${file}`,
      "aria-describedby": "leave",
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
    });

  const lineFrom = (line: number): number =>
    view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines))).from;
  const moveTo = (offset: number): void => {
    const at = Math.max(0, Math.min(offset, view.state.doc.length));
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
    view.focus();
  };

  return {
    show(file, text) {
      if (shown) states.set(shown, view.state);
      shown = file;
      lastLine = 0;
      view.setState(states.get(file) ?? EditorState.create({ doc: text, extensions }));
      view.dispatch({ effects: label.reconfigure(labelled(file)) });
      events.onGeometry();
    },
    forget(file) {
      states.delete(file);
      if (file === shown) shown = "";
    },
    shownFile: () => shown,
    text: () => view.state.doc.toString(),
    setVoices: (stretches) => view.dispatch({ effects: setVoices.of(stretches) }),
    setProblems: (problems) => view.dispatch({ effects: setProblems.of(problems) }),
    problems: () => view.state.field(placedProblems),
    setRooms: (wanted) => view.dispatch({ effects: setRooms.of(wanted) }),
    apply(edits) {
      const length = view.state.doc.length;
      if (edits.length === 0 || edits.some((edit) => edit.span.end > length || edit.span.start > edit.span.end))
        return false;
      const changes = edits.map((edit) => ({ from: edit.span.start, to: edit.span.end, insert: edit.text }));
      const first = Math.min(...changes.map((change) => change.from));
      view.dispatch({
        changes,
        userEvent: "input.fix",
        effects: EditorView.scrollIntoView(first, { y: "nearest", yMargin: 80 }),
      });
      return true;
    },
    light: (line) => view.dispatch({ effects: setLineAtHand.of(line === undefined ? undefined : lineFrom(line)) }),
    goTo: moveTo,
    goToLine: (line) => moveTo(lineFrom(line)),
    offsetOf: lineFrom,
    undo: () => {
      undo(view);
    },
    find: () => {
      openSearchPanel(view);
    },
    focus: () => view.focus(),
    linePlace(offset) {
      const at = Math.max(0, Math.min(offset, view.state.doc.length));
      const block = view.lineBlockAt(at);
      const text = Array.isArray(block.type) ? (block.type.find((part) => part.type === 0) ?? block) : block;
      return {
        top: text.top + view.documentTop,
        bottom: text.bottom + view.documentTop,
        line: view.state.doc.lineAt(at).number,
      };
    },
  };
}
