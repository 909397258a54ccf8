// What a run shows at its end: a short table for people, and the same as a line of JSON.
import type { LogEntry } from '../blink-cloud/index.ts';
import type { Losses } from './compare.ts';
import type { FetchedTwice } from './fetched-twice.ts';
import type { Kill } from './stage.ts';
import type { Spell } from './weather.ts';

export interface Report {
  readonly seed: number;
  readonly clips: number;
  readonly by: 'command line' | 'app';
  readonly seconds: number;
  readonly requests: number;
  /** By kind, as the cloud's log has them. */
  readonly faults: Readonly<Record<string, number>>;
  readonly spells: Readonly<Record<string, number>>;
  /** By stage and state. */
  readonly kills: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly folders: Readonly<Record<string, Omit<Losses, 'differences'>>>;
  readonly fetchedTwice: Omit<FetchedTwice, 'unexplained'> & { readonly unexplained: number };
  readonly signIns: { readonly byItself: number; readonly refreshes: number; readonly refused: number };
  readonly imported: number;
  readonly deleted: number;
  readonly deletionsKept: number;
  readonly differences: readonly string[];
}

export const faultsIn = (log: readonly LogEntry[]): Readonly<Record<string, number>> =>
  counted(log.flatMap(({ fault }) => fault?.split('+') ?? []));

export const spellsIn = (spells: readonly Spell[]): Readonly<Record<string, number>> =>
  counted(spells.map(({ kind }) => kind));

export function killsIn(kills: readonly Kill[]): Report['kills'] {
  const stages = Map.groupBy(kills, ({ stage }) => stage);
  return Object.fromEntries([...stages].map(([stage, kills]) => [stage, counted(kills.map(({ state }) => state))]));
}

/** Sign-ins are pages or codes; a refused refresh is a token used twice. */
export function signInsIn(log: readonly LogEntry[]): Report['signIns'] {
  const tokens = log.filter(({ route }) => route === 'token');
  return {
    byItself: log.filter(({ route }) => route === 'authorize' || route === 'sign-in-page').length,
    refreshes: tokens.filter(({ status }) => status === 200).length,
    refused: tokens.filter(({ status, fault }) => status === 400 && fault === undefined).length,
  };
}

export function table(report: Report): readonly string[] {
  const line = (name: string, value: string) => `  ${name.padEnd(24)}${value}`;
  const list = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ') || 'none';
  const { fetchedTwice: twice, signIns } = report;
  return [
    `${report.clips} clips, seed ${report.seed}, ${report.by}: ${report.seconds} s, ${report.requests} requests`,
    line('faults', list(report.faults)),
    line('cuts and chokes', list(report.spells)),
    ...Object.entries(report.kills).map(([stage, states]) => line(`killed while ${stage}`, list(states))),
    ...Object.entries(report.folders).map(([folder, { equal, ...losses }]) =>
      line(folder, `${equal} equal the truth, ${list(losses)}`),
    ),
    line(
      'fetched again',
      `${twice.pairChanged} with another pair, ${twice.killed} killed on their way, ${twice.cutOff} cut off, ${twice.unexplained} without need`,
    ),
    line('sign-ins', `${signIns.byItself} by itself, ${signIns.refreshes} refreshes, ${signIns.refused} refused`),
    line('imported, deleted', `${report.imported}, ${report.deleted} (${report.deletionsKept} asked for and kept)`),
    ...(report.differences.length === 0 ? ['  nothing differs'] : report.differences.map((found) => `  ✗ ${found}`)),
  ];
}

const counted = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length]));
