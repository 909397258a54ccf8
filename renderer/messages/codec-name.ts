// How people call a video's format, in every language.

const names: Readonly<Record<string, string>> = {
  avc1: 'H.264',
  avc3: 'H.264',
  hvc1: 'H.265',
  hev1: 'H.265',
  av01: 'AV1',
};

/** `codec` comes by its name in the MP4 file. */
export const codecName = (codec: string): string => names[codec] ?? codec;
