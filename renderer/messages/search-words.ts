// The words by which people name days and times of day, for one language; folded: lower case, without accents.

/** Hours of the wall clock, 0–24; `from` after `until` runs over midnight. */
export interface HourRange {
  readonly from: number;
  readonly until: number;
}

export interface SearchWords {
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  /** January first; the beginning of a name, three letters or more, counts as well. */
  readonly months: readonly string[];
  /** Sunday first. */
  readonly weekdays: readonly string[];
  readonly partsOfDay: Readonly<Record<string, HourRange>>;
  /** Between two days that are a range; dashes count in every language. */
  readonly to: readonly string[];
}
