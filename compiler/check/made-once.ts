// What several checks look up in one model is made when the first of them asks, and gone with the model. Nothing else is kept between
// checks: what is made depends on the model alone, so nobody can tell whether it was made before.
import type { Model } from "../model/model.ts";

/** The same function, which makes its answer once for each model. */
export function madeOnce<Made extends object>(make: (model: Model) => Made): (model: Model) => Made {
  const made = new WeakMap<Model, Made>();
  return (model) => {
    const known = made.get(model);
    if (known) return known;
    const now = make(model);
    made.set(model, now);
    return now;
  };
}
