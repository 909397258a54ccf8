// What is counted on many pages, in German.
import { formats } from './formats.ts';

export const clips = (total: number) => formats.plural(total, { one: '# Clip', other: '# Clips' });
