// A language: a native list that browsers can fill in.
import { listTemplate } from "../one-of/template.ts";

export const language = listTemplate("language");
