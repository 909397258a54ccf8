// What tests and the demo may set from outside. A release cannot be talked into it: the build leaves the code out.

/** Set by `build.mjs --release`, and by nothing at run time. Sources that run as they are, are no release. */
declare const __RELEASE__: boolean | undefined;
export const isRelease = typeof __RELEASE__ === 'boolean' && __RELEASE__;

export interface Environment {
  /** One address that stands for Blink's hosts; null: Blink's own. */
  readonly baseUrl: string | null;
  /** Divides every duration. */
  readonly speed: number;
  /** A token line or a bare refresh token (docs/blink-protocol.md §1.1). */
  readonly tokens: string | null;
  /** Holds the tokens instead of the keychain. */
  readonly tokenFile: string | null;
}

const none: Environment = { baseUrl: null, speed: 1, tokens: null, tokenFile: null };

/** Takes `CLIPTRAY_TOKENS` out of `env`, so that no child process inherits it. */
export const readEnvironment = (env: Record<string, string | undefined>): Environment =>
  isRelease ? none : readTestVariables(env);

function readTestVariables(env: Record<string, string | undefined>): Environment {
  const tokens = env.CLIPTRAY_TOKENS || null;
  delete env.CLIPTRAY_TOKENS;
  const speed = Number(env.CLIPTRAY_SPEED || 1);
  return {
    baseUrl: env.CLIPTRAY_BLINK_URL || null,
    speed: speed > 0 && Number.isFinite(speed) ? speed : 1,
    tokens,
    tokenFile: env.CLIPTRAY_TOKEN_FILE || null,
  };
}
