// The hosted pay page: another organisation's page, on which the payer pays or cancels. Works without scripts.
import { html, renderPage } from "../page.ts";
import { type Payment, showAmount } from "./payment.ts";

const look = { organisation: "Tollgate Payments", notice: "Test system: no money moves", colour: "#14532d" };

/** The page on which one pays, or reads that it was paid or cancelled already. */
export function renderPayPage(payment: Payment): string {
  const amount = showAmount(payment.amount, payment.currency);
  const facts = html`<p class="amount">${amount}</p><p>${payment.description}</p><dl><dt>Reference</dt><dd>${payment.reference}</dd></dl>`;
  if (payment.state !== "waiting") {
    const heading = payment.state === "paid" ? `You have paid ${amount}` : "You cancelled this payment";
    const body = html`<h1>${heading}</h1><p>${payment.description}</p><dl><dt>Reference</dt><dd>${payment.reference}</dd></dl><p><a href="${payment.returnAddress}">Go back to the service</a></p>`;
    return renderPage({ ...look, title: heading, body });
  }
  const body = html`<h1>Pay for your application</h1>${facts}
<div class="box">This is a test payment page. You need no card, and nothing is taken from any account.</div>
<form method="post" class="actions"><button name="choice" value="pay">Pay ${amount}</button><button class="second" name="choice" value="cancel">Cancel this payment</button></form>`;
  return renderPage({ ...look, title: "Pay for your application", body });
}

/** Said when there is no payment at this address. */
export function renderNoPayment(): string {
  const body = html`<h1>There is no payment here</h1><p>Go back to the service and choose to pay again.</p>`;
  return renderPage({ ...look, title: "There is no payment here", body });
}
