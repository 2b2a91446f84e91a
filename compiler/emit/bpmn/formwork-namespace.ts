// The namespace of what Formwork adds to BPMN elements. Tools that do not know it keep it as it is. In it stand: `origin` (file, line, pointer:
// where the author wrote it), `definition` (service, version, starts, hash, answers), `place` (the stage or outcome that is entered),
// `deadline` (amount, unit, calendar, timeZone, instant: how a length is counted), `basis` (the law), `expression` (a condition in a further language).

/** The namespace's address. */
export const formworkNamespace = "https://formwork.dev/bpmn/1";
