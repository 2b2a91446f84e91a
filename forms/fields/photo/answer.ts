// A photo as an answer: a file of a kind that pictures have.
import type { AnswerKind } from "../answer-kind.ts";
import { file, readOne } from "../file/answer.ts";

/** What is taken as a photo where the author says nothing else. */
export const photoAccept = { extensions: ["jpg", "png", "heic", "webp"], maxBytes: 10_000_000 };

export const photo: AnswerKind = {
  get endings() {
    return file.endings;
  },
  texts: file.texts,
  normal: file.normal,
  read: (parts, asking) =>
    readOne(
      parts,
      { ...asking, accept: asking.accept ?? photoAccept },
      asking.setting.words.uploadPhoto({ label: asking.label }),
    ),
};
