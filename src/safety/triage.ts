/** Reads a message before anything else does and says what in it cannot wait. */
import type { SafetyData, SafetyRule, UrgentTopicData } from '../content/schema-safety.js';
import { Speller, stemOf, WordSet, wordsOf } from '../text/index.js';
import { type CallOff, callOffIn, contextSets, SOFT } from './context.js';
import { type SignReading, signReadingOf } from './features.js';
import { Grammar, type Matches, type Span } from './grammar.js';
import { createLanguageReader } from './languages.js';
import { wordsNamedBy } from './pattern.js';
import { type Correct, type Reading, readingOf } from './reading.js';
import { createSecondOpinion, type SecondOpinionModel } from './second-opinion.js';
import type { RedFlag, Triage, TriageText } from './types.js';

type Topic = { id: string } & UrgentTopicData;

/**
 * Compiles the pack's rules once and returns the function that reads messages.
 *
 * @param english words of English that are never taken for a slip of the finger.
 * @param model the second opinion; without it the rules stand alone.
 * @throws Error that names the list or rule whose pattern cannot be read.
 */
export function createTriage(
  safety: SafetyData,
  topics: readonly Topic[],
  english: WordSet,
  model?: SecondOpinionModel,
): TriageText {
  const sets = setsOf(safety, topics);
  const grammar = grammarOf(safety, sets);
  const spelling = spellingWords(safety, sets, english);
  const speller = new Speller(spelling, english);
  const correct: Correct = (word) => speller.correct(word);
  const boldSpeller = new Speller(spelling, everydayWords(safety));
  const boldly: Correct = (word) =>
    word.length >= SHORTEST_BOLD && word.length <= LONGEST_BOLD
      ? boldSpeller.correct(word)
      : correct(word);
  const languageOf = createLanguageReader(safety.languages);
  const secondOpinion = model && createSecondOpinion(model);
  const byUrgency = [...topics].sort((a, b) => a.urgency - b.urgency);

  const read = (text: string, spelledBy: Correct) => {
    const reading = readingOf(text, spelledBy);
    const matches = grammar.match(reading);
    const callOff = callOffIn(safety.context, reading, matches);
    const raised = new Map<string, RedFlag>();
    for (const topic of byUrgency) {
      const flag = flagOf(topic, reading, matches, callOff);
      if (flag) raised.set(topic.id, flag);
    }
    return { reading, matches, callOff, raised };
  };

  return (text) => {
    const first = read(text, correct);
    const { reading, matches, callOff } = first;
    let { raised } = first;
    if (raised.size === 0 && reading.words.some((word) => boldly(word))) {
      raised = read(text, boldly).raised;
    }
    const foreign = languageOf(text);
    for (const flag of [
      ...foreign.flags,
      ...(secondOpinion?.(signReadingOf(reading, matches.present()), [...raised.keys()]) ?? []),
    ]) {
      if (!raised.has(flag.topic)) raised.set(flag.topic, flag);
    }
    const triage: Triage = {
      flags: byUrgency.flatMap(({ id }) => raised.get(id) ?? []),
      softFlags: Object.keys(safety.softFlags).filter((id) =>
        standing(softSet(id), matches, callOff),
      ),
      productRisks: Object.keys(safety.productRisk.words).filter(
        (id) => matches.of(riskSet(id)).length > 0,
      ),
      olderPerson: matches.of(OLDER).length > 0,
    };
    return foreign.language ? { ...triage, otherLanguage: foreign.language } : triage;
  };
}

/** Reads a message as triage does, for the second opinion to learn from. */
export function createSignReader(
  safety: SafetyData,
  topics: readonly Topic[],
  english: WordSet,
): (text: string) => SignReading {
  const sets = setsOf(safety, topics);
  const grammar = grammarOf(safety, sets);
  const speller = new Speller(spellingWords(safety, sets, english), english);
  return (text) => {
    const reading = readingOf(text, (word) => speller.correct(word));
    return signReadingOf(reading, grammar.match(reading).present());
  };
}

function grammarOf(
  { vocabulary }: SafetyData,
  sets: ReadonlyMap<string, readonly string[]>,
): Grammar {
  return new Grammar(sets, {
    fillers: stemsOf(vocabulary.fillers),
    breakers: stemsOf(vocabulary['gap-breakers']),
    openers: stemsOf(vocabulary.openers),
  });
}

/** Shorter words of English have too many neighbours ("owed"), longer ones are seldom a slip for another. */
const SHORTEST_BOLD = 5;
const LONGEST_BOLD = 6;

const OLDER = 'older person';
const softSet = (id: string) => `soft flag ${id}`;
const riskSet = (id: string) => `product risk ${id}`;
/** Built once for each rule, as building them anew for every message costs more than the look-up. */
const setNames = new WeakMap<SafetyRule, { sign: string; unless: string; with: string[] }>();

function namesOf(topic: string, rule: SafetyRule) {
  const known = setNames.get(rule);
  if (known) return known;
  const sign = `${topic} ${rule.id}`;
  const names = {
    sign,
    unless: `${sign} unless`,
    with: (rule.with ?? []).map((_, group) => `${sign} with ${group}`),
  };
  setNames.set(rule, names);
  return names;
}

/** How near, in words, an `unless` must stand to a sign. */
const UNLESS_WITHIN = 4;

function setsOf(safety: SafetyData, topics: readonly Topic[]): Map<string, readonly string[]> {
  const sets = new Map<string, readonly string[]>(Object.entries(safety.vocabulary));
  for (const [name, patterns] of contextSets(safety.context)) sets.set(name, patterns);
  for (const { id, rules } of topics) {
    for (const rule of rules) {
      const names = namesOf(id, rule);
      sets.set(names.sign, rule.signs);
      sets.set(names.unless, rule.unless ?? []);
      for (const [group, patterns] of (rule.with ?? []).entries()) {
        sets.set(names.with[group]!, patterns);
      }
    }
  }
  for (const [id, { words }] of Object.entries(safety.softFlags)) sets.set(softSet(id), words);
  for (const [id, words] of Object.entries(safety.productRisk.words)) sets.set(riskSet(id), words);
  return sets.set(OLDER, safety.productRisk.olderPerson);
}

function stemsOf(words: readonly string[] | undefined): Set<string> {
  return new Set((words ?? []).map((word) => stemOf(word)));
}

/**
 * Words of the rules count most; those of the examples tell which of two near words is likelier.
 * Examples hold slips of the finger too, and a slip must not pass for a word.
 */
function spellingWords(
  safety: SafetyData,
  sets: ReadonlyMap<string, readonly string[]>,
  english: WordSet,
): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (word: string, by: number) => counts.set(word, (counts.get(word) ?? 0) + by);
  for (const patterns of sets.values()) {
    for (const pattern of patterns) for (const word of wordsNamedBy(pattern)) count(word, 3);
  }
  for (const list of Object.values(safety.examples)) {
    for (const example of list) {
      for (const word of example.toLowerCase().match(/[a-z]+/g) ?? []) {
        if (counts.has(word) || english.has(word)) count(word, 1);
      }
    }
  }
  return counts;
}

/**
 * What the second, bolder reading takes for English: only what the pack's own messages say. A rare
 * word ("chet", "buck") may then be a slip of the finger for one of ours.
 */
function everydayWords(safety: SafetyData): WordSet {
  const messages = [
    ...safety.calm,
    ...Object.values(safety.examples).flat(),
    ...Object.values(safety.vocabulary).flat(),
  ];
  return WordSet.of(messages.flatMap((message) => wordsOf(message)));
}

function flagOf(
  topic: Topic,
  reading: Reading,
  matches: Matches,
  callOff: CallOff,
): RedFlag | undefined {
  for (const rule of topic.rules) {
    const sign = signOf(topic.id, rule, reading, matches, callOff);
    if (!sign) continue;
    const evidence = reading.words.slice(sign.start, sign.end).join(' ');
    return { topic: topic.id, rule: rule.id, reason: rule.reason, evidence };
  }
  return undefined;
}

function signOf(
  topic: string,
  rule: SafetyRule,
  reading: Reading,
  matches: Matches,
  callOff: CallOff,
): Span | undefined {
  const despite = rule.despite ?? [];
  const names = namesOf(topic, rule);
  const signs = matches.of(names.sign);
  if (signs.length === 0) return undefined;
  const unless = matches.of(names.unless);
  const stands = (span: Span) => callOff(span, topic, despite) === undefined;
  const sign = signs.find(
    (span) => stands(span) && !unless.some((other) => isNear(other, span, reading)),
  );
  if (!sign) return undefined;
  // What goes with a sign need only not be denied: back pain may be old when the fever is new.
  const met = names.with.every((group) =>
    matches.of(group).some((span) => !callOff(span, SOFT, [])),
  );
  return met ? sign : undefined;
}

/** Within a few words of each other and in the same sentence. */
function isNear(one: Span, other: Span, { sentence }: Reading): boolean {
  return (
    one.start <= other.end + UNLESS_WITHIN &&
    one.end >= other.start - UNLESS_WITHIN &&
    sentence[one.start]! <= sentence[other.end - 1]! &&
    sentence[one.end - 1]! >= sentence[other.start]!
  );
}

function standing(set: string, matches: Matches, callOff: CallOff): boolean {
  return matches.of(set).some((span) => callOff(span, SOFT, []) === undefined);
}
