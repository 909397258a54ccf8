const minuteMs = 60_000;

/** The most of these moments (Unix ms) that any minute holds. */
export const busiestMinute = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + minuteMs).length));
