// A module's list of so many clips, for benchmarks: made row by row, so that making it takes no more memory than it has.

const cameras = ['Frontgate', 'Workshop', 'Hallway', 'Garage'];
const largestRow = 160;

export function manifest(clips: number, manifestId: number): Uint8Array<ArrayBuffer> {
  const text = new Uint8Array(clips * largestRow + largestRow);
  const encoder = new TextEncoder();
  let at = 0;
  const write = (piece: string) => {
    at += encoder.encodeInto(piece, text.subarray(at)).written;
  };
  write(`{"version":"1.0","manifest_id":"${manifestId}","clips":[`);
  for (let place = 0; place < clips; place++) {
    const recordedAt = new Date(Date.UTC(2024, 0, 1) + place * 30_000).toISOString().slice(0, 19);
    const row = {
      id: String(3_050_607_080 + place + manifestId),
      size: String(300 + ((place * 7919) % 2200)),
      camera_name: cameras[place % cameras.length],
      created_at: `${recordedAt}+00:00`,
    };
    write((place > 0 ? ',' : '') + JSON.stringify(row));
  }
  write(']}');
  return text.slice(0, at);
}
