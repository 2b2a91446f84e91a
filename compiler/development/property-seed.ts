// Property tests draw the same cases each time, so that a red run means that the change broke something and can be run again.
// FORMWORK_SEED=random draws new ones (the nightly form, and worth a run before a change lands); a number draws those of that seed.
import fc from "fast-check";

const wanted = process.env["FORMWORK_SEED"];
if (wanted !== "random") fc.configureGlobal({ seed: wanted === undefined ? 20_261_128 : Number(wanted) });
