/** Two or three questions in one message: where one could end and the next begin. */
import { sentencesOf, wordsOf } from '../text/index.js';
import { asks, contentWords, pointerIn } from './cues.js';

/** The most questions answered at once. */
export const MOST_PARTS = 3;
/** Longer messages are stories; they are read as a whole and sentence by sentence only. */
const LONGEST_CLAUSE = 400;

const QUESTION_WORD =
  '(?:what|how|why|where|who|which|when|is|are|am|do|does|did|can|could|should|would|will|has|tell me|i (?:also )?(?:wonder|want to know))';
/** Where a new question begins inside a sentence: "… and should I stop coffee". */
const CLAUSE = new RegExp(
  `(?:\\s*[,;:]\\s*(?:and\\s+|but\\s+|or\\s+|also\\s+|plus\\s+|then\\s+)*|\\s+(?:and|but|or|also|plus)\\s+(?:also\\s+|then\\s+|secondly\\s+|by the way\\s+|btw\\s+)*|\\s+(?:-|\u2013|\u2014)\\s+|\\s*[/&+]\\s*)(?=${QUESTION_WORD}\\b)`,
  'i',
);
/** What follows is another matter: the statement before it asked for something too. */
const ADDED = /^(?:also|another|plus|by the way|btw|secondly|and also|separately)\b/i;
/** "The difference between coffee and tea": one question about two things. */
const TOGETHER =
  /\b(?:differen\w*|differs?|between|versus|vs|compare\w*|same|link\w*|connect\w*|relat\w*|together|mix\w*|combin\w*|eat(?:ing)? (?:and|or) drink(?:ing)?)\b/i;
/** Two things named side by side: "coffee and smoking", "coffee or smoking". */
const PAIR =
  /^(.*?)\b([\p{L}\d'-]+(?:\s+[\p{L}\d'-]+)?)\s*(?:,\s*(?:and|or)\b|&|\+|\band\b|\bor\b|\bversus\b|\bvs\.?)\s*(?:the\s+|my\s+)?([\p{L}\d'-]+(?:\s+[\p{L}\d'-]+)?)\b(.*)$/iu;

/** "Smoking, caffeine": two names and nothing else. */
const LIST =
  /^()([\p{L}'-]+(?:\s+[\p{L}\d'-]+)?)\s*[,;/]\s*([\p{L}'-]+(?:\s+[\p{L}\d'-]+)?)()[?.!]*$/u;

/** The questions of a message, in order, when it plainly holds two or more; else the message alone. */
export function questionsOf(text: string): string[] {
  const clauses = sentencesOf(text).flatMap(clausesOf);
  const questions: string[] = [];
  let statement = '';
  for (const clause of clauses) {
    if (asks(clause)) {
      if (statement && ADDED.test(clause) && contentWords(wordsOf(statement)).length > 0) {
        questions.push(statement);
        statement = '';
      }
      questions.push(statement && needsSetting(clause) ? `${statement} ${clause}` : clause);
      statement = '';
    } else statement = `${statement} ${clause}`.trim();
  }
  return questions.length > 0 ? questions : [text];
}

function clausesOf(sentence: string): string[] {
  if (sentence.length > LONGEST_CLAUSE) return [sentence];
  return sentence
    .split(CLAUSE)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

/** "I smoke. Is that bad?": the question alone says too little. */
function needsSetting(question: string): boolean {
  const words = wordsOf(question);
  return contentWords(words).length === 0 || pointerIn(words) !== undefined;
}

/**
 * The two questions that "is coffee or smoking bad for bones?" may hold, the rest of the sentence
 * around each. Every way of reading the pair is proposed: one or two words on either side.
 */
export function pairsOf(text: string): [string, string][] {
  const words = text.trim().replace(/,?\s+or\s+(?:both|neither|either)\b/i, '');
  if (words.length > LONGEST_CLAUSE || TOGETHER.test(words)) return [];
  const match = PAIR.exec(words) ?? LIST.exec(words);
  if (!match) return [];
  const [, before = '', left = '', right = '', after = ''] = match;
  const pairs: [string, string][] = [];
  for (const first of tails(left)) {
    for (const second of heads(right)) {
      const frame = before + left.slice(0, left.length - first.length);
      const rest = right.slice(second.length) + after;
      pairs.push([`${frame}${first}${rest}`, `${frame}${second}${rest}`]);
    }
  }
  return pairs;
}

function tails(phrase: string): string[] {
  const last = phrase.split(/\s+/).at(-1) ?? phrase;
  return last === phrase ? [phrase] : [phrase, last];
}

function heads(phrase: string): string[] {
  const first = phrase.split(/\s+/)[0] ?? phrase;
  return first === phrase ? [phrase] : [phrase, first];
}
