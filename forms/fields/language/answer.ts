// A language as an answer: its ISO 639 code, chosen from the known list.
import { oneOf } from "../one-of/answer.ts";

export const language = oneOf;
