// A camera's picture: the three shapes of its path (§3), and fetching it.
import type { NetworkId, Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';
import type { Rest } from './rest.ts';

const LONGEST_PICTURE_BYTES = 5_000_000;

interface Whose {
  readonly accountId: number;
  readonly networkId: NetworkId;
  readonly cameraId: number;
  readonly type: string;
}

/** The path on the tier host that `thumbnail` means; null where it means none. */
export function picturePath(thumbnail: string, whose: Whose): string | null {
  if (/^\d{6,13}$/.test(thumbnail)) {
    const { accountId, networkId, cameraId, type } = whose;
    const folder = `/api/v3/media/accounts/${accountId}/networks/${networkId}/${encodeURIComponent(type)}/${cameraId}`;
    return `${folder}/thumbnail/thumbnail.jpg?ts=${thumbnail}&ext=`;
  }
  if (!isPath(thumbnail)) return null;
  return thumbnail.endsWith('&ext=') || /\.\w{2,4}(\?|$)/.test(thumbnail) ? thumbnail : `${thumbnail}.jpg`;
}

/** A whole address, which is never taken from the wire, does not begin with one slash. */
const isPath = (text: string) => /^\/[^/\\]/.test(text);

/** Null: there is none. Rejects only with the reason of `signal`. */
export async function readCameraPicture(
  rest: Rest,
  path: string,
  signal?: AbortSignal,
): Promise<Result<Uint8Array | null>> {
  if (!isPath(path)) return succeeded(null);
  const ask = { method: 'GET', path: () => path, urgency: 'interactive', accept: '*/*', signal } as const;
  const answer = await rest.whole(ask, LONGEST_PICTURE_BYTES);
  if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
  if (answer.status === 404) return succeeded(null);
  const isJpeg = answer.content[0] === 0xff && answer.content[1] === 0xd8;
  if (answer.status === 200 && isJpeg) return succeeded(answer.content);
  return failed('unexpected-answer', { details: `camera picture: HTTP ${answer.status}, no JPEG` });
}
