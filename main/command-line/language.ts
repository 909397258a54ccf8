// Which language a person at a terminal reads.

/**
 * A language tag such as `de-DE`, from the first of POSIX's variables that says something; where none does, as on
 * Windows, the system's own. `C` and `POSIX` are nobody's language: the words for them are English.
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  if (!locale) return Intl.DateTimeFormat().resolvedOptions().locale;
  const [tag = ''] = locale.split(/[.@]/); // de_DE.UTF-8, de_DE@euro
  return tag === 'C' || tag === 'POSIX' ? 'en' : tag.replace('_', '-');
}
