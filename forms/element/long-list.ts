// Lets one type a part of a name where a list is long: a native input with suggestions stands before the native list and
// chooses in it. The list stays what is posted; without scripts it is all there is.

/** Turns the long lists of a form into inputs with suggestions; those that are already are kept in step. */
export function typeInLongLists(form: HTMLElement): void {
  for (const select of form.querySelectorAll<HTMLSelectElement>("select[data-long]")) {
    const input = select.hidden ? select.previousElementSibling : takePlace(select);
    if (!(input instanceof HTMLInputElement)) continue;
    for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
      const value = select.getAttribute(name);
      if (value === null) input.removeAttribute(name);
      else input.setAttribute(name, value);
    }
  }
}

/** The input takes the list's id, so that label, hint and the links of the summary lead to it. */
function takePlace(select: HTMLSelectElement): HTMLInputElement {
  const input = document.createElement("input");
  const suggestions = document.createElement("datalist");
  const choices = [...select.options].filter((option) => option.value !== "");
  suggestions.id = `${select.id}:suggestions`;
  suggestions.append(...choices.map((option) => new Option(option.text, option.text)));
  input.className = select.className;
  input.id = select.id;
  input.autocomplete = "off";
  input.setAttribute("list", suggestions.id);
  input.value = select.value === "" ? "" : (select.selectedOptions[0]?.text ?? "");
  input.addEventListener("input", () => {
    const typed = plain(input.value);
    select.value = choices.find((option) => plain(option.text) === typed)?.value ?? "";
  });
  select.removeAttribute("id");
  select.hidden = true;
  select.before(suggestions, input);
  return input;
}

function plain(text: string): string {
  return text.normalize("NFC").trim().toLowerCase();
}
