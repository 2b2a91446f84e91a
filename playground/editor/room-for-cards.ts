// On a narrow screen the cards stand under their lines. They live outside the text; here the text only makes room for them.
import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";

/** Room under the line with this offset, in CSS pixels. */
export interface Room {
  readonly at: number;
  readonly height: number;
}

class RoomWidget extends WidgetType {
  readonly height: number;
  constructor(height: number) {
    super();
    this.height = height;
  }
  override eq(other: RoomWidget): boolean {
    return other.height === this.height;
  }
  override toDOM(): HTMLElement {
    const room = document.createElement("div");
    room.className = "fw-room";
    room.setAttribute("aria-hidden", "true");
    room.style.height = `${this.height}px`;
    return room;
  }
  override get estimatedHeight(): number {
    return this.height;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

/** Makes exactly these rooms and no others. */
export const setRooms = StateEffect.define<readonly Room[]>();

export const rooms = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, transaction) {
    let next = transaction.docChanged ? set.map(transaction.changes) : set;
    for (const effect of transaction.effects) {
      if (!effect.is(setRooms)) continue;
      const doc = transaction.newDoc;
      const ranges = effect.value.map((room) =>
        Decoration.widget({ widget: new RoomWidget(room.height), block: true, side: 1 }).range(
          doc.lineAt(Math.min(room.at, doc.length)).to,
        ),
      );
      next = Decoration.set(ranges, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
