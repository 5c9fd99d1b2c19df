/** The named sets of patterns that the grammar looks for: the pack's lists, contexts, rules and words. */
import type { SafetyData, SafetyRule, UrgentTopicData } from '../content/schema-safety.js';
import { contextSets } from './context.js';

export type SafetyTopic = { id: string } & UrgentTopicData;

export const OLDER = 'older person';
export const softSet = (id: string) => `soft flag ${id}`;
export const riskSet = (id: string) => `product risk ${id}`;
/** Built once for each rule, as building them anew for every message costs more than the look-up. */
const setNames = new WeakMap<SafetyRule, { sign: string; unless: string; with: string[] }>();

export function namesOf(topic: string, rule: SafetyRule) {
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

export function setsOf(
  safety: SafetyData,
  topics: readonly SafetyTopic[],
): Map<string, readonly string[]> {
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
