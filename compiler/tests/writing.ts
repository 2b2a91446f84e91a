// One small service that has no problem, for the tests of how it may be written otherwise. Used by tests only.

/** A question of every kind, a table, a route, a message: what the rows of the tests spoil. */
export const soundService = `service permit "Permit"
  agency council "Council"
  version 1 starts 1 April 2026

list fuels
  - petrol "Petrol"
  - diesel "Diesel"

role officer "an officer"

section about "About you"
  ask fuel "Which fuel?" as one of fuels
  ask permits "How many permits?" as whole number
    must be from 0 to 3
      otherwise say "Enter a number from 0 to 3."
  ask income "What do you earn?" as money
  ask keeper "Are you the keeper?" as yes or no
  ask letter "Upload a letter" as file
    show when keeper is no
    accept pdf, jpg up to 10 MB
  ask born "When were you born?" as date of birth

table price
  | fuel   | permits   | then cost |
  | petrol | 0         | £60       |
  | petrol | 1 or more | £90       |
  | diesel | any       | £120      |

calculate fee = cost
  except £0 when income is under £2,000

decide adult when years since born is at least 18

route
  stage review "Review" by officer
    shows letter
    can approve when adult then go to paying
    can refuse with reason then go to refused
    finish within 20 days otherwise tell officer
  stage paying "Pay"
    take payment of fee within 14 days otherwise go to refused
    go to granted

outcome granted "Granted"
  send letter-text
outcome refused "Refused"
  applicant can appeal within 28 days then go to review

message letter-text by email
  subject "Your permit"
  > You paid {fee}.

privacy
  purpose "To decide"
  lawful basis public-task "Act 1"
  keep answers for 2 years after decision
`;
