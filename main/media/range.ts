// Which bytes of a file a `Range` header asks for (RFC 9110 §14).

export type ByteRange =
  | { readonly kind: 'whole' }
  /** Both inclusive. */
  | { readonly kind: 'part'; readonly first: number; readonly last: number }
  | { readonly kind: 'unsatisfiable' };

/** A header that is not understood, or asks for several ranges, counts as none: the RFC allows to answer in whole. */
export function byteRange(header: string | null, size: number): ByteRange {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/i.exec(header?.trim() ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return { kind: 'whole' };
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return { kind: 'whole' };
  return first > last ? { kind: 'unsatisfiable' } : { kind: 'part', first, last };
}
