/** Is this a question to whoever knows? For messages that nobody addressed to the bot. */

const ASKING =
  /^(?:(?:hi|hello|hey|ok|okay|so|and|but|also|please|quick question|question)[\s,:!.-]+)*(?:who|what|whats|when|where|why|how|which|is|are|am|can|could|do|does|did|should|would|will|has|have|may|might|any|anyone|anybody|does anyone)\b/i;
const WONDERING =
  /\b(?:does any(?:one|body)|any(?:one|body) (?:know|have|tried|else)|any (?:advice|tips|ideas|suggestions)|wonder(?:ing)? (?:if|whether|what|how|why)|i(?:'d| would) like to know|can some(?:one|body)|please (?:explain|help)|not sure (?:if|whether|what|how))\b/i;
/** "Did you take it?", "is your cup empty?": said to one who is talking. "Can you …" and "good for your …" are not. */
const TO_SOMEBODY =
  /\b(?:(?:did|have|are|were|will) (?:you|u)|(?:do|would) (?:you|u) (?:feel|have|like|live|mean|need|still|take|want|work)|(?:is|are|was|were|does|did|how'?s|what'?s) (?:your|ur))\b/i;

const FEWEST_WORDS = 3;

export function looksLikeQuestion(text: string): boolean {
  const words = text.trim();
  if (words.split(/\s+/).length < FEWEST_WORDS) return false;
  if (TO_SOMEBODY.test(words)) return false;
  return words.split(/(?<=[.!?\n])\s+/).some((sentence) => {
    return sentence.trimEnd().endsWith('?') || ASKING.test(sentence) || WONDERING.test(sentence);
  });
}
