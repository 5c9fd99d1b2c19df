/** The one door: `respond` takes a message and gives a `Reply`. The whole turn is on this page. */
import type { ContentPack, Topic } from './content/pack.js';
import type { Decided } from './conversation/index.js';
import {
  afterReply,
  afterUrgentReply,
  asksForProduct,
  type ComposeWith,
  compose,
  decide,
  namesOf,
  otherLanguageReply,
  type ProductAddresses,
  type Switches,
  urgentReply,
} from './conversation/index.js';
import { explanationOf } from './explain.js';
import type { Match, Matcher } from './matcher/types.js';
import type { Message, Pick, TurnSettings } from './message.js';
import type { Reply } from './reply.js';
import type { Triage, TriageText } from './safety/types.js';
import type { Context, ContextStore } from './storage/ports.js';
import { createTurns } from './turns.js';

export interface BotParts {
  pack: ContentPack;
  matcher: Matcher;
  triage: TriageText;
  contexts: ContextStore;
  /** What holds where a message brings no settings of its own. */
  settings: TurnSettings;
  addresses?: ProductAddresses;
  articleUrl?: string;
  /** What the running configuration stores, said on the privacy card. */
  privacyFacts?: () => string[];
  /** How long a reply waits for the store before it goes without. Default 1,000 ms. */
  storeWaitMs?: number;
  /** Told when the store fails; the person still gets the answer. Never given the person's words. */
  onStorageFailure?: (error: unknown) => void;
}

export interface Bot {
  /** Never throws for what a person typed, and never fails because the store does. */
  respond(message: Message): Promise<Reply>;
  /** Deletes every conversation of the person. Returns how many there were. @throws when the store fails. */
  forget(person: string): Promise<number>;
  /** Resolves when everything that replies did not wait for is written. */
  settled(): Promise<void>;
}

export function createBot(parts: BotParts): Bot {
  const { pack, matcher, triage, contexts } = parts;
  const topics = new Map(pack.topics.map((topic): [string, Topic] => [topic.id, topic]));
  const turns = createTurns(contexts, parts.storeWaitMs ?? 1000, parts.onStorageFailure);
  const composing: ComposeWith = {
    pack,
    topics,
    addresses: parts.addresses ?? {},
    privacyFacts: parts.privacyFacts ?? (() => []),
    ...(parts.articleUrl && { articleUrl: parts.articleUrl }),
  };
  const deciding = {
    labelOf: (topic: string) => topics.get(topic)?.label,
    topicNamed: namesOf(pack.topics),
    isSmallTalk: (topic: string) => topics.get(topic)?.kind === 'chat',
    isCourtesy: (topic: string) => pack.wording.topics.courtesies.includes(topic),
    thanksTopic: pack.wording.topics.thanks,
    afterUrgentWords: new Set(pack.wording.afterUrgent.words),
  };

  async function respond(message: Message): Promise<Reply> {
    const settings = { ...parts.settings, ...message.settings };
    const found = triage(message.text);
    const [urgent, ...others] = urgentTopics(message, found, topics);
    if (urgent) {
      const reply = urgentReply([urgent, ...others], settings.region, composing);
      turns.update(message.conversation, (before) =>
        afterUrgentReply(before, urgent.topic, switchesAfter(before, found)),
      );
      return explained(reply, message, found);
    }
    return turns.take(message.conversation, (before) => {
      const foreign =
        found.otherLanguage && !message.pick
          ? otherLanguageReply(found.otherLanguage, settings.region, pack)
          : undefined;
      if (foreign) return { reply: foreign, context: before };
      const decided = message.pick
        ? picked(message.pick)
        : decide(message.text, message.conversation && before, {
            ...deciding,
            match: remembered(matcher.match),
          });
      const risks = risksOf(decided, before, found);
      const switches = switchesAfter(before, risks);
      const asked = asksForProduct(message.text, pack);
      const safetyShown = before.topics.includes(pack.wording.topics.productSafety);
      const { reply, tip } = compose(
        decided,
        {
          context: before,
          region: settings.region,
          clinicianFirst: switches.clinicianFirst,
          products: {
            off: switches.productsOff,
            safetyFirst: switches.safetyFirst && !safetyShown,
            linksWanted: settings.productLinks,
            askedFor: asked,
          },
        },
        composing,
      );
      const context = afterReply(before, reply, decided.decision, tip, switches);
      return { reply: explained(reply, message, found, decided), context };
    });
  }

  /** A topic chosen by place or button counts as named by the person, so its label is looked at too. */
  function risksOf({ decision }: Decided, { offered }: Context, found: Triage): Triage {
    if (decision.kind !== 'show') return found;
    const named = decision.asked.map(({ topic }) => topic);
    if (named.some((topic) => topics.get(topic)?.kind === 'urgent')) {
      return { ...found, productRisks: [...found.productRisks, 'an urgent topic'] };
    }
    const labels = named
      .filter((topic) => offered.includes(topic))
      .map((topic) => topics.get(topic)?.label ?? '');
    const more = labels.flatMap((label) => triage(label).productRisks);
    return { ...found, productRisks: [...found.productRisks, ...more] };
  }

  function explained(reply: Reply, message: Message, found: Triage, decided?: Decided): Reply {
    if (!message.explain) return reply;
    return { ...reply, explanation: explanationOf(message.text, found, matcher, decided) };
  }

  return {
    respond,
    forget: (person) => contexts.deletePerson(person),
    settled: () => turns.settled(),
  };
}

/** What triage found, or the urgent topic whose full card a button asks for. */
function urgentTopics(
  { pick }: Message,
  { flags }: Triage,
  topics: ReadonlyMap<string, Topic>,
): { topic: string }[] {
  const asked = pick?.action === 'urgent' && topics.get(pick.topic)?.kind === 'urgent';
  return flags.length === 0 && asked ? [{ topic: pick.topic }] : flags;
}

/** What a button or a menu row asks for: it holds all it needs. */
function picked(pick: Pick): Decided {
  const base = { reading: 'chosen by button', ranking: [] };
  if (pick.action === 'tip') return { ...base, decision: { kind: 'tip', topic: pick.topic } };
  const asked =
    pick.action === 'part'
      ? { topic: pick.topic, about: [pick.about], followUp: true as const }
      : { topic: pick.topic, about: [] };
  return {
    ...base,
    decision: { kind: 'show', asked: [asked], notes: [], tooMany: false, unsure: [] },
  };
}

/** What was switched off stays off for the rest of the conversation. */
function switchesAfter(before: Context, found: Triage): Switches {
  const clinicianFirst = before.clinicianFirst || found.softFlags.length > 0;
  return {
    clinicianFirst,
    productsOff: before.productsOff || clinicianFirst || found.productRisks.length > 0,
    safetyFirst: before.safetyFirst === true || found.olderPerson,
  };
}

/** Within one turn the same words are matched once, however many readings hold them. */
function remembered(match: (text: string) => Match): (text: string) => Match {
  const known = new Map<string, Match>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const matched = match(text);
    known.set(text, matched);
    return matched;
  };
}
