// The contract's shapes under the names the model uses. Nothing but types.
import type { Service } from "#contract";

export type {
  Action,
  Applicant,
  Assistance,
  Calendar,
  Credential,
  Demand,
  Document,
  Duration,
  Effect,
  Eligibility,
  Expression,
  Fetch,
  Field,
  Finish,
  Keep,
  Key,
  Language,
  List,
  Measure,
  Message,
  Must,
  Named,
  Notice,
  Opening,
  Outcome,
  Page,
  Parameter,
  Part,
  Path,
  Prefill,
  Privacy,
  Repeat,
  Right,
  Route,
  RuleId,
  Section,
  Source,
  Stage,
  Step,
  Stop,
  TableExpression,
  Titled,
  Type,
  Words,
} from "#contract";

export type Agency = Service["agency"];
export type Version = Service["version"];
export type Roles = Service["roles"];
export type Partners = Service["partners"];
