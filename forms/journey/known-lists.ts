// Lists that every service knows without writing them: countries and languages, by their codes, named by the platform.
// In the browser the list comes with the page, so that server and browser say the same names in the same order.
import type { List, Service } from "#contract";
import { spokenLocale } from "#support/days-in-words.ts";
import { questionsOf } from "./parts-of.ts";

/** ISO 3166-1, the codes of countries and territories. */
const countries =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** ISO 639-1, and British Sign Language and Scots, which have no code of two letters. */
const languages =
  "aa ab ae af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz ia id ig ii ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn nr nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wa wo xh yi yo za zh zu sco bfi";

/** ISO 4217, the codes of currencies in use. */
const currencies =
  "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";

/** The kinds of questions that ask from a known list; the list is called after the kind, as no author can call one. */
const known = {
  country: { codes: countries, names: "region" },
  language: { codes: languages, names: "language" },
  "money-in-any-currency": { codes: currencies, names: "currency" },
} as const;

/** The service with the known lists that its questions ask from, named in a language. */
export function withKnownLists(service: Service, language: string): Service {
  const asked = new Set<string>(questionsOf(service).map((field) => field.type.kind));
  const lists = Object.entries(known).flatMap(([kind, { codes, names }]) =>
    asked.has(kind) ? [[`:${kind}`, namedList(codes, names, language)]] : [],
  );
  return lists.length === 0 ? service : { ...service, lists: { ...service.lists, ...Object.fromEntries(lists) } };
}

/** The codes with their names, in the order of the names. A code the platform does not know keeps its code as name. */
function namedList(codes: string, type: "region" | "language" | "currency", language: string): List {
  const locale = spokenLocale(language);
  const names = new Intl.DisplayNames(locale, { type, fallback: "code" });
  const { compare } = new Intl.Collator(locale);
  const options = codes.split(" ").map((value) => ({ value, label: { [language]: names.of(value) ?? value } }));
  return { options: options.sort((one, other) => compare(one.label[language] ?? "", other.label[language] ?? "")) };
}
