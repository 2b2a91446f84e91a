// How a document is set that goes along with a message: plain, as a letter, or as a certificate. Everything goes out as plain text, so a
// layout says what stands above and below the author's words, and how lines are set apart. Pure.

/** What a layout puts around the words. */
export interface DocumentAround {
  readonly agency: string;
  readonly applicant: string | undefined;
  /** As people read it. */
  readonly number: string;
  /** As people read it. */
  readonly date: string;
  readonly language: string;
}

/** The layouts that a text may name; the first is that of a document without one. */
export type Layout = "plain" | "letter" | "certificate";

const rule = "-".repeat(60);

/** The document with its title and text, already filled in. */
export function layOut(layout: Layout, title: string, body: string, around: DocumentAround): string {
  const { agency, applicant, number, date, language } = around;
  const said =
    language.split("-")[0] === "cy"
      ? { reference: "Cyfeirnod", date: "Dyddiad" }
      : { reference: "Reference", date: "Date" };
  switch (layout) {
    case "plain":
      return `${title}\n\n${body}`;
    case "letter": {
      const head = [agency, date, `${said.reference}: ${number}`];
      return [head.join("\n"), ...(applicant === undefined ? [] : [applicant]), title, body, agency].join("\n\n");
    }
    case "certificate": {
      const foot = [agency, `${said.date}: ${date}`, `${said.reference}: ${number}`];
      return [
        rule,
        title.toUpperCase(),
        ...(applicant === undefined ? [] : [applicant]),
        body,
        foot.join("\n"),
        rule,
      ].join("\n\n");
    }
  }
}
