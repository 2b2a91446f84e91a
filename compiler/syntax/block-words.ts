// What people call the blocks and slots of the catalogue, for messages. Data only.
import type { Slot } from "./form.ts";

/** The heading of a block → what it is called, with its article. Headings that are not listed are called after their first word. */
export const blockNames: Readonly<Record<string, string>> = {
  file: "a file",
  ask: "a question",
  include: "an included question set",
  "question-set": "a question set",
  repeat: "a repeat",
  "for each": "a for each",
  group: "a group of questions",
  "applicant is": "the applicant block",
  service: "a service",
  shared: "a library",
  calendar: "a calendar",
  list: "a list",
  "gives list": "a list that is given",
  announces: "an announcement",
  operation: "an operation",
  amount: "an amount",
  eligibility: "the eligibility check",
  outcome: "an outcome",
  except: "an exception",
  assistance: "an assistance block",
  "at the same time": "a group of checks",
  "check <n>": "a check",
  "can <n>": "an action",
  "applicant can <n>": "an action",
  "stop <n>": "a stop page",
  "- <n>": "an option",
  "<c>": "a list of conditions",
  privacy: "the privacy block",
  measures: "the measures block",
  route: "the route",
  require: "a requirement",
  about: "the about text",
  guidance: "guidance",
  help: "help",
  "given <p> are": "a list of given things",
  examples: "a table of examples",
  words: "a words file",
  "under words": "a thing in a words file",
};

/** What a slot holds, with an example: "a type, for example  text". */
export const slotWords: Readonly<Record<Slot, string>> = {
  n: "a name, for example  date-of-birth",
  ns: "one or more names with commas",
  p: "a name, for example  vehicle's fuel",
  ps: "one or more names with commas",
  t: 'words in double quotes, for example  "About you"',
  e: "a value, for example  £60  or  fee times 2",
  es: "one or more values with commas",
  c: "a condition, for example  keeper is yes",
  pred: "a comparison, for example  at least 18",
  d: "a length of time, for example  10 working days",
  ty: "a type, for example  text  or  yes or no",
  ws: "some words",
  g: "a fact, for example  keeper is yes",
  num: "a number",
  date: "a date, for example  1 April 2026",
  time: "a time, for example  17:00",
  money: "an amount of money, for example  £60",
  percent: "a percentage, for example  25%",
  size: "a size, for example  10 MB",
  length: "a length of time, for example  10 days",
  row: "cells between bars, for example  | electric | £60 |",
  prose: "words",
};

/** Statement words that say nearly the same in different places. */
export const kindredWords: readonly (readonly string[])[] = [
  ["hint", "guidance", "help"],
  ["warn", "warning"],
  ["page", "section", "group"],
];

/** Words from other habits, and the word of the language that says it. */
export const otherWords: Readonly<Record<string, string>> = {
  equals: "is",
  equal: "is",
  contains: "includes",
  greater: "more",
  bigger: "more",
  larger: "more",
  smaller: "less",
  fewer: "less",
  lower: "less",
  under: "below",
  over: "above",
  minimum: "below",
  maximum: "above",
};
