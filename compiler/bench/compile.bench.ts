// How long it takes from the texts to the compiled service, and with the examples of the text played. Floor: chevrotain lexing the same texts.
import { play } from "../command-line/play.ts";
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
const played = medianTime(() => {
  compile(parking.entry, parking.files, { play });
});
printMeasured("compile parking.service", whole, "chevrotain lexing", floor);
printMeasured("compile parking.service and play its examples", played, "chevrotain lexing", floor);
