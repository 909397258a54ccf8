// Text as it is compared: lower case, without accents, so that "tuer", "tur" and "Tür" find each other.

const germanVowels: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Without accents. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** Whether a name contains every one of these folded words, spelled either way. */
export function holdsWords(name: string, words: readonly string[]): boolean {
  const spelled = fold(name.toLowerCase().replace(/[äöü]/g, (vowel) => germanVowels[vowel] ?? vowel));
  const plain = fold(name);
  return words.every((word) => plain.includes(word) || spelled.includes(word));
}
