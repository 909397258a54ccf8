// What is counted on many pages, in English.
import { formats } from './formats.ts';

export const clips = (total: number) => formats.plural(total, { one: '# clip', other: '# clips' });
