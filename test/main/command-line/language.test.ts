import { expect, test } from 'vitest';
import { languageOf } from '../../../main/command-line/language.ts';

test.each([
  ['a locale as systems write it', { LANG: 'de_DE.UTF-8' }, 'de-DE'],
  ['the messages before the rest', { LANG: 'en_US.UTF-8', LC_MESSAGES: 'de_AT@euro' }, 'de-AT'],
  ['what overrides all', { LANG: 'de_DE.UTF-8', LC_MESSAGES: 'de_DE.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
  ['an empty variable, which says nothing', { LC_ALL: '', LANG: 'POSIX' }, 'en'],
  ['none at all', {}, Intl.DateTimeFormat().resolvedOptions().locale],
])('%s', (_story, env, language) => {
  expect(languageOf(env)).toBe(language);
});
