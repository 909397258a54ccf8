// The same core without a window: what `cliptray` followed by a word does.
import { homedir } from 'node:os';
import { Worker } from 'node:worker_threads';
import packageFile from '../package.json' with { type: 'json' };
import { messagesFor } from '../renderer/messages/index.ts';
import { loopbackOrigin } from './blink/index.ts';
import { systemClock } from './clock.ts';
import { type Arguments, readArguments, wantsHelp } from './command-line/arguments.ts';
import { changeQueue } from './command-line/change-queue.ts';
import { type ExitCode, endWith, exitCodes } from './command-line/exit-code.ts';
import { forget } from './command-line/forget.ts';
import { importFrom } from './command-line/import.ts';
import { languageOf } from './command-line/language.ts';
import { list } from './command-line/list.ts';
import { type Output, outputTo } from './command-line/output.ts';
import { showQueue } from './command-line/queue.ts';
import type { QueueWish } from './command-line/queue-wish.ts';
import { save } from './command-line/save.ts';
import { openSession, signIn, signOut } from './command-line/signing-in.ts';
import { status } from './command-line/status.ts';
import { usageOf } from './command-line/usage.ts';
import { verify } from './command-line/verify.ts';
import { openCore } from './core.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { forgetIfMarked } from './forget.ts';
import { fileSecrets } from './keychain/file.ts';
import type { SecretStore } from './keychain/index.ts';
import { keychainSecrets } from './keychain/keytar.ts';
import { keychainService } from './keychain/service-name.ts';
import { type Library, openLibrary } from './library/index.ts';
import { openLog } from './log.ts';
import { takeOwnership } from './owner.ts';
import { problem } from './problem.ts';
import { makeProfile, profilePath } from './profile.ts';
import { chooseFolder, findFolder } from './saving/index.ts';
import { openSettings, type SettingsFile } from './settings.ts';

const indexWorker = () => new Worker(new URL('./library/index/worker.ts', import.meta.url));
const messages = messagesFor(languageOf(process.env));
const words = messages.commandLine;

async function run(argv: readonly string[]): Promise<ExitCode> {
  const environment = readEnvironment(process.env);
  if (wantsHelp(argv)) {
    process.stdout.write(`${usageOf(words)}\n`);
    return exitCodes.done;
  }
  const args = readArguments(argv, Date.now(), words);
  if (typeof args === 'string') {
    process.stderr.write(`${args}\n\n${argv.length === 0 ? usageOf(words) : words.usage.seeHelp}\n`);
    return exitCodes.usage;
  }
  if (environment.baseUrl !== null && loopbackOrigin(environment.baseUrl) === null) {
    process.stderr.write(`${words.wrong.cloudAddress(environment.baseUrl)}\n`);
    return exitCodes.usage;
  }
  const output = outputTo({ out: process.stdout, err: process.stderr, words: messages }, args.json);
  const profile = profilePath(args.profile, {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    cwd: process.cwd(),
  });
  await makeProfile(profile);
  await forgetIfMarked(profile);
  const settings = await openSettings(profile, openLog(profile));
  switch (args.command) {
    case 'status':
    case 'list':
    case 'verify':
    case 'queue':
      return withLibrary(profile, settings, args, output);
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'retry':
    case 'move':
    case 'dismiss':
    case 'hours':
      return asOwner(profile, words.keepsQueue, output, () => withLibrary(profile, settings, args, output));
    case 'sign-in':
    case 'sign-out':
    case 'save':
    case 'import':
    case 'forget':
      return asOwner(profile, words.alreadyRunning, output, () =>
        withCore(profile, settings, environment, args, output),
      );
  }
}

/** Nobody else may save with this profile meanwhile; from before the keychain is read. `refusal`: somebody does. */
async function asOwner(
  profile: string,
  refusal: string,
  output: Output,
  work: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const ownership = takeOwnership(profile);
  if (!ownership.ok) {
    output.event({ event: 'problem', ...ownership.problem });
    output.warn(refusal);
    return exitCodes.alreadyRunning;
  }
  try {
    return await work();
  } finally {
    ownership.value.release();
    await forgetIfMarked(profile);
  }
}

/** Index, settings and folder, without keychain and network: what only reads does so beside a running app too. */
async function withLibrary(
  profile: string,
  settings: SettingsFile,
  args: Arguments,
  output: Output,
): Promise<ExitCode> {
  const log = openLog(profile);
  const opened = await openLibrary({
    profile,
    clock: systemClock(),
    worker: indexWorker(),
    log,
  });
  if (!opened.ok) return endWith(opened.problem, output);
  const { library } = opened.value;
  try {
    const { folder } = settings.current();
    const accountId = await library.lastAccount();
    await library.useAccount(accountId);
    if (args.wish !== null) return await change(library, accountId, settings, args.wish, output);
    if (args.command === 'queue')
      return await showQueue({ library, savingHours: settings.current().savingHours, nowMs: Date.now() }, output);
    if (args.command === 'list') return await list(library, args.choice, output);
    if (args.command === 'status') return await status(library, accountId, settings.current(), output);
    const chosen = args.to === null ? folder : await findFolder(args.to);
    if (chosen) return await verify(library, chosen, output);
    if (args.to === null) output.warn(words.noFolder);
    else output.problem(problem('folder-missing', { subject: args.to }));
    return exitCodes.folder;
  } finally {
    await library.close();
  }
}

/** As the profile's owner. */
async function change(
  library: Library,
  accountId: number | null,
  settings: SettingsFile,
  wish: QueueWish,
  output: Output,
): Promise<ExitCode> {
  if (accountId === null && wish.kind !== 'hours') {
    output.warn(words.neverSignedIn);
    return exitCodes.signIn;
  }
  library.queue.stopTrying(); // who waits at a terminal is told that the disk refuses
  return changeQueue({ library, settings, nowMs: Date.now() }, wish, output);
}

/** What asks Blink; as the profile's owner. */
async function withCore(
  profile: string,
  settings: SettingsFile,
  environment: Environment,
  args: Arguments,
  output: Output,
): Promise<ExitCode> {
  const folder = args.command === 'save' || args.command === 'import' ? await folderFor(args, settings) : null;
  if (folder && !folder.ok) {
    if (args.to === null) output.warn(words.noFolder);
    else output.problem(folder.problem);
    return exitCodes.folder;
  }
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const { secrets, line } = await secretsFor(profile, environment, output);
  const clock = systemClock(environment.speed);
  const opened = await openCore({
    profile,
    settings,
    secrets,
    fetch,
    clock,
    random: Math.random,
    baseUrl: environment.baseUrl,
    indexWorker: indexWorker(),
    versions: { app: packageFile.version, electron: 'none' },
    suggestedLine: null,
    log: openLog(profile),
    ...(args.pace && { pace: args.pace }),
    ...(args.quietHours && { savingHours: args.quietHours }),
    ...(folder && { folder: folder.value }),
  });
  if (!opened.ok) return endWith(opened.problem, output);
  const core = opened.value;
  try {
    if (args.command === 'sign-in') return await signIn(core, output);
    if (args.command === 'sign-out') return await signOut(core, output);
    if (args.command === 'forget') return await forget(core, output);
    if (args.command === 'import') return await importFrom(core, args.source, output, interrupted.signal);
    const signedIn = await openSession(core, line, output);
    if (signedIn !== exitCodes.done || !folder) return signedIn;
    const { leftOutCameras } = settings.current();
    return await save({ core, clock, folder: folder.value, leftOutCameras, output }, args, interrupted.signal);
  } finally {
    process.removeListener('SIGINT', interrupt);
    await core.close();
    await settings.close();
  }
}

const folderFor = async (args: Arguments, settings: SettingsFile) => {
  if (args.to !== null) return chooseFolder(args.to);
  const { folder } = settings.current();
  return folder ? { ok: true as const, value: folder } : { ok: false as const, problem: problem('folder-missing') };
};

/** A test's token file with the line that it has not seen yet, or the keychain. */
async function secretsFor(
  profile: string,
  { baseUrl, tokens, tokenFile }: Environment,
  output: Output,
): Promise<{ secrets: SecretStore; line: string | null }> {
  if (tokenFile === null) {
    if (tokens !== null) output.warn(words.tokensNeedFile);
    return {
      secrets: keychainSecrets({ service: await keychainService(profile, baseUrl), clock: systemClock() }),
      line: null,
    };
  }
  output.warn(words.tokensInFile);
  const secrets = fileSecrets(tokenFile);
  const isNew = tokens !== null && (await secrets.isNewLine(tokens));
  if (isNew) secrets.rememberLine(tokens);
  return { secrets, line: isNew ? tokens : null };
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 70;
  },
);
