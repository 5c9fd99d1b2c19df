/** From a message as typed to plain lower-case words: the one form that safety and matcher both read. */

/** Contractions and texting forms that carry meaning for us, mostly negation, spelt out. */
const SPELT_OUT = new Map<string, string>(
  Object.entries({
    "can't": 'can not',
    cant: 'can not',
    cannot: 'can not',
    "won't": 'will not',
    wont: 'will not',
    "shan't": 'shall not',
    "ain't": 'is not',
    aint: 'is not',
    dont: 'do not',
    doesnt: 'does not',
    didnt: 'did not',
    isnt: 'is not',
    arent: 'are not',
    wasnt: 'was not',
    werent: 'were not',
    havent: 'have not',
    hasnt: 'has not',
    hadnt: 'had not',
    wouldnt: 'would not',
    couldnt: 'could not',
    shouldnt: 'should not',
    mustnt: 'must not',
    neednt: 'need not',
    im: 'i am',
    ive: 'i have',
    youre: 'you are',
    theyre: 'they are',
    whats: 'what is',
    hows: 'how is',
    wheres: 'where is',
    whos: 'who is',
    thats: 'that is',
    theres: 'there is',
    gonna: 'going to',
    wanna: 'want to',
    gotta: 'got to',
    gimme: 'give me',
    lemme: 'let me',
    dunno: 'do not know',
    idk: 'i do not know',
    u: 'you',
    ur: 'your',
    pls: 'please',
    plz: 'please',
    cuz: 'because',
    coz: 'because',
    cos: 'because',
    bc: 'because',
    abt: 'about',
    thru: 'through',
    n: 'and',
    ppl: 'people',
    rn: 'right now',
    alright: 'all right',
    dr: 'doctor',
    docs: 'doctors',
    yr: 'year',
    yrs: 'years',
    yo: 'year old',
    hrs: 'hours',
    wk: 'week',
    wks: 'weeks',
    mth: 'month',
    mths: 'months',
    mins: 'minutes',
  }),
);

/** US to UK spellings that differ inside our words; the stemmer takes care of endings. */
const US_TO_UK = new Map<string, string>(
  Object.entries({
    estrogen: 'oestrogen',
    fiber: 'fibre',
    color: 'colour',
    center: 'centre',
    tumor: 'tumour',
    hemorrhage: 'haemorrhage',
    anemia: 'anaemia',
    pediatric: 'paediatric',
    edema: 'oedema',
    gray: 'grey',
    mom: 'mum',
    moms: 'mums',
    mommy: 'mum',
    program: 'programme',
    yogurt: 'yoghurt',
    tire: 'tyre',
    esophagus: 'oesophagus',
    diarrhea: 'diarrhoea',
    gynecologist: 'gynaecologist',
    aluminum: 'aluminium',
    pajamas: 'pyjamas',
  }),
);

const CONTROL_AND_FORMAT = /[\p{Cc}\p{Cf}]+/gu;
const MARKS = /\p{M}+/gu;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\u2032]/g;
const WORD = /[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)*/g;

/**
 * Folds a text to lower-case Latin: compatibility forms resolved (NFKD), accents and control
 * characters dropped, apostrophes made straight. Sentence marks stay. Linear in the length.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(CONTROL_AND_FORMAT, ' ')
    .replace(APOSTROPHES, "'")
    .toLowerCase()
    .replace(/\bw\/o\b/g, 'without')
    .replace(/\bw\/(?=\s|[a-z])/g, 'with ')
    .replace(/&/g, ' and ');
}

/** Three and more of one letter become two ("sooooo" to "soo"): nobody stretches a word by one. */
function unstretch(word: string): string {
  return word.replace(/([a-z])\1{2,}/g, '$1$1');
}

function expand(word: string): string[] {
  const spelt = SPELT_OUT.get(word);
  if (spelt) return spelt.split(' ');
  const apostrophe = word.indexOf("'");
  if (apostrophe < 0) return [word];
  const head = word.slice(0, apostrophe);
  const tail = word.slice(apostrophe + 1);
  switch (tail) {
    case 't':
      return head.endsWith('n') && head.length > 2 ? [head.slice(0, -1), 'not'] : [head + tail];
    case 'm':
      return [head, 'am'];
    case 're':
      return [head, 'are'];
    case 've':
      return [head, 'have'];
    case 'll':
      return [head, 'will'];
    case 'd':
      return [head, 'would'];
    case 's':
      return QUESTION_HEADS.has(head) ? [head, 'is'] : [head];
    default:
      return [head + tail.replaceAll("'", '')];
  }
}

const QUESTION_HEADS = new Set([
  'what',
  'how',
  'where',
  'who',
  'why',
  'that',
  'there',
  'it',
  'he',
  'she',
  'when',
  'here',
]);

/**
 * The words of a text: folded, contractions spelt out ("can't" to "can", "not"), possessive `'s`
 * dropped, UK spelling, numbers kept and parted from their units ("400mg" to "400", "mg").
 * Anything that is neither a Latin letter nor a digit parts words.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [raw] of fold(text).matchAll(WORD)) {
    for (const word of expand(unstretch(raw))) words.push(US_TO_UK.get(word) ?? word);
  }
  return words;
}
