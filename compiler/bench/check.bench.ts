// How long it takes to say what is wrong with a text: read, model and checks. Floor: chevrotain lexing the same texts.
import { checkModel } from "../check/check-model.ts";
import { buildModel } from "../model/build-model.ts";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";
import { medianTime, printMeasured } from "./measure.ts";
import { parking } from "./parking.ts";

const texts = [...parking.files];
const trees = texts.map(([file, text]) => parseTree(file, text).tree);
const main = trees.find((tree) => tree.file === parking.entry);
if (!main) throw new Error("The parking service was not read");

const floor = medianTime(() => {
  for (const [, text] of texts) lexText(text);
});
const reading = medianTime(() => {
  for (const [file, text] of texts) parseTree(file, text);
});
const meaning = medianTime(() => {
  const model = buildModel(main, trees);
  if (model) checkModel(model);
});
const both = medianTime(() => {
  const read = texts.map(([file, text]) => parseTree(file, text).tree);
  const model = buildModel(read.find((tree) => tree.file === parking.entry) ?? main, read);
  if (model) checkModel(model);
});
printMeasured("read parking.service with its library and words", reading, "chevrotain lexing", floor);
printMeasured("model and checks of parking.service", meaning, "chevrotain lexing", floor);
printMeasured("check parking.service", both, "chevrotain lexing", floor);
