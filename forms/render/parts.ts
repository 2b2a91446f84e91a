// The parts that portal, desk and playground build their pages from: one door into forms/parts, so that every screen is of one piece.
export { dateText } from "../fields/date/answer.ts";
export { continueButtons, csrfField } from "../parts/buttons.ts";
export { mark } from "../parts/mark.ts";
export { type MarkName, sprite } from "../parts/marks.ts";
export { capital, origin, sourceName } from "../parts/origin.ts";
export { plate } from "../parts/plate.ts";
export { problemLine, problemSummary } from "../parts/problem.ts";
export { days, promise } from "../parts/promise.ts";
export { prose } from "../parts/prose.ts";
export { type Content, freeNote, note, row } from "../parts/row.ts";
export { status } from "../parts/status.ts";
export { type TimelineStep, timeline } from "../parts/timeline.ts";
export { type FormWords, wordsOf } from "../words/form-words.ts";
