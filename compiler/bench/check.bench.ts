// How long it takes to say what is wrong with a text: read, model and checks, of the parking service and of one with 5,000 lines; what the
// proofs take of it is said apart. Floor: chevrotain lexing the same texts.
import { checkModel } from "../check/check-model.ts";
import { checkProofs } from "../check/logic/proofs.ts";
import { checkTables } from "../check/tables/tables.ts";
import { buildModel } from "../model/build-model.ts";
import { lexText } from "../syntax/lexer.ts";
import { parseTree } from "../syntax/parse.ts";
import { longService } from "./long-service.ts";
import { medianTime, printMeasured } from "./measure.ts";
import { parking } from "./parking.ts";

function measure(what: string, main: string, times: number): void {
  const files = new Map([...parking.files].filter(([file]) => !file.endsWith(".lock")));
  files.set(parking.entry, main);
  const texts = [...files];
  const time = (run: () => void): number => medianTime(run, times, Math.ceil(times / 3));
  const read = () => texts.map(([file, text]) => parseTree(file, text).tree);
  const trees = read();
  const model = modelOf(trees);
  const floor = time(() => {
    for (const [, text] of texts) lexText(text);
  });
  const whole = time(() => void checkModel(modelOf(read())));
  const proofs = time(() => {
    checkProofs(model);
    checkTables(model);
  });
  printMeasured(`read ${what}`, time(read), "chevrotain lexing", floor);
  printMeasured(
    `model of ${what}`,
    time(() => void modelOf(trees)),
    "chevrotain lexing",
    floor,
  );
  printMeasured(`check ${what}, proofs apart`, whole - proofs, "chevrotain lexing", floor);
  printMeasured(`proofs of ${what}`, proofs, "chevrotain lexing", floor);
}

function modelOf(trees: ReturnType<typeof parseTree>["tree"][]) {
  const main = trees.find((tree) => tree.file === parking.entry);
  const model = main && buildModel(main, trees);
  if (!model) throw new Error("The service was not read");
  return model;
}

const text = parking.files.get(parking.entry) ?? "";
measure(`parking.service (${text.split("\n").length} lines)`, text, 60);
const long = longService(5000);
measure(`a service of ${long.split("\n").length} lines`, long, 9);
