// Runs one benchmark by name: npm run bench -- library|saving. Exit code 1 where a target is missed.
import { readdirSync } from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const [name = ''] = process.argv.slice(2);

if (names.includes(name)) {
  await import(`./${name}.ts`);
} else {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exitCode = 2;
}
