// A service that a clerk may begin for somebody who cannot: it asks, costs, and issues a licence. For tests of cases begun for an account.

/** Whoever applies is asked nothing that the register of identity knows. */
export const badge = `service badge "Get a travel badge"
  agency town "Town of Ashby"
  started by clerk, applicant
role clerk "a clerk"
role reviewer "a reviewer"
applicant is a person
  signs in at level substantial
section you "About you"
  ask name "What is your full name?" as full name
    prefill from identity's full-name, locked
  ask reason "Why do you need the badge?" as text
  ask at-desk "At which desk?" as text
    show when filled-in-by is staff
amount badge-fee
  £10 from 1 January 2026
route
  stage look "A reviewer looks" by reviewer
    shows name, reason
    can grant then go to pay
    can refuse with reason then go to refused
    can ask for more information within 14 days then go to look
    finish within 10 days otherwise go to refused
  stage pay "You pay"
    take payment of badge-fee within 14 days otherwise go to refused
    go to granted
outcome granted "Granted"
  issue travel-badge
outcome refused "Refused"
credential travel-badge "Travel badge"
  holds name
  valid for 1 year
`;
