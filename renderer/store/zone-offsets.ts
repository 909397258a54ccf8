// How far a time zone is from UTC at a moment, without asking Intl for every clip.

const weekS = 7 * 86_400;
/** Offsets are worked out for stretches of this many seconds, when a clip first falls into one. */
const stretchS = 53 * weekS;

export class ZoneOffsets {
  readonly #wallClock: Intl.DateTimeFormat;
  readonly #stretches = new Map<number, readonly Span[]>();
  /** Clips come in order, so the next one mostly lies in the same span. */
  #last: Span = { from: 0, until: 0, offsetS: 0 };

  /** `timeZone`: an IANA name; an unknown one is read as UTC. */
  constructor(timeZone: string) {
    this.#wallClock = wallClockOf(timeZone);
  }

  /** Seconds to add to a Unix time to get the wall clock. */
  at(unixS: number): number {
    if (unixS < this.#last.from || unixS >= this.#last.until) this.#last = this.#spanAt(unixS);
    return this.#last.offsetS;
  }

  #spanAt(unixS: number): Span {
    const stretch = Math.floor(unixS / stretchS);
    let spans = this.#stretches.get(stretch);
    if (!spans) {
      spans = this.#spansOf(stretch * stretchS);
      this.#stretches.set(stretch, spans);
    }
    return spans.find((span) => unixS < span.until) ?? this.#last;
  }

  /** Compares week by week: no zone changes its offset and back within one. */
  #spansOf(from: number): readonly Span[] {
    const spans: Span[] = [];
    let start = from;
    let offsetS = this.#ask(from);
    for (let week = from; week < from + stretchS; week += weekS) {
      const next = this.#ask(week + weekS);
      if (next === offsetS) continue;
      const change = this.#changeBetween(week, week + weekS, offsetS);
      spans.push({ from: start, until: change, offsetS });
      start = change;
      offsetS = next;
    }
    spans.push({ from: start, until: from + stretchS, offsetS });
    return spans;
  }

  #changeBetween(before: number, after: number, offsetS: number): number {
    let [low, high] = [before, after];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#ask(middle) === offsetS) low = middle;
      else high = middle;
    }
    return high;
  }

  #ask(unixS: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#wallClock.formatToParts(unixS * 1000)) part[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - unixS;
  }
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly offsetS: number;
}

function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
