// Gives the author a text as a file. The text never leaves the browser.

/** Offers `text` as a download under this name. */
export function downloadText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file over by the next task; until then the address has to live.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
