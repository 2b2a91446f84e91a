// Rules of the examples as a programmer would write them who knows the service, and answers to work them out for, missing ones among
// them. The floor of conditions.bench.ts.
import type { Answers, Facts, Value } from "#contract/facts.ts";

interface ByHand {
  /** What the rule's function is called in conditions.js. */
  readonly name: string;
  readonly written: (facts: Facts) => Value | undefined;
}

/** By example and id of the rule. */
export const byHand: Readonly<Record<string, Readonly<Record<string, ByHand>>>> = {
  "resident-parking-permit": {
    "permit-fee": { name: "permitFee", written: ({ values }) => permitFee(values) },
    "keeper-confirmed": { name: "keeperConfirmed", written: ({ values }) => keeperConfirmed(values) },
  },
  "winter-warmth-payment": {
    "ask energy-bill/must 1": {
      name: "askEnergyBillMust1",
      written: ({ values, today }) => isRecent(values["energyBill"], today),
    },
    entitled: { name: "entitled", written: isEntitled },
  },
};

function permitFee({ fuel, permitsHeld, blueBadge }: Answers): Value | undefined {
  if (blueBadge === true) return 0;
  if (fuel === undefined || typeof permitsHeld !== "number") return undefined;
  if (fuel === "electric") return permitsHeld === 0 ? 6000 : 9000;
  return permitsHeld === 0 ? 12_000 : 18_000;
}

function keeperConfirmed({ keeper, vehicle, home }: Answers): Value | undefined {
  if (keeper === false) return false;
  const registered = part(vehicle, "keeperPostcode");
  const given = part(home, "postcode");
  if (registered === undefined || given === undefined) return undefined;
  if (registered !== given) return false;
  return keeper;
}

function part(record: Value | undefined, key: string): Value | undefined {
  return isRecord(record) ? record[key] : undefined;
}

function isRecord(value: Value | undefined): value is Answers {
  return typeof value === "object" && !Array.isArray(value);
}

/** Dated in the last three months. */
function isRecent(bill: Value | undefined, today: string): boolean | undefined {
  const dated = part(bill, "datedOn");
  if (typeof dated !== "string") return undefined;
  return dated >= monthsBefore(today, 3) && dated <= today;
}

function monthsBefore(date: string, months: number): string {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), last);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Whole years from one day to another; nobody of these is born on 29 February. */
function years(from: string, to: string): number {
  const full = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? full - 1 : full;
}

/** Entitled to the Winter Warmth Payment: its money in one go, in pence. */
function isEntitled({ values, dateApplied }: Facts): boolean | undefined {
  const members = Array.isArray(values["members"]) ? values["members"] : [];
  let [adults, children, pay] = [values["partner"] === true ? 2 : 1, 0, 0];
  for (const member of members) {
    if (typeof member.born === "string") {
      if (years(member.born, dateApplied) >= 18) adults += 1;
      else children += 1;
    }
    if (typeof member.pay === "number") pay += member.pay;
  }
  const { monthlyPay, partnerPay, savings, claimant } = values;
  const income =
    typeof monthlyPay === "number" && (partnerPay === undefined || typeof partnerPay === "number")
      ? Math.round(monthlyPay + (partnerPay ?? 0) + pay)
      : undefined;
  const paid = payment(income, adults, children, savings, dateApplied, members);
  if (paid !== undefined && paid <= 0) return false;
  const born = part(claimant, "birthDate");
  const age = typeof born === "string" ? years(born, dateApplied) : undefined;
  if (children >= 1 || (age !== undefined && age >= 60) || (income !== undefined && income < 180_000)) {
    return paid === undefined ? undefined : true;
  }
  return age !== undefined && income !== undefined ? false : undefined;
}

function payment(
  income: number | undefined,
  adults: number,
  children: number,
  savings: Value | undefined,
  dateApplied: string,
  members: readonly Answers[],
): number | undefined {
  if (typeof savings !== "number") return undefined;
  const award = savings > 600_000 ? 0 : awardOf(counted(income, adults, children, dateApplied));
  if (award === undefined) return undefined;
  return award > 0 && members.some((member) => member["caredFor"] === true) ? award + 5000 : award;
}

function counted(income: number | undefined, adults: number, children: number, date: string): number | undefined {
  if (income === undefined || date < "2026-09-01") return undefined;
  return Math.max(income - adults * 16_000 - children * 7000, 0);
}

function awardOf(income: number | undefined): number | undefined {
  if (income === undefined) return undefined;
  if (income < 20_000) return 45_000;
  if (income < 50_000) return 30_000;
  return income < 90_000 ? 15_000 : 0;
}

/** Some hundred applicants, as their answers come from a form: what has no answer is not there. */
export function someFacts(example: string): Facts[] {
  return Array.from({ length: 420 }, (_, at) => {
    const values = example === "winter-warmth-payment" ? household(at) : driver(at);
    return {
      values: JSON.parse(JSON.stringify(values)),
      asked: new Set<string>(),
      corrected: new Set<string>(),
      dateApplied: "2026-11-20",
      today: "2026-11-20",
    };
  });
}

function every<Part>(at: number, parts: readonly Part[]): Part | undefined {
  return parts[at % parts.length];
}

function driver(at: number) {
  return {
    fuel: every(at, ["petrol", "diesel", "electric", undefined]),
    permitsHeld: every(at, [0, 1, 2, 3, undefined]),
    blueBadge: every(at, [true, false, false, undefined, false, false, false]),
    keeper: every(at, [true, true, false, undefined, true]),
    home: every(at, [{ postcode: "AS1 4QT" }, { postcode: "AS1 4QU" }, undefined]),
    vehicle: every(at, [{ keeperPostcode: "AS1 4QT" }, undefined]),
  };
}

function household(at: number) {
  const members = [
    { born: "2019-03-02" },
    { born: "2001-07-30", pay: 110_000, caredFor: at % 2 === 0 },
    { born: "2008-11-20", pay: 20_000 },
  ];
  return {
    partner: every(at, [true, false, undefined]),
    partnerPay: every(at, [70_000, undefined, undefined]),
    monthlyPay: every(at, [60_000, 90_000, 140_000, 30_000, undefined]),
    savings: every(at, [100_000, 0, 700_000, undefined]),
    claimant: every(at, [{ birthDate: "1950-05-05" }, { birthDate: "1999-12-31" }, undefined]),
    members: members.slice(0, at % 4),
    energyBill: every(at, [{ datedOn: "2026-10-02" }, { datedOn: "2026-08-19" }, { datedOn: "2026-12-01" }, undefined]),
  };
}
