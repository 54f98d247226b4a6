/** How an act is put in English: who, the verb, the link, whom. */
export interface Phrase {
  /** After "to": "recognise". */
  readonly base: string;
  readonly past: string;
  /** After "has": "recognised". */
  readonly participle: string;
  /** Stands between the verb and the target. */
  readonly link: string;
  /** Whether the sentence can end without a target: "students protested". */
  readonly alone: boolean;
}

/** Act | base form | past | participle | link. A link of "-" stands for none, "?" for a target that may be left out. */
const table = `
recognise|recognise|recognised|recognised|-
withdraw-recognition|withdraw|withdrew|withdrawn|recognition from
establish-relations|establish|established|established|relations with
restore-relations|restore|restored|restored|relations with
suspend-relations|suspend|suspended|suspended|relations with
sever-relations|sever|severed|severed|relations with
upgrade-relations|upgrade|upgraded|upgraded|relations with
downgrade-relations|downgrade|downgraded|downgraded|relations with
open-mission|open|opened|opened|a mission in
reopen-mission|reopen|reopened|reopened|a mission in
close-mission|close|closed|closed|a mission in
suspend-mission|suspend|suspended|suspended|a mission in
upgrade-mission|raise|raised|raised|a mission in
downgrade-mission|lower|lowered|lowered|a mission in
move-mission|move|moved|moved|a mission in
appoint-envoy|appoint|appointed|appointed|an envoy to
accept-envoy|accept|accepted|accepted|an envoy of
present-credentials|present|presented|presented|an envoy's credentials to
recall-envoy|recall|recalled|recalled|an envoy from
expel-envoy|expel|expelled|expelled|an envoy of
summon-envoy|summon|summoned|summoned|an envoy of
impose-sanctions|impose|imposed|imposed|sanctions on
lift-sanctions|lift|lifted|lifted|sanctions on
list-terrorist|list|listed|listed|as terrorist
delist-terrorist|take|took|taken|off a list of terrorists
join-organisation|join|joined|joined|-
leave-organisation|leave|left|left|-
suspend-membership|be suspended|was suspended|been suspended|from
agree|agree|agreed|agreed|? with
meet|meet|met|met|? with
visit|visit|visited|visited|?
host|receive|received|received|?
call|call|called|called|?
negotiate|negotiate|negotiated|negotiated|? with
mediate|mediate|mediated|mediated|? for
praise|praise|praised|praised|?
endorse|endorse|endorsed|endorsed|?
sign-agreement|sign|signed|signed|? an agreement with
apologise|apologise|apologised|apologised|? to
ease|ease|eased|eased|? restrictions on
pardon|pardon|pardoned|pardoned|?
yield|yield|yielded|yielded|? to
cooperate|cooperate|cooperated|cooperated|? with
share|share|shared|shared|? information with
exercise|hold|held|held|? exercises with
extradite|extradite|extradited|extradited|? somebody to
trade|trade|traded|traded|? with
aid|help|helped|helped|?
rescue|rescue|rescued|rescued|?
forgive|forgive|forgave|forgiven|? a debt of
asylum|grant|granted|granted|? asylum to
withdraw|withdraw|withdrew|withdrawn|? from
release|release|released|released|? people of
disarm|lay down|laid down|laid down|? arms before
ceasefire|cease|ceased|ceased|? fire with
resign|resign|resigned|resigned|?
admit|admit|admitted|admitted|? observers of
demand|demand|demanded|demanded|? something of
appeal|appeal|appealed|appealed|? to
condemn|condemn|condemned|condemned|?
criticise|criticise|criticised|criticised|?
accuse|accuse|accused|accused|?
investigate|investigate|investigated|investigated|?
reject|reject|rejected|rejected|? something of
deny|deny|denied|denied|? something of
threaten|threaten|threatened|threatened|?
protest|protest|protested|protested|? against
hunger-strike|go|went|gone|? on hunger strike against
strike|strike|struck|struck|? against
block|block|blocked|blocked|? a way against
riot|riot|rioted|rioted|? against
discontinue|discontinue|discontinued|discontinued|? cooperation with
convict|convict|convicted|convicted|?
mobilise|mobilise|mobilised|mobilised|? against
test|test|tested|tested|? weapons against
arrest|arrest|arrested|arrested|? people of
deport|deport|deported|deported|? people of
restrict|restrict|restricted|restricted|?
censor|censor|censored|censored|?
seize|seize|seized|seized|? property of
hack|hack|hacked|hacked|? computers of
destroy|destroy|destroyed|destroyed|? property of
kill|kill|killed|killed|? people of
attack|attack|attacked|attacked|?
bomb|bomb|bombed|bombed|?
fire|fire|fired|fired|? on
fight|fight|fought|fought|?
abduct|abduct|abducted|abducted|? people of
torture|maltreat|maltreated|maltreated|? people of
`;

const phrases: ReadonlyMap<string, Phrase> = new Map(
  table
    .trim()
    .split("\n")
    .map((line): [string, Phrase] => {
      const [act = "", base = "", past = "", participle = "", words = ""] = line.split("|");
      const alone = words.startsWith("?");
      const link = words.replace(/^[?-]\s*/, "");
      return [act, { base, past, participle, link: link === "" ? "" : `${link} `, alone }];
    }),
);

/** How the act is put; undefined for an act of the user's own, which has no phrase here. */
export function phrase(act: string): Phrase | undefined {
  return phrases.get(act);
}

const articled =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European|African|Islamic|Arab|Holy|Soviet|Transitional|National|Interim|People|Popular|State |Republic |Kingdom |Democratic |Federal |Government |Syrian |Taliban|Central African|Czech Republic|Dominican Republic|Bahamas|Gambia|Maldives|Marshall|Netherlands|Philippines|Seychelles|Solomon|Comoros|Sahrawi|Association|Commonwealth|Council|Economic|Gulf|International|League|North Atlantic|Organi[sz]ation|Palestine Liberation|Shanghai|Collective)|(?:Union|Emirate|Republic|Federation|Council|Organi[sz]ation)$/;

/** A party's name as it stands in a sentence: "the Islamic Emirate of Afghanistan", "Russia". */
export function inSentence(name: string): string {
  return articled.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}
