// Which requests go wrong, and how: reads `KIND[@where][#NTH]:P,…` and draws.
import type { Random } from './random.ts';

/** What a request is for; also the word for it in the log. */
export const faultRoutes = ['token', 'home', 'manifest', 'post', 'poll', 'get', 'delete', 'status'] as const;
type FaultRoute = (typeof faultRoutes)[number];

/** Where a module is asked to begin something. */
export const startingRoutes: readonly string[] = ['manifest', 'post', 'delete'] satisfies FaultRoute[];
const restRoutes = null;
/** Where each kind strikes unless `@where` says otherwise; null: any REST request, never the token endpoint. */
const strikesAt = {
  busy: ['manifest', 'post', 'delete'],
  fail: ['manifest', 'post', 'delete'],
  late: ['post'],
  notfound: ['get'],
  notfound200: ['get'],
  truncate: ['get'],
  cut: ['get'],
  tiny: ['get'],
  empty: ['get'],
  html: ['get'],
  slow: ['get'],
  stall: ['get'],
  reset: restRoutes,
  '5xx': restRoutes,
  '401': restRoutes,
  '403': restRoutes,
  '406': restRoutes,
  '426': restRoutes,
  '429': restRoutes,
  offline: restRoutes,
  expire: restRoutes,
  renumber: ['manifest'],
  permute: ['manifest'],
  blank: ['manifest'],
  huge: ['manifest'],
  badrow: ['manifest'],
} as const satisfies Record<string, readonly FaultRoute[] | null>;

export type FaultKind = keyof typeof strikesAt;
export const faultKinds: readonly string[] = Object.keys(strikesAt);
/** Instead of an answer, or on the way of it. */
export const requestFaults: readonly FaultKind[] = [
  'reset',
  '5xx',
  '401',
  '403',
  '406',
  '426',
  '429',
  'offline',
  'expire',
];
/** In place of what a good answer would have carried; a clip is struck once by each. */
export const answerFaults: readonly FaultKind[] = [
  'notfound',
  'notfound200',
  'truncate',
  'cut',
  'tiny',
  'empty',
  'html',
  'slow',
  'stall',
];
/** These strike the module's work, and nothing else. */
const moduleFaults: readonly FaultKind[] = ['fail', 'late', 'renumber', 'permute', 'blank', 'huge', 'badrow'];

interface Rule {
  readonly kind: FaultKind;
  readonly where: FaultRoute | null;
  readonly nth: number | null;
  readonly probability: number;
  /** Strikes the same clip more than once. */
  readonly repeats: boolean;
  seen: number;
  readonly struck: Set<string>;
}

/** The rules, or what is wrong with the text in words for the command line. */
export function parseFaults(text: string, repeats = false): readonly Rule[] | string {
  const rules: Rule[] = [];
  for (const part of text.split(',').filter((part) => part !== '')) {
    const match = /^([a-z0-9]+)(?:@([a-z]+))?(?:#(\d+))?(?::([\d.]+))?$/.exec(part);
    if (!match) return `"${part}" is not KIND[@where][#NTH]:P`;
    const [, kind = '', where, nth, probability] = match;
    if (!isKind(kind)) return `"${kind}" is not a fault; there are ${faultKinds.join(' ')}`;
    if (where !== undefined && !isRoute(where)) return `"${where}" is no place; there are ${faultRoutes.join(' ')}`;
    if (where !== undefined && moduleFaults.includes(kind) && !strikesAt[kind]?.some((place) => place === where)) {
      return `"${kind}" strikes only ${strikesAt[kind]?.join(' ')}`;
    }
    if (probability === undefined && nth === undefined) return `"${part}" says no probability, such as ${part}:0.1`;
    const chance = Number(probability ?? 1);
    if (!(chance >= 0 && chance <= 1)) return `"${part}": a probability is from 0 to 1`;
    rules.push({
      kind,
      where: where ?? null,
      nth: nth === undefined ? null : Number(nth),
      probability: chance,
      repeats,
      seen: 0,
      struck: new Set(),
    });
  }
  return rules;
}

export class Faults {
  readonly #random: Random;
  #rules: readonly Rule[];

  constructor(rules: readonly Rule[], random: Random) {
    this.#rules = rules;
    this.#random = random;
  }

  /** Whether such a thing may happen at all: what it would take to make it so can be saved otherwise. */
  has(kind: FaultKind): boolean {
    return this.#rules.some((rule) => rule.kind === kind);
  }

  add(rules: readonly Rule[]): void {
    this.#rules = [...this.#rules, ...rules];
  }

  /** Draws for one event: the first of `kinds` that strikes. `clip` names what it is about, by its hash. */
  draw<Kind extends FaultKind>(kinds: readonly Kind[], route: string, clip?: string): Kind | undefined {
    let struck: Kind | undefined;
    for (const rule of this.#rules) {
      const kind = kinds.find((kind) => kind === rule.kind);
      if (kind === undefined || !concerns(rule, route)) continue;
      rule.seen++;
      if (struck || (rule.nth !== null && rule.nth !== rule.seen)) continue;
      if (clip !== undefined && !rule.repeats && rule.struck.has(clip)) continue;
      if (this.#random() >= rule.probability) continue;
      if (clip !== undefined) rule.struck.add(clip);
      struck = kind;
    }
    return struck;
  }
}

function concerns(rule: Rule, route: string): boolean {
  if (rule.where !== null) return rule.where === route;
  const places: readonly string[] | null = strikesAt[rule.kind];
  return places === null ? route !== 'token' : places.includes(route);
}

const isKind = (text: string): text is FaultKind => Object.hasOwn(strikesAt, text);
const isRoute = (text: string): text is FaultRoute => faultRoutes.some((route) => route === text);
