// The page on which one chooses which made-up person to be.
import { type Html, html, renderPage } from "../page.ts";
import { type Account, levelGiven } from "./accounts.ts";

export const look = { organisation: "Test sign-in", notice: "Made-up people, no passwords", colour: "#234b7a" };

/** The page for one sign-in under way: `uid` names it, `wanted` is the level of assurance the service asks for. */
export function renderChoice(uid: string, accounts: readonly Account[], wanted: string | undefined): string {
  const asked = wanted ? html`<p>The service asks for the level of assurance <strong>${wanted}</strong>.</p>` : html``;
  const body = html`<h1>Who do you want to be?</h1>
<div class="box">This is a test sign-in. It exists only to try services out: everybody here is made up, and anybody can be any of them.</div>
${asked}
<form method="post" action="/choose/${uid}"><ul class="people">${accounts.map((account) => renderPerson(account, wanted))}</ul>
<p class="actions"><button class="second" name="subject" value="">Do not sign in</button></p></form>`;
  return renderPage({ ...look, title: "Who do you want to be?", body });
}

function renderPerson(account: Account, wanted: string | undefined): Html {
  const level = account.roles ? "" : `Signs in at level ${levelGiven(account, wanted)}`;
  return html`<li><button name="subject" value="${account.subject}"><span class="name">${account.name}</span>
<span>${account.about}<small>${level}</small></span></button></li>`;
}

/** Said when a choice is sent that belongs to no sign-in under way, for example after an hour or with the back button. */
export function renderStale(): string {
  const body = html`<h1>This sign-in is over</h1><p>It was finished already, or too much time has passed. Go back to the service and sign in again.</p>`;
  return renderPage({ ...look, title: "This sign-in is over", body });
}

/** Said to somebody who signs out without coming from a program we could send them back to. */
export function renderSignedOut(): string {
  const body = html`<h1>You are signed out</h1><p>You can close this page.</p>`;
  return renderPage({ ...look, title: "You are signed out", body });
}
