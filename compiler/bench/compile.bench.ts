// How long it takes from the texts to the compiled service, examples played. Floor: chevrotain lexing the same texts.
import { compile } from "../compile.ts";
import { lexText } from "../syntax/lexer.ts";
import { medianTime, printMeasured } from "./measure.ts";
import { parking } from "./parking.ts";

const floor = medianTime(() => {
  for (const [, text] of parking.files) lexText(text);
});
const whole = medianTime(() => {
  compile(parking.entry, parking.files);
});
printMeasured("compile parking.service", whole, "chevrotain lexing", floor);
