// A service of many lines for benchmarks: the parking service with further sections, each with names of its own.
import { parkingText } from "./parking.ts";

/**
 * A text of at least so many lines. As in the parking service, whoever decides is shown what is asked; what is worked out more has no
 * example yet, which is told as a tip.
 */
export function longService(lines: number): string {
  const pieces: string[] = [];
  const names: string[] = [];
  let count = parkingText.split("\n").length;
  for (let number = 1; count < lines; number++) {
    const piece = section(number);
    pieces.push(piece);
    names.push(`phone-${number}, letter-${number}, fuel-${number}, total-${number}`);
    count += piece.split("\n").length;
  }
  const parking = parkingText.trimEnd().replace(/^( +shows .*phone)$/m, (shown) => [shown, ...names].join(", "));
  return `${[parking, ...pieces].join("\n")}\n`;
}

function section(number: number): string {
  return `
section part-${number} "Part ${number}"
  ask phone-${number} "What is your phone number?" as phone number
    hint "We only call if there is a problem with your application."
    optional
  ask badge-${number} "Do you hold a badge?" as yes or no
  ask letter-${number} "Upload a letter" as file
    show when badge-${number} is no
    accept pdf, jpg, png up to 10 MB
  ask held-${number} "How many permits does your home already have?" as whole number
    must be from 0 to 3
      otherwise say "Enter a number from 0 to 3."
  ask fuel-${number} "Fuel" as one of fuels
    show when badge-${number} is yes
      and held-${number} is at least 1

calculate total-${number} = held-${number} times 2
  except 0 when badge-${number} is yes`;
}
