// A case number: set in mono, as on the letter it stands on.
import { textTemplate } from "../text/template.ts";

export const caseNumber = textTemplate({ spellcheck: false, width: "w-half" });
