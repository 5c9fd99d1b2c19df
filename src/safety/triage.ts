/** Reads a message before anything else does and says what in it cannot wait. */
import type { SafetyData, SafetyRule } from '../content/schema-safety.js';
import { Speller, stemOf, type WordSet } from '../text/index.js';
import { type CallOff, callOffIn, SOFT } from './context.js';
import { type SignReading, signReadingsOf } from './features.js';
import { Grammar, type Matches, type Span } from './grammar.js';
import { createLanguageReader } from './languages.js';
import { type Correct, type Reading, readingOf } from './reading.js';
import { createSecondOpinion, type SecondOpinionModel } from './second-opinion.js';
import { namesOf, OLDER, riskSet, type SafetyTopic, setsOf, softSet } from './sets.js';
import type { RedFlag, Triage, TriageText } from './types.js';
import { type SafetyWords, safetyWords } from './words.js';

export interface TriageParts {
  /** Words of English: none is taken for a slip of the finger. */
  english: WordSet;
  /** What `safetyWords` gathered when the pack was compiled; gathered on the spot when left out. */
  words?: SafetyWords;
  /** Without it every rule alarms by itself, hints too. */
  secondOpinion?: SecondOpinionModel;
}

/**
 * Compiles the pack's rules once and returns the function that reads messages.
 *
 * @throws Error that names the list or rule whose pattern cannot be read.
 */
export function createTriage(
  safety: SafetyData,
  topics: readonly SafetyTopic[],
  { english, words = safetyWords(safety, topics, english), secondOpinion: model }: TriageParts,
): TriageText {
  const grammar = grammarOf(safety, topics);
  const speller = new Speller(words.known, english);
  const boldSpeller = new Speller(words.known, words.everyday);
  const boldly: Correct = (word) =>
    word.length >= SHORTEST_BOLD && word.length <= LONGEST_BOLD
      ? boldSpeller.correct(word)
      : speller.correct(word);
  const languageOf = createLanguageReader(safety.languages);
  const secondOpinion = model && createSecondOpinion(model);
  const smallTalk = stemsOf(safety.vocabulary['small-talk']);
  const byUrgency = [...topics].sort((a, b) => a.urgency - b.urgency);

  const read = (text: string, spelledBy: Correct) => {
    const reading = readingOf(text, spelledBy);
    const matches = grammar.match(reading);
    const callOff = callOffIn(safety.context, reading, matches);
    const raised = new Map<string, Raised>();
    for (const topic of byUrgency) {
      const flag = flagOf(topic, reading, matches, callOff);
      if (flag) raised.set(topic.id, flag);
    }
    return { reading, matches, callOff, raised };
  };

  return (text) => {
    const first = read(text, speller.forMessage(MOST_UNKNOWN));
    const { words } = first.reading;
    const rereads = first.raised.size === 0 && words.length <= MOST_BOLD_WORDS;
    const second = rereads && words.some((word) => boldly(word)) ? read(text, boldly) : first;
    const { reading, raised, matches } = second.raised.size > 0 ? second : first;
    const foreign = languageOf(text);
    const flags = new Map<string, RedFlag>(foreign.flags.map((flag) => [flag.topic, flag]));
    for (const { topic, flag, hint } of raised.values()) {
      if (!hint || !secondOpinion) flags.set(topic, flag);
    }
    if (secondOpinion && reading.words.length > 0) {
      const hints = [...raised.values()].filter(({ hint }) => hint);
      const parts = signReadingsOf(
        reading,
        matches,
        smallTalk,
        hints.flatMap(({ signs }) => signs),
      );
      const needed = secondOpinion(
        parts,
        hints.map(({ topic }) => topic),
      );
      for (const topic of needed) {
        if (flags.has(topic)) continue;
        flags.set(topic, raised.get(topic)?.flag ?? secondOpinionFlag(topic, reading));
      }
    }
    const triage: Triage = {
      flags: byUrgency.flatMap(({ id }) => flags.get(id) ?? []),
      softFlags: Object.keys(safety.softFlags).filter((id) =>
        standing(softSet(id), first.matches, first.callOff),
      ),
      productRisks: Object.keys(safety.productRisk.words).filter(
        (id) => first.matches.of(riskSet(id)).length > 0,
      ),
      olderPerson: first.matches.of(OLDER).length > 0,
    };
    return foreign.language ? { ...triage, otherLanguage: foreign.language } : triage;
  };
}

/** What a rule found: the flag, where its signs stand, and whether it needs the second opinion's nod. */
interface Raised {
  topic: string;
  flag: RedFlag;
  signs: readonly Span[];
  hint: boolean;
}

function secondOpinionFlag(topic: string, { words }: Reading): RedFlag {
  return {
    topic,
    rule: 'second-opinion',
    reason: 'Reads like messages that needed this card, though no rule names its words.',
    evidence: words.slice(0, 20).join(' '),
  };
}

/** Reads a message as triage does, for the second opinion to learn from. */
export function createSignReader(
  safety: SafetyData,
  topics: readonly SafetyTopic[],
  english: WordSet,
  words: SafetyWords,
): (text: string) => SignReading[] {
  const grammar = grammarOf(safety, topics);
  const speller = new Speller(words.known, english);
  const smallTalk = stemsOf(safety.vocabulary['small-talk']);
  return (text) => {
    const reading = readingOf(text, speller.forMessage(MOST_UNKNOWN));
    return signReadingsOf(reading, grammar.match(reading), smallTalk);
  };
}

function grammarOf(safety: SafetyData, topics: readonly SafetyTopic[]): Grammar {
  const { vocabulary } = safety;
  return new Grammar(setsOf(safety, topics), {
    fillers: stemsOf(vocabulary.fillers),
    breakers: stemsOf(vocabulary['gap-breakers']),
    openers: stemsOf(vocabulary.openers),
  });
}

/** Shorter words of English have too many neighbours ("owed"), longer ones are seldom a slip for another. */
const SHORTEST_BOLD = 5;
const LONGEST_BOLD = 6;
/** Words of one message that are looked up among the known ones. */
const MOST_UNKNOWN = 1_000;
/** A long message says what matters more than once; reading it twice takes too long. */
const MOST_BOLD_WORDS = 400;

/** So many signs of one rule say all there is to say. */
const MOST_SIGNS = 20;

/** How near, in words, an `unless` must stand to a sign. */
const UNLESS_WITHIN = 4;

function stemsOf(words: readonly string[] | undefined): Set<string> {
  return new Set((words ?? []).map((word) => stemOf(word)));
}

function flagOf(
  topic: SafetyTopic,
  reading: Reading,
  matches: Matches,
  callOff: CallOff,
): Raised | undefined {
  let hinted: Raised | undefined;
  for (const rule of topic.rules) {
    if (rule.hint && hinted) continue;
    const signs = signsOf(topic.id, rule, reading, matches, callOff);
    const [first] = signs;
    if (!first) continue;
    const evidence = reading.words.slice(first.start, first.end).join(' ');
    const flag = { topic: topic.id, rule: rule.id, reason: rule.reason, evidence };
    const raised = { topic: topic.id, flag, signs, hint: rule.hint === true };
    if (!raised.hint) return raised;
    hinted = raised;
  }
  return hinted;
}

function signsOf(
  topic: string,
  rule: SafetyRule,
  reading: Reading,
  matches: Matches,
  callOff: CallOff,
): readonly Span[] {
  const despite = rule.despite ?? [];
  const names = namesOf(topic, rule);
  const signs = matches.of(names.sign);
  if (signs.length === 0) return [];
  const unless = matches.of(names.unless);
  const stands = (span: Span) => callOff(span, topic, despite) === undefined;
  const found: Span[] = [];
  for (const span of signs) {
    if (!stands(span) || unless.some((other) => isNear(other, span, reading))) continue;
    found.push(span);
    if (found.length === MOST_SIGNS) break;
  }
  if (found.length === 0) return [];
  // What goes with a sign need only not be denied: back pain may be old when the fever is new.
  const met = names.with.every((group) =>
    matches.of(group).some((span) => !callOff(span, SOFT, [])),
  );
  return met ? found : [];
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
