// Which kinds of questions ask from a list that every service knows. Apart from the lists themselves: those never go to a browser.

/** The known list behind a kind of question, called after the kind, as no author can call one; undefined when it has none. */
export function knownListOf(kind: string): string | undefined {
  return /^(country|language|money-in-any-currency)$/.test(kind) ? `:${kind}` : undefined;
}
