// Whether bytes are a JPEG: pictures come from the window and from the cloud, and are believed only so far.

/** By its first marker; whoever draws it judges the rest. */
export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
