// `npm run blink-cloud`: serves a simulated cloud on this computer until it is told to end.
import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock } from './clock.ts';
import { readCommandLine, UsageError, usage } from './command-line.ts';
import { serveCloud } from './http-server.ts';
import { createBlinkCloud, seededRandom } from './index.ts';
import { TruthFile } from './truth-file.ts';

/** A recording later than this is looked for again: timers end at 24 days. */
const longestSleepMs = 3_600_000;

async function main(words: readonly string[]): Promise<void> {
  const { port, seed, speed, log, cloud: options } = readCommandLine(words);
  const ended = new AbortController();
  process.once('SIGTERM', () => ended.abort());
  process.once('SIGINT', () => ended.abort());

  const clock = realClock(speed);
  const logged = log === undefined ? undefined : createWriteStream(log);
  const cloud = createBlinkCloud({
    ...options,
    clock,
    random: seededRandom(seed),
    onRequest: (entry) => logged?.write(`${JSON.stringify(entry)}\n`),
    onTruth: () => void truth.write(),
  });
  const truthPath = join(await mkdtemp(join(tmpdir(), 'blink-cloud-')), 'truth.json');
  const truth = new TruthFile(truthPath, () => cloud.truth());
  await truth.write();
  const server = await serveCloud(cloud, port, () => truth.write());

  const { accountId, networks } = cloud;
  const { refreshToken, accessToken } = cloud.tokens;
  console.log(JSON.stringify({ url: server.url, refreshToken, accessToken, accountId, networks, truth: truthPath }));

  while (!ended.signal.aborted) {
    const nextMs = cloud.advance() ?? Number.POSITIVE_INFINITY;
    await clock.sleep(Math.min(Math.max(nextMs - clock.now(), 0), longestSleepMs), ended.signal).catch(() => undefined);
  }
  await server.close();
  await truth.write();
  logged?.end();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  } else {
    throw error;
  }
});
