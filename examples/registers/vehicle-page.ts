// The vehicle register's counter: a page on which the curious end the tax of a made-up vehicle, or pay it, and see what comes of it
// elsewhere. Works without scripts.
import { html, renderPage } from "./page.ts";
import type { Vehicle } from "./vehicle.ts";

/** Every vehicle with its tax, and a button to change it. `changed` is the registration that was changed just now. */
export function renderVehicles(vehicles: readonly Vehicle[], changed?: string): string {
  const said = vehicles.find(({ registration }) => registration === changed);
  const note = said
    ? [
        html`<div class="box" role="status">${said.registration} is ${said.taxed ? "taxed" : "not taxed any more"}. Whoever asked to hear of changes is told.</div>`,
      ]
    : [];
  const rows = vehicles.map(
    ({ registration, make, taxed }) =>
      html`<li><form method="post" action="/tax"><input type="hidden" name="registration" value="${registration}"><input type="hidden" name="taxed" value="${taxed ? "no" : "yes"}"><button><span class="name">${taxed ? "End" : "Pay"} the tax of ${registration}</span><small>${make}, ${taxed ? "taxed" : "not taxed"}</small></button></form></li>`,
  );
  const body = html`<h1>Vehicles</h1><p>Change the tax of a vehicle here. It lasts until this register is started again.</p>${note}<ul class="people">${rows}</ul>`;
  return renderPage({
    title: "Vehicles",
    organisation: "National Vehicle Register",
    notice: "Test system: made-up vehicles",
    colour: "#1e3a5f",
    body,
  });
}
