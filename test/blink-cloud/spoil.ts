// Faults in a good answer: what comes instead of it, or how much of it.
import {
  type Answer,
  bytesOf,
  type Delivery,
  html,
  json,
  mediaNotFound,
  systemIsBusy,
  unauthorized,
  wholeDelivery,
} from './answer.ts';
import type { FaultKind } from './faults.ts';
import { between, oneOf, type Random, wholeBetween } from './random.ts';

export interface Spoilt {
  readonly answer: Answer;
  readonly delivery: Delivery;
}

const tinyBytes = 20;
const slowMs = { from: 12_000, to: 30_000 };

/** A good answer after a fault struck it. */
export function spoil(kind: FaultKind, answer: Answer, random: Random): Spoilt {
  const halfOf = (cutBy: Delivery['cutBy'], announced = true): Spoilt => ({
    answer,
    delivery: { ...wholeDelivery, announced, cutAfter: Math.floor(bytesOf(answer) / 2), cutBy },
  });
  const instead = (other: Answer): Spoilt => ({ answer: { ...other, clip: answer.clip }, delivery: wholeDelivery });
  switch (kind) {
    case 'notfound':
      return instead(mediaNotFound(404));
    case 'notfound200':
      return instead(mediaNotFound(200));
    case 'html':
      return instead(html(200, 'Please try again later'));
    case 'empty':
      return instead({ ...answer, body: [] });
    case 'tiny':
      return instead({ ...answer, body: [(answer.body[0] ?? new Uint8Array()).slice(0, tinyBytes)] });
    case 'truncate':
      return halfOf('close');
    case 'cut':
      return halfOf('end', false);
    case 'reset':
      return halfOf('reset');
    case 'stall':
      return halfOf('silence');
    case 'slow':
      return { answer, delivery: { ...wholeDelivery, takesMs: between(random, slowMs.from, slowMs.to) } };
    default:
      return { answer, delivery: wholeDelivery };
  }
}

/** Answers that come instead of doing what was asked; undefined: the fault is of another sort. */
export function refusal(kind: FaultKind | undefined, random: Random): Answer | undefined {
  switch (kind) {
    case '5xx': {
      const status = oneOf(random, [500, 502, 503, 504]);
      return status === 500 ? json({ message: 'Internal Server Error' }, status) : html(status, 'Bad Gateway');
    }
    case '429': {
      const after = random() < 0.5 ? { 'retry-after': String(wholeBetween(random, 60, 600)) } : {};
      return json({ message: 'Too many requests' }, 429, after);
    }
    case 'busy':
      return systemIsBusy();
    case '401':
      return unauthorized();
    case '403':
      return json({ message: 'Forbidden' }, 403);
    case '406':
      return json({ message: 'Not Acceptable' }, 406);
    case '426':
      return json({ message: 'An app update is required', code: 105 }, 426);
    default:
      return undefined;
  }
}
