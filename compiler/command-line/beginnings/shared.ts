// The text that `formwork new shared` begins with: a small library that services can use, with comments that say how.

/** `title` is what people see; `starts` a day in words: 1 April 2026. */
export function beginShared(name: string, title: string, starts: string): string {
  return `# ${title}: a library. What stands here is written once, and any number of services use it:
#   use contact-details, office-days from ${name} version 1
# A service keeps to the version it names. Give a changed library a new number.

shared ${name} "${title}"
  version 1 starts ${starts}
  agency our-office "Our office"

# Questions that belong together. In a section of a service:  include contact-details as contact
# Its answers are then called  contact's email  and  contact's phone.
question-set contact-details "Contact details"
  page contact "How can we reach you?"
    ask email "Email address" as email
    ask phone "Phone number" as phone number
      optional

# Days that count as working days. In the route of a service:  calendar office-days
calendar office-days "Days when our office works"
  working days are Monday, Tuesday, Wednesday, Thursday, Friday
  closed on 25 December 2026 "Christmas Day"
`;
}
