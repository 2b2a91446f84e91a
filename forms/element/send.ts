// Sending the form in the background to its own address: saving while one goes on, and files with their progress.
// Answers are JSON: {next} when all is well, {problems} when something needs another look.
import type { AnswerProblem } from "../journey/shapes.ts";

/** What the host answers. */
export interface Answered {
  /** Where to go: an address on this host. */
  readonly next?: string;
  readonly problems?: readonly AnswerProblem[];
}

/** Saves what is typed, files left out. True when the host has it. */
export async function saveForm(form: HTMLFormElement, address: string): Promise<boolean> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.set("_do", "save");
  try {
    const response = await fetch(address, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
      credentials: "same-origin",
    });
    return response.ok || response.status === 422;
  } catch (error) {
    // No network: the page says that it is not saved yet, and Continue posts everything again.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Sends the whole form, files too, telling how far it is (0 to 1). Undefined when the host's answer is not for us: post the page instead. */
export function sendForm(
  form: HTMLFormElement,
  address: string,
  onProgress: (share: number) => void,
): Promise<Answered | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => resolve(parseAnswer(request)));
    for (const end of ["error", "abort", "timeout"]) request.addEventListener(end, () => resolve(undefined));
    request.send(new FormData(form));
  });
}

function parseAnswer(request: XMLHttpRequest): Answered | undefined {
  if (!request.getResponseHeader("content-type")?.includes("json") || request.status >= 500) return undefined;
  try {
    const answer: Answered | null = JSON.parse(request.responseText);
    return typeof answer?.next === "string" || Array.isArray(answer?.problems) ? (answer ?? undefined) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
