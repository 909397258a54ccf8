// Runs one benchmark by name: npm run bench -- library|window|saving|memory. Exit code 1 where a target is missed.
const names = ['library', 'window', 'saving', 'memory'];
const [name = ''] = process.argv.slice(2);

if (names.includes(name)) {
  await import(`./${name}.ts`);
} else {
  console.error(`usage: npm run bench -- ${names.join('|')}`);
  process.exitCode = 2;
}
