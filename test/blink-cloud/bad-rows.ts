// Rows of a manifest that nobody can read: a field is missing, or holds what it never should.
import { oneOf, type Random } from './random.ts';

const fields = ['id', 'size', 'camera_name', 'created_at'] as const;
const wrongValues: Readonly<Record<(typeof fields)[number], readonly unknown[]>> = {
  id: ['', 'none', -1, null],
  size: ['', 'big', -1, null],
  camera_name: [17, null, {}],
  created_at: ['', 'yesterday', '2026-13-45T99:00:00+00:00', null],
};

/** `isBad` is asked once for each row; answers undefined where none is. */
export function withBadRows(listing: Uint8Array, isBad: () => boolean, random: Random): Uint8Array | undefined {
  // The cloud's own list, as `Drive` writes it.
  const manifest = JSON.parse(new TextDecoder().decode(listing)) as { readonly clips: readonly object[] };
  let found = false;
  const clips = manifest.clips.map((row) => {
    if (!isBad()) return row;
    found = true;
    return badRow(row, random);
  });
  return found ? new TextEncoder().encode(JSON.stringify({ ...manifest, clips })) : undefined;
}

function badRow(row: object, random: Random): object {
  const field = oneOf(random, fields);
  // JSON leaves out what is undefined.
  return { ...row, [field]: random() < 0.5 ? undefined : oneOf(random, wrongValues[field]) };
}
