// Main's end of the index's worker: calls go out in order, each answer's change is taken over before it resolves.
import type { Worker } from 'node:worker_threads';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { IndexFailure } from './index-failure.ts';
import type { Answer, CallName, Change, IndexCalls } from './protocol.ts';

export interface LinkEffects {
  readonly clock: Clock;
  readonly onChange: (change: Change) => void;
  readonly log: Pick<Log, 'warn'>;
}

type Outcome = (answer: Answer | Error) => void;

export class IndexLink {
  readonly #worker: Worker;
  readonly #effects: LinkEffects;
  readonly #open = new Map<number, Outcome>();
  #lastId = 0;
  #ended: Error | null = null;

  constructor(worker: Worker, effects: LinkEffects) {
    this.#effects = effects;
    this.#worker = worker;
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => {
      effects.log.warn('the index worker failed', error);
      this.#end(error);
    });
    this.#worker.on('exit', () => this.#end(new Error('the index worker has ended')));
  }

  /** Rejects only for bugs, and where the worker or its disk failed. `transfer`: buffers that the worker gets for good. */
  call<Name extends CallName>(
    name: Name,
    args: Parameters<IndexCalls[Name]>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<ReturnType<IndexCalls[Name]>> {
    const answered = new Promise<ReturnType<IndexCalls[Name]>>((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      const id = ++this.#lastId;
      this.#worker.postMessage({ id, name, args }, transfer);
      this.#open.set(id, (answer) => {
        if (answer instanceof Error) reject(answer);
        else if ('error' in answer.outcome) reject(new IndexFailure(name, answer.outcome.error, answer.outcome.cause));
        // The worker's side of the same protocol typed the value by the name.
        else resolve(answer.outcome.value as ReturnType<IndexCalls[Name]>);
      });
    });
    return this.#effects.clock.busy(answered);
  }

  /** What was called before is done; the thread is gone when this resolves. */
  async close(): Promise<void> {
    if (this.#ended) return;
    try {
      await this.call('close', []);
    } finally {
      await this.#worker.terminate();
    }
  }

  #take(answer: Answer): void {
    for (const line of answer.remarks) this.#effects.log.warn(line);
    if (answer.change) this.#effects.onChange(answer.change);
    this.#open.get(answer.id)?.(answer);
    this.#open.delete(answer.id);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const outcome of this.#open.values()) outcome(this.#ended);
    this.#open.clear();
  }
}
