// Words inside values and conditions that may be misspelt. Data.

/** In the order in which they are thought of. */
export const valueWords: readonly string[] =
  "is not and or unless when where of else from to has includes does include before after over under since ago plus minus times divided by then yes no all any none every one at least most".split(
    " ",
  );
