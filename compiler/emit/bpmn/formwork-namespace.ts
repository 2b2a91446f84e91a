// What Formwork adds to BPMN elements in its own namespace, as a meta-model for bpmn-moddle. Tools that do not know it keep it as it is.

/** The namespace's address. */
export const formworkNamespace = "https://formwork.dev/bpmn/1";

const text = (name: string): object => ({ name, isAttr: true, type: "String" });
const number = (name: string): object => ({ name, isAttr: true, type: "Integer" });
const extension = (name: string, properties: readonly object[]): object => ({
  name,
  superClass: ["Element"],
  properties,
});

/** Origin: where the author wrote it. Lines: what is written there, for the way back; drawing: the mark of the drawing they belong to, and their own. Deadline: how a length is counted. Expression: a condition in a further language. */
export const formworkPackage = {
  name: "Formwork",
  uri: formworkNamespace,
  prefix: "formwork",
  xml: { tagAlias: "lowerCase" },
  types: [
    extension("Origin", [text("file"), number("line"), text("pointer")]),
    extension("Definition", [
      text("service"),
      number("version"),
      text("starts"),
      text("hash"),
      text("answers"),
      text("drawing"),
      text("lines"),
    ]),
    extension("Place", [text("name")]),
    extension("Lines", [text("part"), number("order"), { name: "text", isBody: true, type: "String" }]),
    extension("Deadline", [text("amount"), text("unit"), text("calendar"), text("timeZone"), text("instant")]),
    extension("Basis", [{ name: "text", isBody: true, type: "String" }]),
    extension("Expression", [text("language"), { name: "body", isBody: true, type: "String" }]),
    extension("Reason", [{ name: "text", isBody: true, type: "String" }]),
  ],
};
