/**
 * Keeps names out of any home: people, places and cards become HMACs, so that a copied file names nobody,
 * while whoever holds the secret (the running bot) still finds what belongs to a person.
 */
import { createHmac } from 'node:crypto';
import type { ContextHome, TallyHome } from './homes.js';

/** The same parts always give the same name; nothing can be read from it without the secret. */
export type Hide = (purpose: string, ...parts: string[]) => string;

/** HMAC-SHA256 in base64url, 43 characters. @param secret at least 32 random bytes. */
export function hider(secret: Uint8Array): Hide {
  return (...parts) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
}

/** The place is hidden together with the person: rows do not even show who talks in the same channel. */
export function keyedContexts(home: ContextHome, hide: Hide): ContextHome {
  const nameOf = (person: string) => hide('person', person);
  const keyOf = ({ person, place }: { person: string; place: string }) => ({
    person: nameOf(person),
    place: hide('place', person, place),
  });
  return {
    read: (key) => home.read(keyOf(key)),
    write: (key, context) => home.write(keyOf(key), context),
    delete: (key) => home.delete(keyOf(key)),
    deletePerson: (person) => home.deletePerson(nameOf(person)),
    deleteIdle: (until) => home.deleteIdle(until),
  };
}

/** A voter's name differs from the same person's name among the conversations: the two cannot be joined. */
export function keyedTallies(home: TallyHome, hide: Hide): TallyHome {
  const nameOf = (person: string) => hide('voter', person);
  const keyOf = ({ person, card }: { person: string; card: string }) => ({
    person: nameOf(person),
    card: hide('card', person, card),
  });
  return {
    ...home,
    vote: (vote) => home.vote({ ...vote, ...keyOf(vote) }),
    withdraw: (ballot) => home.withdraw(keyOf(ballot)),
    deletePerson: (person) => home.deletePerson(nameOf(person)),
  };
}
