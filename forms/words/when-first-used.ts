// What takes long to make and is seldom needed: a language's plurals and numbers are read from the system's tables, which few sentences ask for.

/** Makes it when it is first asked for, and keeps it. */
export function whenFirstUsed<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
