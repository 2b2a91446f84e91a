// Medians of repeated runs, and the one line that every benchmark of the compiler prints.

/** Milliseconds of the middle run, after warming up. */
export function medianTime(run: () => void, times = 60, warmUp = 20): number {
  for (let count = 0; count < warmUp; count++) run();
  const taken: number[] = [];
  for (let count = 0; count < times; count++) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return middle(taken);
}

/** The middle one of these numbers. */
export function middle(taken: readonly number[]): number {
  return [...taken].sort((one, two) => one - two)[Math.floor(taken.length / 2)] ?? 0;
}

/** check parking.service: 3.1 ms, floor (chevrotain lexing) 0.4 ms, ratio 7.8 */
export function printMeasured(what: string, measured: number, floorName: string, floor: number): void {
  const ratio = (measured / floor).toFixed(1);
  console.log(`${what}: ${measured.toFixed(2)} ms, floor (${floorName}) ${floor.toFixed(2)} ms, ratio ${ratio}`);
}
