// Languages by their English name, as authors write them, with the tag (BCP 47) and the name their speakers use.
import type { Language } from "../shapes.ts";

const byName: Readonly<Record<string, readonly [tag: string, name: string]>> = {
  english: ["en", "English"],
  welsh: ["cy", "Cymraeg"],
  french: ["fr", "Français"],
  german: ["de", "Deutsch"],
  spanish: ["es", "Español"],
  catalan: ["ca", "Català"],
  basque: ["eu", "Euskara"],
  galician: ["gl", "Galego"],
  portuguese: ["pt", "Português"],
  italian: ["it", "Italiano"],
  dutch: ["nl", "Nederlands"],
  frisian: ["fy", "Frysk"],
  irish: ["ga", "Gaeilge"],
  gaelic: ["gd", "Gàidhlig"],
  scots: ["sco", "Scots"],
  cornish: ["kw", "Kernewek"],
  norwegian: ["nb", "Norsk"],
  nynorsk: ["nn", "Nynorsk"],
  sami: ["se", "Davvisámegiella"],
  swedish: ["sv", "Svenska"],
  danish: ["da", "Dansk"],
  finnish: ["fi", "Suomi"],
  icelandic: ["is", "Íslenska"],
  estonian: ["et", "Eesti"],
  latvian: ["lv", "Latviešu"],
  lithuanian: ["lt", "Lietuvių"],
  polish: ["pl", "Polski"],
  czech: ["cs", "Čeština"],
  slovak: ["sk", "Slovenčina"],
  slovenian: ["sl", "Slovenščina"],
  croatian: ["hr", "Hrvatski"],
  serbian: ["sr", "Српски"],
  hungarian: ["hu", "Magyar"],
  romanian: ["ro", "Română"],
  bulgarian: ["bg", "Български"],
  greek: ["el", "Ελληνικά"],
  maltese: ["mt", "Malti"],
  turkish: ["tr", "Türkçe"],
  ukrainian: ["uk", "Українська"],
  russian: ["ru", "Русский"],
  albanian: ["sq", "Shqip"],
  arabic: ["ar", "العربية"],
  hebrew: ["he", "עברית"],
  persian: ["fa", "فارسی"],
  urdu: ["ur", "اردو"],
  hindi: ["hi", "हिन्दी"],
  bengali: ["bn", "বাংলা"],
  punjabi: ["pa", "ਪੰਜਾਬੀ"],
  gujarati: ["gu", "ગુજરાતી"],
  tamil: ["ta", "தமிழ்"],
  swahili: ["sw", "Kiswahili"],
  somali: ["so", "Soomaali"],
  chinese: ["zh", "中文"],
  japanese: ["ja", "日本語"],
  korean: ["ko", "한국어"],
  vietnamese: ["vi", "Tiếng Việt"],
  maori: ["mi", "Te reo Māori"],
};

/** Every name a language can be declared by. */
export const languageNames: readonly string[] = Object.keys(byName);

/** The language of that name; undefined when there is none. */
export function languageNamed(name: string): Language | undefined {
  const found = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return found && { tag: found[0], name: found[1] };
}

/** The English name of the language with that tag: cy → welsh. */
export function languageTagged(tag: string): string | undefined {
  return Object.entries(byName).find(([, [known]]) => known === tag)?.[0];
}
