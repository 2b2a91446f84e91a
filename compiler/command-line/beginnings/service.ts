// The text that `formwork new service` begins with: a small whole service that checks clean, with comments that say what its lines do.

/** `title` is what people see; `starts` a day in words: 1 April 2026. */
export function beginService(name: string, title: string, starts: string): string {
  return `# ${title}: the whole service in one text. Lines that begin with # are notes for whoever reads it; nobody else sees them.
# formwork check says what is wrong, formwork test plays the examples, formwork explain FW201 says more about a problem.

service ${name} "${title}"
  # Names like our-office are for the text itself. Words in quotation marks are what people see.
  agency our-office "Our office"
  version 1 starts ${starts}
  # draft until somebody may use it; then pilot, then live.
  status draft
  languages English
  about
    > What this service is for, in one or two sentences.
    > What people should have ready before they start.

# Who works on applications.
role case-officer "a case officer"
role team-leader "the team leader"

# Who applies. Levels of sign-in: low, substantial, high.
applicant is a person
  signs in at level low

# Choices that more than one question may offer.
list sizes
  - small "Small"
  - large "Large"

# Asked first, before anybody signs in: nobody fills in a whole form for nothing.
eligibility "Check if you can apply"
  ask lives-here "Do you live in our area?" as yes or no
  require lives-here is yes
    otherwise say "This service is for people who live in our area."

# The form. Each question is a page of its own; everybody must answer it unless it says optional.
section your-application "Your application"
  ask full-name "What is your name?" as full name
  ask email "What is your email address?" as email
    hint "We write to you there about your application."
    # Sign-in knows it already; people can put it right.
    prefill from identity's email, correctable
  ask size "Which size do you need?" as one of sizes
  # Asked only of those it concerns.
  ask reason "Why do you need the large size?" as long text
    show when size is large

section finish "Check and send"
  declare answers-true "The answers I have given are true."

# What is worked out. Every rule can name the law it follows.
calculate fee = £20
  except £35 when size is large
    because "Fees Order 2026, article 2"

# What happens after sending: one stage after the other, each with a deadline.
route
  stage review "A case officer looks at your application" by case-officer
    shows full-name, size, reason
    can approve then go to pay
    can refuse with reason then go to refused
    finish within 10 days otherwise tell team-leader

  stage pay "You pay the fee"
    take payment of fee within 14 days otherwise go to closed
    go to granted

# How it can end, and what the applicant is told.
outcome granted "Granted"
  send good-news
outcome refused "Refused"
  send not-possible
  applicant can appeal within 28 days then go to review
outcome closed "Closed"

message good-news by email
  subject "Your application is granted"
  > Hello {full-name}. You paid {fee}.

message not-possible by email
  subject "We cannot grant your application"
  > We refused your application because {refusal-reason}.
  > You can appeal until {appeal-deadline}.

# Why the answers are needed, on which law, and for how long.
privacy
  purpose "To decide on applications"
  lawful basis public-task "Name the law here"
  keep answers for 2 years after decision

# People made up to try the rules: formwork test plays them, and says which part of the service nobody in them reaches.
example "A small one"
  given lives-here is yes, size is small, email is "jo@example.org", full-name is "Jo Smith"
  expect eligible
  expect fee is £20
  then review chooses approve
  expect case goes to pay
  then applicant pays
  expect outcome is granted, message good-news is sent

example "A large one, refused, and granted on appeal"
  given lives-here is yes, size is large, email is "al@example.org", full-name is "Al Brown"
  expect reason is asked
  expect fee is £35
  then review chooses refuse because "The reason is not enough."
  expect outcome is refused, message not-possible is sent
  then applicant chooses appeal
  then review chooses approve
  then 14 days pass
  expect outcome is closed

example "Somebody from elsewhere"
  given lives-here is no
  expect not eligible
`;
}
