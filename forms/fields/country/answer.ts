// A country as an answer: its ISO 3166-1 code, chosen from the known list.
import { oneOf } from "../one-of/answer.ts";

export const country = oneOf;
