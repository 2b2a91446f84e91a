// A process that writes cases as fast as it can and says each only after it was acknowledged; a test kills it.

import { openSqliteStore } from "../sqlite.ts";
import { emptyCase, step } from "./steps.ts";

const [file = "", round = ""] = process.argv.slice(2);
const store = openSqliteStore({ file });

/** Writes one case after another, several lanes at once, so that commits are grouped. */
async function lane(name: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const caseId = `${round}-${name}-${number}`;
    await store.transition(caseId, step(0, { case: emptyCase(caseId) }));
    process.stdout.write(`${caseId}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(lane));
