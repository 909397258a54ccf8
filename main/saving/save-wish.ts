// An item of the queue, as a lane sees it.
import type { Pair } from '../blink/index.ts';
import type { Item } from './item.ts';
import type { Incoming } from './receive.ts';
import type { Miss, Taken, Wish } from './wish.ts';

/** The queue's side of an item. */
export interface ItemKeeper {
  asking(item: Item, pair: Pair): Promise<boolean>;
  take(item: Item, incoming: Incoming, pair: Pair): Promise<Taken>;
  missed(item: Item, miss: Miss): Promise<void>;
}

export class SaveWish implements Wish {
  readonly #item: Item;
  readonly #keeper: ItemKeeper;

  constructor(item: Item, keeper: ItemKeeper) {
    this.#item = item;
    this.#keeper = keeper;
  }

  get key() {
    return this.#item.key;
  }
  get urgency() {
    return this.#item.urgent ? 'interactive' : 'bulk';
  }
  get earlierPair() {
    return this.#item.earlierPair;
  }
  asking(pair: Pair) {
    return this.#keeper.asking(this.#item, pair);
  }
  take(incoming: Incoming, pair: Pair) {
    return this.#keeper.take(this.#item, incoming, pair);
  }
  missed(miss: Miss) {
    return this.#keeper.missed(this.#item, miss);
  }
}
