// The examples that this build carries. Apart from gallery.ts so that its logic can be tested without a bundler.
import { buildGallery, type Example } from "./gallery.ts";

const files = import.meta.glob<string>(
  ["../../examples/*/*.service", "../../examples/*/*.words", "../../examples/*/*.shared", "../../examples/*/*.lock"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);

/** All examples, by name. */
export const gallery: readonly Example[] = buildGallery(files);
