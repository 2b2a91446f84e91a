// The cards beside the text (wide) or under their lines (narrow): draws them, measures them, puts them in their places.
// Positions are set through the style object, never as style attributes, which the security policy refuses.
import { html, render } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PlacedProblem } from "../editor/problem-marks.ts";
import type { TextEditor } from "../editor/text-editor.ts";
import { type CardEvents, cardBody, severityWords } from "./card.ts";
import { isQuestion } from "./counts.ts";
import { placeCards, placeTurns, roomFor, tieDepth } from "./place-cards.ts";

export interface CardColumn {
  /** Draws the cards of the shown file anew. */
  draw(): void;
  /** Lines moved: puts the cards back beside them, once in the coming frame. */
  place(): void;
}

/** So many cards stand beside the text; the others wait in the Problems list, where a line says so. */
export const mostCards = 40;

/** The first card leaves so much room below the edge of the sheet, as card.css says it. */
const besideTop = 8;

/** Cards for the editor's problems in the list `column`, measured against `page`, the box that scrolls with the text. */
export function cardColumn(column: HTMLElement, page: HTMLElement, editor: TextEditor, events: CardEvents): CardColumn {
  let asked = false;
  let shown: readonly PlacedProblem[] = [];
  const wide = matchMedia("(min-width: 75rem)");

  const place = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      putInPlace();
    });
  };

  const cards = (): HTMLElement[] => [...column.querySelectorAll<HTMLElement>(":scope > .card")];

  const putInPlace = (): void => {
    shown = byPlace(editor);
    const list = cards();
    const measured = list.map((card, index) => ({ card, height: card.offsetHeight, at: shown[index]?.from ?? 0 }));
    if (wide.matches) putBeside(measured);
    else putUnder(measured);
  };

  const putBeside = (measured: readonly Measured[]): void => {
    makeRooms([]);
    const top = page.getBoundingClientRect().top + besideTop;
    const half = 12;
    const wishes = measured.map(({ at, height }) => ({ anchor: editor.linePlace(at).top - top + half, height }));
    const tops = placeCards(wishes);
    const depths = measured.map(({ height }) => Math.min(tieDepth, height / 2));
    const turns = placeTurns(
      wishes.map(({ anchor }, index) => ({ line: anchor, card: (tops[index] ?? 0) + (depths[index] ?? 0) })),
    );
    measured.forEach(({ card }, index) => {
      const y = tops[index] ?? 0;
      const line = (wishes[index]?.anchor ?? 0) - y;
      const depth = depths[index] ?? 0;
      card.style.transform = `translateY(${y}px)`;
      // The tie leaves the card at its depth, turns, runs up or down to the line's height, and ends in the diamond.
      const tie = {
        from: Math.min(line, depth),
        length: Math.abs(line - depth),
        card: depth,
        line,
        turn: turns[index] ?? 0,
      };
      for (const [name, pixels] of Object.entries(tie)) card.style.setProperty(`--tie-${name}`, `${pixels}px`);
    });
    const last = measured.length - 1;
    const bottom = last < 0 ? 0 : (tops[last] ?? 0) + (measured[last]?.height ?? 0) + besideTop + 24;
    page.style.setProperty("--cards-bottom", `${bottom}px`);
  };

  const putUnder = (measured: readonly Measured[]): void => {
    page.style.setProperty("--cards-bottom", "0px");
    const lines = new Map<number, Measured[]>();
    for (const one of measured) {
      const { line } = editor.linePlace(one.at);
      lines.set(line, [...(lines.get(line) ?? []), one]);
    }
    makeRooms(
      [...lines.values()].map((group) => ({ at: group[0]?.at ?? 0, height: roomFor(group.map((one) => one.height)) })),
    );
    const top = page.getBoundingClientRect().top;
    for (const group of lines.values()) {
      let y = editor.linePlace(group[0]?.at ?? 0).bottom - top + 4;
      for (const { card, height } of group) {
        card.style.transform = `translateY(${y}px)`;
        y += height + 12;
      }
    }
  };

  // What room was asked for last; unknown after a drawing, when another text may be shown.
  let had: string | undefined;
  const makeRooms = (wanted: readonly { at: number; height: number }[]): void => {
    const now = wanted.map((room) => `${room.at}:${room.height}`).join(" ");
    if (now === had) return;
    had = now;
    editor.setRooms(wanted);
  };

  wide.addEventListener("change", place);
  new ResizeObserver(place).observe(page);

  return {
    draw() {
      shown = byPlace(editor);
      had = undefined;
      render(
        repeat(
          shown,
          ({ problem }) => `${problem.code} ${problem.at.start} ${problem.title}`,
          ({ problem }) => html`<li class="card ${isQuestion(problem) ? "ask" : ""}" data-code=${problem.code}>
            <span class="tie" aria-hidden="true"><b></b><i></i></span>
            <span class="out-of-sight">Line ${editor.linePlace(problem.at.start).line}. ${severityWords[problem.severity]}.</span>
            ${cardBody(problem, events)}
          </li>`,
        ),
        column,
      );
      place();
    },
    place,
  };
}

interface Measured {
  readonly card: HTMLElement;
  readonly height: number;
  readonly at: number;
}

function byPlace(editor: TextEditor): PlacedProblem[] {
  return [...editor.problems()].sort((one, other) => one.problem.at.start - other.problem.at.start).slice(0, mostCards);
}
