// Reads an MP4's index box: length, time of creation, and the first video track.

export interface Mp4Facts {
  /** Null: the file does not say. */
  readonly lengthMs: number | null;
  /** As shown; pixels. */
  readonly width: number;
  readonly height: number;
  /** Four characters, such as `avc1` or `hvc1`. */
  readonly codec: string;
  /** Unix ms; null: left empty, as most cameras do. */
  readonly createdAtMs: number | null;
}

/** MP4 counts seconds from 1904. */
const EPOCH_S = 2_082_844_800;

/** `moov`: the box without its header. Null where it holds no video track that can be read. */
export function movieFacts(moov: Uint8Array): Mp4Facts | null {
  const boxes = boxesIn(moov);
  const video = boxes
    .filter(({ type }) => type === 'trak')
    .map(videoTrack)
    .find((track) => track !== null);
  if (!video) return null;
  const header = find(boxes, 'mvhd');
  const times = header ? timesIn(header.body) : null;
  return { ...video, lengthMs: times?.lengthMs ?? null, createdAtMs: times?.createdAtMs ?? null };
}

interface Box {
  readonly type: string;
  readonly body: DataView;
}

/** The whole boxes in here; what follows a broken one is left out. */
function boxesIn(bytes: Uint8Array | DataView): readonly Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let offset = 0; offset + 8 <= view.byteLength; ) {
    const announced = view.getUint32(offset);
    const size = announced === 0 ? view.byteLength - offset : announced;
    // No box in here is so large that it would need a 64-bit size.
    if (size < 8 || offset + size > view.byteLength) break;
    const body = new DataView(view.buffer, view.byteOffset + offset + 8, size - 8);
    boxes.push({ type: fourCharacters(view, offset + 4), body });
    offset += size;
  }
  return boxes;
}

const find = (boxes: readonly Box[], type: string): Box | undefined => boxes.find((box) => box.type === type);

function descend(box: Box, path: readonly string[]): Box | undefined {
  return path.reduce<Box | undefined>((parent, type) => parent && find(boxesIn(parent.body), type), box);
}

function videoTrack(track: Box): Pick<Mp4Facts, 'width' | 'height' | 'codec'> | null {
  const handler = descend(track, ['mdia', 'hdlr'])?.body;
  if (!handler || handler.byteLength < 12 || fourCharacters(handler, 8) !== 'vide') return null;
  const samples = descend(track, ['mdia', 'minf', 'stbl', 'stsd'])?.body;
  // A count of entries, then the first entry's size and kind; a visual entry has its picture's size from byte 32 on.
  if (!samples || samples.byteLength < 8 + 36) return null;
  return { codec: fourCharacters(samples, 12), width: samples.getUint16(8 + 32), height: samples.getUint16(8 + 34) };
}

/** Version 1 of the box has 64-bit times. */
function timesIn(header: DataView): Pick<Mp4Facts, 'lengthMs' | 'createdAtMs'> | null {
  const isLong = header.byteLength > 0 && header.getUint8(0) === 1;
  if (header.byteLength < (isLong ? 32 : 20)) return null;
  const created = isLong ? Number(header.getBigUint64(4)) : header.getUint32(4);
  const scale = header.getUint32(isLong ? 20 : 12);
  const length = isLong ? Number(header.getBigUint64(24)) : header.getUint32(16);
  // A fragmented file has 0 here, one that was never finished all bits set.
  const isKnown = scale > 0 && length > 0 && length !== (isLong ? 2 ** 64 : 2 ** 32 - 1);
  return {
    lengthMs: isKnown ? Math.round((length / scale) * 1000) : null,
    createdAtMs: created > EPOCH_S && created < 2 ** 33 ? (created - EPOCH_S) * 1000 : null,
  };
}

const fourCharacters = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(offset + place)));
