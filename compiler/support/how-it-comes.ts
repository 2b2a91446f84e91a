// How a file comes that is not uploaded with the application, in words.
const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    "sent-later": "To be sent later",
    "already-with-us": "Already with us",
    "sent-by-post": "Sent by post",
    "sent-by-someone-else": "Sent by someone else",
  },
  cy: {
    "sent-later": "I’w anfon yn nes ymlaen",
    "already-with-us": "Gennym yn barod",
    "sent-by-post": "Wedi’i anfon drwy’r post",
    "sent-by-someone-else": "Wedi’i anfon gan rywun arall",
  },
};

/** How a file comes that is not uploaded, in a language; in English where we do not know the language's words. */
export function howItComes(how: string, language: string): string {
  return (ways[language.split("-")[0] ?? ""] ?? ways["en"])?.[how] ?? how;
}
