// A process that renames saved clips or deletes clips from the drives: what a person does in the window, without one.
import { Worker } from 'node:worker_threads';
import { systemClock } from '../../main/clock.ts';
import { openCore } from '../../main/core.ts';
import { fileSecrets } from '../../main/keychain/file.ts';
import { keychainSecrets } from '../../main/keychain/keytar.ts';
import { keychainService } from '../../main/keychain/service-name.ts';
import { takeOwnership } from '../../main/owner.ts';
import { findFolder } from '../../main/saving/index.ts';
import { openSettings } from '../../main/settings.ts';
import type { ClipKey, Result } from '../../preload/contract.ts';
import { silentLog } from '../main/blink/roles.ts';

export interface Chore {
  readonly profile: string;
  readonly clips: string;
  readonly url: string;
  readonly speed: number;
  /** Null: in the keychain. */
  readonly tokenFile: string | null;
  readonly todo: { readonly rename: string } | { readonly delete: readonly number[] };
}

const say = (event: object) => console.log(JSON.stringify(event));

async function work({ profile, clips, url, speed, tokenFile, todo }: Chore): Promise<void> {
  const ownership = given(takeOwnership(profile));
  const settings = await openSettings(profile, silentLog);
  const folder = await findFolder(clips);
  if (!folder) throw new Error(`${clips} is no clips folder`);
  const secrets = tokenFile
    ? fileSecrets(tokenFile)
    : keychainSecrets({ service: await keychainService(profile, url), clock: systemClock() });
  const core = given(
    await openCore({
      profile,
      settings,
      secrets,
      fetch,
      clock: systemClock(speed),
      random: Math.random,
      baseUrl: url,
      indexWorker: new Worker(new URL('../../main/library/index/worker.ts', import.meta.url)),
      versions: { app: '0.0.0', electron: 'none' },
      suggestedLine: null,
      log: silentLog,
      folder,
      pace: 'full',
    }),
  );
  const { saving, library, state } = core;
  if ('rename' in todo) {
    await core.startWithoutBlink();
    say({ event: 'begun' });
    if ((await library.renames.open()).length === 0) {
      await core.changeSettings({ names: { template: todo.rename, times: 'system' } });
      given(await saving.renaming.begin());
    }
    await saving.renaming.rested();
    say({ event: 'done', ...saving.renaming.state });
  } else {
    await core.start();
    say({ event: 'begun' });
    saving.deletions.start(todo.delete as readonly ClipKey[]); // as the index has them
    await new Promise<void>((resolve) => {
      const look = () => saving.deletions.shown()?.state !== 'running' && resolve();
      state.store.subscribe(look);
      look();
    });
    say({ event: 'done', ...saving.deletions.shown() });
  }
  await core.close();
  await settings.close();
  ownership.release();
}

function given<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  say({ event: 'problem', ...result.problem });
  process.exit(1);
}

await work(JSON.parse(process.argv[2] ?? ''));
