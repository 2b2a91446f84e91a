// Whether a text is far enough to ask what is still missing about people's data: a first draft is written question by question.
import type { Model } from "../../model/model.ts";

/** It is more than a draft, or its privacy block is begun. */
export function isForRealPeople(model: Model): boolean {
  return model.status.stage !== "draft" || model.privacy !== undefined;
}
