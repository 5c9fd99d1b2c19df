/** The small English that a talk is steered by: which words point back, and which part of a card is asked for. */
import type { About } from '../message.js';
import { wordsOf } from '../text/index.js';

const set = (words: string) => new Set(words.split(/\s+/));

/** Words that name nothing by themselves. */
const FUNCTION_WORDS = set(`
  a an the and or but so then than if of for to in on at by with from about as into over per out up off
  i me my mine we us our you your yours he him his she her hers they them their theirs it its
  this that these those there here one ones some any all both each every such same other another else
  is am are was were be been being do does did done doing have has had having can could should would
  will shall may might must not no yes ok okay yeah please just really actually exactly also too again
  still only even well now what which who whom whose when where why how much many more less most
  get got getting take taking taken need needs needed want wants know let go going mean means meant
  like right sure think guess say said tell told give given thing things stuff way anyway though
  until till while during before after since without against between through
  oh ah hmm um er eh lol s t hey hi hello thanks thank cheers very quite bit lot
  first next instead afterwards beforehand em
`);

/** Words that only say which part of a card is asked for, or for how long, how often, by whom. */
const PART_WORDS = set(`
  reason reasons cause because come works work working happen happens explain explanation matter
  amount amounts dose level limit limits day daily week weekly month night enough often long times maximum minimum max min
  find found buy source sources contain contains foods food
  safe unsafe safely safety danger dangerous risk risks risky harm harmful side effect effects careful
  bad good ok allowed worry worried problem problems downside downsides
  use using used start starting begin try trying help helps avoid stop steps best
  everyone everybody anyone anybody somebody someone people person
  true proof evidence proven details detail info information elaborate continue
  serious common normal permanent painful curable cure cured reversible reverse reversed fix fixed
  soon away fast quick quickly slow slowly last lasts wait become keep show shows look looks count counts
  important importance healthy unhealthy ask difference different
  treat treated treatment heal heals better worse improve symptom symptoms sign signs hurt hurts
`);

/** People, places and seasons: they narrow a question, and name no topic. */
const NARROWING_WORDS = set(`
  man men woman women male female kid kids child children teen teens teenager teenagers baby babies
  adult adults old older elderly young younger senior seniors mum dad mother father nan gran grandma
  grandad wife husband partner son daughter friend vegan vegans vegetarian vegetarians age aged years year
  uk us usa america britain england scotland wales ireland canada australia europe india
  winter summer spring autumn home work night
`);

/** Pronouns that stand for the topic at hand. */
const POINTERS = set('it this that they them these those its their em ones');
const TIMES = set('day days week weeks month months year years morning night evening time weekend');

/** The words that name something: neither grammar, nor a part of a card, nor a kind of person. */
export function contentWords(words: readonly string[]): string[] {
  return words.filter(
    (word) => !FUNCTION_WORDS.has(word) && !PART_WORDS.has(word) && !/^\d/.test(word),
  );
}

/** True when the words, grammar aside, only narrow a question: "for women", "in the UK". */
export function onlyNarrows(words: readonly string[]): boolean {
  const content = contentWords(words);
  return content.length > 0 && content.every((word) => NARROWING_WORDS.has(word));
}

/** "Is it too late to …", "does it help to …": this "it" stands for what follows, not for the topic at hand. */
const EMPTY_IT =
  /\b(?:is|was|would|will|can|does|did|might) it (?:be |not )?(?:\w+ ){0,2}?\w+ (?:to|that|when|if i (?!have|am|had|was|take)) ?(?!me\b|him\b|her\b|us\b)\w+/;
const DEMONSTRATIVES = set('this that these those');
const BEFORE_POINTER = set(
  'is are was were does do did can could would will should might about like of for from with on to after before in by than why how and but',
);

/** True when a pronoun stands for the topic at hand. */
export function pointsBack(words: readonly string[]): boolean {
  return pointerIn(words) !== undefined;
}

/**
 * The place of the pronoun that stands for the topic at hand. One that follows something of the
 * message's own stands for that: "I love coffee, is it bad?"; but "I have …, can I use it?" points back.
 */
export function pointerIn(words: readonly string[]): number | undefined {
  const emptyIt = EMPTY_IT.test(words.join(' '));
  const at = words.findIndex((word, place) => {
    if (!POINTERS.has(word)) return false;
    if (word === 'it') return !emptyIt;
    if (!DEMONSTRATIVES.has(word)) return true;
    // "Is that …?", "… of this?", "that is …" point; "this week", "I heard that bones …" do not.
    const before = words[place - 1];
    const after = words[place + 1];
    return (
      after === undefined ||
      /^(?:is|are|was|mean|means|really|work|works|help|helps)$/.test(after) ||
      (before !== undefined && BEFORE_POINTER.has(before) && !TIMES.has(after))
    );
  });
  if (at < 0) return undefined;
  const usesIt = /^(?:use|uses|using|buy|try|order|wear)$/.test(words[at - 1] ?? '');
  // The word right before it is its verb: "who orders it?".
  return usesIt || contentWords(words.slice(0, Math.max(0, at - 1))).length === 0 ? at : undefined;
}

const ABOUT_CUES: readonly [About, RegExp][] = [
  [
    'how-much',
    /\bhow (?:much|many|often)\b|\bhow high a dose\b|\b(?:what|which|right|daily|recommended) (?:\w+ )?(?:amount|dose|dosage|intake|limit)\b|\b(?:amount|dosage|intake|limit)s?$|\bper day\b|\btoo much\b|\b(?:the|safe|what) (?:max|min|maximum|minimum)\b/,
  ],
  [
    'where-from',
    /\bwhere (?:do|does|can|could|should|would|will|to|else|from|is it|are they)\b|\bwhere$|\b(?:what|which) (?:\w+ ){0,2}(?:foods?|sources?|meals?|drinks?)\b|\bfound in\b|\bget (?:it|them|some|this|that|enough) from\b|\b(?:good|best|main) sources?\b/,
  ],
  [
    'safety',
    /\b(?:un)?safe(?:ly|ty)?\b|\bdanger(?:s|ous)?\b|\brisk(?:s|y)?\b|\bside effects?\b|\bharm(?:s|ful)?\b|\b(?:bad|ok|okay|alright|fine|good) for (?:me|you|everyone|everybody|anyone|him|her|us|people)\b|\b(?:can|could|will|does|would) (?:it|this|that|they) (?:hurt|harm)\b|\bdownsides?\b|\bshould i (?:worry|be (?:worried|careful))\b|\bis (?:it|this|that) (?:bad|ok|okay|alright)\b|\bif i (?:have|am|had|take|was)\b|\b(?:can|could|may|should) (?:\w+ ){1,2}(?:use|take|do|try|eat|drink|have) (?:it|them|this|that|one)\b/,
  ],
  [
    'why',
    /\bwhy\b|\bhow come\b|\bwhat for\b|\breasons?\b|\bhow (?:does|do|would|can) (?:it|this|that|they)(?: \w+)? (?:work|help|happen|do|hurt|affect|cause|matter)\b|\bwhat makes\b|\bbecause of what\b/,
  ],
  [
    'how-to',
    /\bhow (?:do|can|could|should|would|to|might) (?:i|we|you|one|he|she|they|my|someone|to)?\b|\bhow$|\bwhat (?:else )?(?:can|should|could|do|would) (?:i|we|you|he|she|they)\b|\bwhere do i (?:start|begin)\b|\bwhat helps\b|\bwhat (?:is|are) the steps\b/,
  ],
  ['who', /\bwho(?:m|se)?\b|\bfor (?:everyone|everybody|anyone|which people)\b|\bam i at risk\b/],
  [
    'what',
    /\bwhat (?:is|are|was) (?:it|that|this|they|those|these)\b|\bwhat (?:does|do) (?:it|that|this|they|those)(?: \w+)? mean\b|\bmeaning\b|\bdefine\b|^what$/,
  ],
];

/** The part of a card that the words ask for, if they ask for one. "Where" is asked before "why". */
export function aboutOf(words: readonly string[]): About | undefined {
  const text = words.join(' ');
  return ABOUT_CUES.find(([, cue]) => cue.test(text))?.[0];
}

const COURTESY_START =
  /^(?:(?:(?:hi|hiya|hello|hey|heya|howdy|greetings|yo)(?:\s+(?:there|again|all|everyone|bot|team|folks|mate|guys))?|good\s+(?:morning|afternoon|evening|day)|morning|evening)|(?:ok(?:ay)?[,\s]+)?(?:many\s+)?(?:thanks|thank\s+you|thankyou|thx|ty|cheers|ta|great|perfect|brilliant|lovely|awesome|nice)(?:\s+(?:a\s+lot|so\s+much|very\s+much|a\s+million|for\s+(?:that|this|the\s+\w+|your\s+\w+|all\s+\w+|explaining|helping)|mate|again|you))*)(?=[\s,.!;:\u2013\u2014-]|$)[\s,.!;:\u2013\u2014-]*/i;
const COURTESY_END =
  /(?<!\b(?:no|nope|nah))[\s,.!;:?-]+(?:(?:many\s+)?thanks|thank\s+you|thankyou|thx|ty|cheers|please|pls|plz|ta)(?:\s+(?:a\s+lot|so\s+much|in\s+advance|again|very\s+much))?[\s.!]*$/i;
const HELLO = /^(?:hi|hiya|hello|hey|heya|howdy|greetings|yo|good|morning|evening)\b/i;

/** Said before the message proper; nothing is lost without it. */
const FILLER_START =
  /^(?:ok(?:ay)?|right|alright|good|fine|cool|nice|i see|got it|hmm+|oh|ah|um+|well|sorry|excuse me|actually|quick question|another question|one more (?:thing|question))(?=[\s,.!:\u2013\u2014-])(?:\s*[,.!:\u2013\u2014-]+\s*|\s+(?=(?:and|but|so|what|how|why|where|is|are|can|do|does|should|then|ok|okay|good|great|right|well|one more|another)\b))/i;

export interface WithoutCourtesy {
  /** What is left when greeting and thanks are taken off. */
  text: string;
  /** What was taken off the front. */
  courtesy?: 'greeting' | 'thanks';
}

/** Takes greeting and thanks off both ends. A message that is nothing else is left as it is. */
export function withoutCourtesy(text: string): WithoutCourtesy {
  let rest = text.trim();
  let courtesy: WithoutCourtesy['courtesy'];
  for (let round = 0; round < 3; round++) {
    const filler = FILLER_START.exec(rest);
    const start = COURTESY_START.exec(rest);
    if (start) courtesy ??= HELLO.test(start[0]) ? 'greeting' : 'thanks';
    rest = rest.slice((start ?? filler)?.[0].length ?? 0);
  }
  rest = rest.replace(COURTESY_END, (tail) => (tail.includes('?') ? '?' : ''));
  if (!/[\p{L}\p{N}]/u.test(rest)) return { text };
  return courtesy ? { text: rest, courtesy } : { text: rest };
}

/** "No, I meant …": the correction is what counts. */
const CORRECTION =
  /^(?:(?:no|nope|sorry|wait|neither|not (?:that|those)(?: one)?|none of (?:those|these|them))[\s,.;:!-]+)*(?:(?:what )?i (?:actually |really )?mea?nt?(?: was| is| to ask)?|i was (?:asking|talking) about)[\s,.:]+(?=\S+\s*\S)/i;

/** Takes "no, I meant" off the front. */
export function withoutCorrection(text: string): string {
  return text.replace(CORRECTION, '');
}

/** What a short message wants of the topic at hand, when it says that and no more. */
export type Steer = 'tip' | 'another' | 'more' | 'again' | 'back' | 'wrong' | 'yes' | 'ok' | 'no';

const STEERS: readonly [Steer, RegExp][] = [
  [
    'tip',
    /^(?:(?:can|could|may) (?:i|we|you) (?:have|get|give (?:me|us)) |give (?:me|us) |i (?:would like|want) |show (?:me|us) |got |have you got |do you have |what is |and )?(?:a |an |any |another |one |the |one more |some |next |more |your )*(?:good |useful |quick |small |top )?tips?(?: for (?:me|today)| please| to take away| then| on (?:that|this|it)| about (?:that|this|it)| for (?:that|this|it))*$/,
  ],
  [
    'more',
    /^(?:(?:can|could|would|will) you |please |i want to |i would like to |let us )?(?:(?:tell|show|give|hear|know|read|learn|explain)(?: me)?(?: a (?:bit|little))?(?: some)? (?:more|further)|more|go on|continue|carry on|keep going|and then|elaborate|expand|what else|anything else|more (?:details?|info|information)|(?:some )?more (?:on|about) (?:this|that|it)|(?:the )?(?:whole|full) (?:card|thing|story)|explain(?: more| further| that| it| this)?|in (?:more )?detail|details)(?: about (?:that|this|it)| on (?:that|this|it)| is there| details?| info| information| please)*$/,
  ],
  [
    'another',
    /^(?:and )?(?:(?:another|one more|next|a different) ?(?:one)?|more please|(?:(?:have you )?(?:got )?|are there )?any (?:more|others))(?: please)?$/,
  ],
  [
    'again',
    /^(?:(?:can|could) you |please )?(?:say|show|repeat|tell me)(?: that| it| this)?(?: again| once more)?(?: please)?$|^(?:come again|again|what did you (?:just )?say|once more|repeat)(?: please)?$/,
  ],
  [
    'back',
    /^(?:(?:can|could) (?:we|you|i) )?(?:please )?(?:(?:go|take me) back|previous|back)(?: to (?:that|it|(?:the )?(?:last|previous|one before)))?(?: (?:one|topic|card))?(?: please)?$/,
  ],
  [
    'wrong',
    /^(?:no )?(?:not (?:that|this|it|those|these|what i (?:mean|meant|asked|said))(?: one)?|(?:that|this|it) is (?:not|wrong)(?: it| what i (?:mean|meant|asked|said)| right| the one)?|wrong(?: one| card| answer| topic)?)$/,
  ],
  [
    'yes',
    /^(?:yes|yeah|yep|yup|ya|sure|of course|go ahead|why not|please do|yes please|please|definitely|absolutely)(?: please| do| sure| go ahead)*$/,
  ],
  [
    'ok',
    /^(?:(?:ok|okay|k|alright|right|fine|got it|i see|understood|makes sense|good to know|great|cool|nice|interesting|good|ah|oh|hmm|wow|really|noted|fair enough)(?: ok| okay| then| to know| i see| got it| thanks)*)$/,
  ],
  [
    'no',
    /^(?:no|nope|nah|not really|no thanks|no thank you|nothing|never mind|nevermind|forget it)(?: thanks| thank you)*$/,
  ],
];

/** "Sorry, go on then": said around what steers. */
const STEER_FILLER =
  /^(?:(?:sorry|ok|okay|oh|so|well|right|um|hmm|and|but|cool|great|nice|fine|yes|yeah) )+| then$/g;

export function steerOf(words: readonly string[]): Steer | undefined {
  if (words.length > 12) return undefined;
  const text = words.join(' ');
  const bare = text.replace(STEER_FILLER, '');
  const steerIn = (said: string) => STEERS.find(([, cue]) => cue.test(said))?.[0];
  return steerIn(text) ?? steerIn(bare);
}

const SUBJECT_AFTER = [
  /^(?:and |so |but |ok |okay |oh |also |then )*(?:what|how) about (?:for )?(.+?)(?: then| too| instead| as well| though)*$/,
  /^(?:and|or|plus|also) (?:what of |for |with )?(.+?)(?: then| too| instead| as well| though)*$/,
  /^(?:what|how) (?:if (?:i|it|he|she|they)|of) (.+)$/,
  /^(?:same (?:question )?(?:for|with|about)) (.+)$/,
  /^((?:\w+ ){0,2}\w+) (?:too|as well|then|instead)$/,
  /^(?:do|does|can|will|would|is|are) (.+?) (?:do|cause|have|need|affect|help) (?:that|it|this|the same)(?: too| as well)*$/,
];
const HELPED_BY =
  /^(?:and |so |but )*(?:can|could|does|do|will|would|is|are|might|should) (?:the |my |a |some |eating |drinking |taking |using )?(.+?) (?:help|matter|work|count|ok|okay|good|safe|bad|fine|better|allowed|included)(?: too| as well| with (?:it|that|this)| for (?:it|that|this|me))*$/;
const RECALLED =
  /^(?:(?:ok|so|and|sorry|wait|um|hmm|remind me|can you remind me|could you remind me|tell me again|go back|back|can we go back|let us go back|return) )*(?:(?:what (?:was|is) (?:it |that )?(?:you|that you) (?:said|told me|say)|what (?:did|do|had) you (?:just )?(?:say|said|tell me|mention)|what was (?:that|it|the (?:bit|thing|part|one))(?: again)?|what you (?:said|told me)|you (?:said|told me|mentioned) something|(?:say|tell me|show me|repeat)(?: \w+)?(?: again)?|to) )?(?:about |on |regarding |to )(?:the )?(.+?)(?: (?:again|earlier|before|one|bit|part|topic|card|question|please))*$/;

/** "What about tea?", "and tea?", "tea too?": what stands in the place of the topic at hand. */
export function newSubject(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  for (const shape of SUBJECT_AFTER) {
    const subject = shape.exec(text)?.[1];
    // "Diet ones too?" are a kind of the topic at hand.
    if (subject) return subject.endsWith(' ones') ? undefined : subject;
  }
  return undefined;
}

/** "Are nuts OK?", "can ice help?": what is weighed against the topic at hand. */
export function weighedSubject(words: readonly string[]): string | undefined {
  return HELPED_BY.exec(words.join(' '))?.[1];
}

/** "What did you say about smoking again?": what is to be told once more. */
export function recalled(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  if (
    !/\b(?:again|say|said|told|mention|mentioned|remind|back|earlier|before|what was)\b/.test(text)
  )
    return undefined;
  return RECALLED.exec(text)?.[1];
}

/** "And one on coffee": what the next tip is to be about, where tips were asked for. */
export function nextTipSubject(words: readonly string[]): string | undefined {
  return /^(?:and |now |ok |give (?:me|us) )*(?:another|one)(?: one)?(?: more)? (?:on|about|for) (.+)$/.exec(
    words.join(' '),
  )?.[1];
}

const CARRIED =
  /^(?:so |and |oh |ok )*(?:what (?:do|can|could) you (?:know|say|tell me)|(?:do|can|could|would) you (?:please )?(?:know|have|say|tell me|help(?: me)?|talk(?: to me)?|explain)(?: (?:anything|something|much|a bit|more|a card))?|what have you got|have you (?:got )?(?:anything|something|a card)|i (?:want|need|would like) to (?:know|ask|talk|learn|hear)(?: you)?(?: (?:something|more|a bit))?|i have (?:got )?a question|(?:any )?info(?:rmation)?|(?:can|could|may) i ask(?: you)?(?: something)?) (?:about|on|regarding|with) (.+)$/;

/** "What do you know about calcium?": what is asked about, without what carries it. */
export function carried(words: readonly string[]): string | undefined {
  return CARRIED.exec(words.join(' '))?.[1];
}

/** "Which one is better?", "how much of each?": it is about both of the last two topics. */
export function comparesBoth(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    words.length <= 8 &&
    (/^(?:and |so |ok |then )*(?:which|what)(?: one)?(?: of (?:them|those|these|the two|both))? (?:(?:is|are|would be|works|does) (?:\w+ )?)?(?:better|worse|safer|stronger|more important|healthier)\b(?! for (?!me\b|a\b|my\b|us\b|him\b|her\b))/.test(
      text,
    ) ||
      /\b(?:of|for|about) (?:each|both)(?: of (?:them|those|these))?$/.test(text))
  );
}

/** "Even with blood pressure tablets?", "and if I smoke?": a condition put to the topic at hand. */
export function isCondition(words: readonly string[]): boolean {
  return (
    words.length <= 8 &&
    /^(?:and |but |so |or |what )*(?:even )?(?:if|with|while|though)\b(?! (?:that|this|it)$)/.test(
      words.join(' '),
    )
  );
}

/** "A tip on calcium": what the tip is to be about. */
export function tipSubject(words: readonly string[]): string | undefined {
  return /^(?:(?:can|could|may) (?:i|we|you) (?:have|get|give (?:me|us)) |give (?:me|us) |i (?:would like|want) |got )?(?:a |any |another |one |some |more )*tips? (?:on|about|for|with|regarding) (.+)$/.exec(
    words.join(' '),
  )?.[1];
}

const ASKS =
  /^(?:(?:and|so|but|also|plus|then|or|well|btw|by the way|another thing|one more thing|secondly|second|first|firstly|finally|lastly|oh) )*(?:what|how|why|where|who|which|when|whose|is|are|am|was|were|do|does|did|can|could|should|would|will|may|might|has|have i|must|any|tell|explain|give|show|(?:i (?:would|also|want|wonder|need|am wondering)[\w ]* (?:know|ask|if|whether|about|what|how)))\b/;

/** True when the text asks something, with or without a question mark. */
export function asks(text: string): boolean {
  return /\?\s*$/.test(text) || ASKS.test(wordsOf(text).join(' '));
}
