/** Thumbs and counts in memory. */
import { dayOf, firstOfLast } from './days.js';
import type { Clock, TallyHome } from './homes.js';
import type { Ballot, Thumb, Vote } from './ports.js';
import { type Sum, type Tallied, totalsOf } from './totals.js';

interface DaySum extends Sum {
  day: string;
  guild: string;
}

interface CastVote extends Vote {
  day: string;
}

export function createMemoryTallies(clock: Clock): TallyHome {
  const sums = new Map<string, DaySum>();
  const ballots = new Map<string, CastVote>();
  const nameOf = ({ person, card }: Ballot) => JSON.stringify([person, card]);

  function add(day: string, guild = '', what: Tallied, topic = '', n = 1): void {
    const name = JSON.stringify([day, guild, what, topic]);
    const sum = sums.get(name) ?? { day, guild, what, topic, n: 0 };
    sum.n += n;
    if (sum.n > 0) sums.set(name, sum);
    else sums.delete(name);
  }

  function withdraw(ballot: Ballot): Thumb | undefined {
    const cast = ballots.get(nameOf(ballot));
    if (!cast) return undefined;
    add(cast.day, cast.guild, cast.value, cast.topic, -1);
    ballots.delete(nameOf(ballot));
    return cast.value;
  }

  /** Deletes the entries for which `test` holds. Returns how many. */
  function drop<T>(map: Map<string, T>, test: (value: T) => boolean): number {
    const doomed = [...map].filter(([, value]) => test(value));
    for (const [name] of doomed) map.delete(name);
    return doomed.length;
  }

  return {
    async vote(vote) {
      withdraw(vote);
      const day = dayOf(clock());
      add(day, vote.guild, vote.value, vote.topic);
      ballots.set(nameOf(vote), { ...vote, day });
    },
    async withdraw(ballot) {
      return withdraw(ballot);
    },
    async deletePerson(person) {
      const theirs = [...ballots.values()].filter((cast) => cast.person === person);
      for (const cast of theirs) withdraw(cast);
      return theirs.length;
    },
    async add({ what, topic, guild }) {
      add(dayOf(clock()), guild, what, topic);
    },
    async totals(guild, days) {
      const first = firstOfLast(days, clock());
      return totalsOf(
        [...sums.values()].filter(
          (sum) => sum.day >= first && (guild === undefined || sum.guild === guild),
        ),
      );
    },
    async deleteGuild(guild) {
      drop(sums, (sum) => sum.guild === guild);
      drop(ballots, (cast) => cast.guild === guild);
    },
    async deleteBefore(days) {
      return (
        drop(sums, ({ day }) => day < days.sums) + drop(ballots, ({ day }) => day < days.ballots)
      );
    },
  };
}
