// Clips that stream from the cloud while their module already uploads the next one.
import type { LaneState } from '../../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress } from '../../blink/index.ts';
import type { FoundClip } from './await-upload.ts';
import type { CloudCopy, Wish } from './wish.ts';

export interface ArrivalParts {
  readonly cloud: BlinkCloud;
  readonly module: ModuleAddress;
  /** What is still streaming is cut. */
  readonly cut: AbortSignal;
  /** No copy in the cloud was any good: a pair may have meant something else. */
  readonly onSpoilt: () => void;
  /** What is broken; the wish has not been answered. */
  readonly onUpset: (error: unknown, wish: Wish) => Promise<void>;
  /** A body has ended: there is room for another one. */
  readonly onEnd: () => void;
  readonly onChange: () => void;
}

/** More at once only lets uploaded copies grow old in the cloud. */
const bodiesAtOnce = 4;
/** How often one uploaded copy is fetched before the module is asked again. */
const fetchesPerCopy = 3;

export class Arrivals {
  readonly #parts: ArrivalParts;
  readonly #bodies = new Set<Promise<void>>();
  /** With the part that has come, 0–1; null: the length is unknown. */
  readonly #arriving = new Map<Wish, number | null>();

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
  }

  get isFull(): boolean {
    return this.#bodies.size >= bodiesAtOnce;
  }

  shown(): LaneState['arriving'] {
    return [...this.#arriving].map(([{ key }, part]) => ({ key, part }));
  }

  /** Streams on by itself. */
  begin(wish: Wish, copy: CloudCopy, clip: FoundClip): void {
    const received = this.#receive(wish, copy, clip).catch((error: unknown) => this.#parts.onUpset(error, wish));
    const arrival = received.finally(() => {
      this.#bodies.delete(arrival);
      this.#arriving.delete(wish);
      this.#parts.onEnd();
      this.#parts.onChange();
    });
    this.#bodies.add(arrival);
    this.#arriving.set(wish, null);
  }

  async ended(): Promise<void> {
    await Promise.all(this.#bodies);
  }

  async #receive(wish: Wish, copy: CloudCopy, first: FoundClip): Promise<void> {
    const { cloud, module, cut, onSpoilt } = this.#parts;
    for (let clip = first, fetches = 1; ; fetches++) {
      const taken = await wish.take(this.#watched(wish, clip), copy);
      if (taken !== 'again') return;
      if (fetches === fetchesPerCopy) break;
      const again = await cloud.fetchClip(module, copy.pair, wish.urgency, cut);
      if (again.kind === 'problem') return wish.missed({ kind: 'later' }); // the copy may still be good
      if (again.kind !== 'clip') break;
      clip = again;
    }
    onSpoilt();
    await wish.missed({ kind: 'spoilt' });
  }

  /** The same body, while the part that has come is shown. */
  #watched(wish: Wish, { body, length }: FoundClip): FoundClip {
    let bytes = 0;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength;
        this.#arriving.set(wish, length ? bytes / length : null);
        this.#parts.onChange();
        controller.enqueue(chunk);
      },
    });
    return { kind: 'clip', body: body.pipeThrough(count), length };
  }
}
