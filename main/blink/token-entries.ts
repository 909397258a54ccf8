// The two entries of the secret store: the sign-in with its refresh token, and the access token got by it.
import { tierPattern } from './hosts.ts';
import { z } from './schema.ts';

// Windows refuses longer entries.
const LONGEST_ENTRY_BYTES = 2_500;

const signInSchema = z.object({
  /** Made at each sign-in: an access token of another one is not used. */
  id: z.string(),
  /** Null: that sign-in is over. What is left is the installation's hardware id (§2.5). */
  refreshToken: z.string().nullable(),
  /** Who ended it: a person who signed out is not asked to sign in again. */
  endedBy: z.enum(['blink', 'person']).optional(),
  clientId: z.string(),
  hardwareId: z.string(),
});
export type SignIn = Readonly<z.output<typeof signInSchema>>;

const accessSchema = z.object({
  signInId: z.string(),
  /** Null: too long to be stored; tier and account are still known. */
  token: z.string().nullable(),
  /** When it is to be replaced, some time before it expires; Unix ms. */
  freshUntilMs: z.number(),
  tier: z.string().regex(tierPattern),
  accountId: z.number(),
});
export type Access = Readonly<z.output<typeof accessSchema>>;

/** Without the token where it is too long. */
export function signInEntry(signIn: SignIn): string {
  return fitting(signIn) ?? JSON.stringify({ ...signIn, refreshToken: null });
}

/** Without the token where it is too long. */
export function accessEntry(access: Access): string {
  return fitting(access) ?? JSON.stringify({ ...access, token: null });
}

export const fitsInStore = (signIn: SignIn): boolean => fitting(signIn) !== null;

/** Null where the entry is absent or not ours. */
export const readSignIn = (entry: string): SignIn | null => signInSchema.safeParse(parsed(entry)).data ?? null;
export const readAccess = (entry: string): Access | null => accessSchema.safeParse(parsed(entry)).data ?? null;

function fitting(value: SignIn | Access): string | null {
  const entry = JSON.stringify(value);
  return Buffer.byteLength(entry) <= LONGEST_ENTRY_BYTES ? entry : null;
}

function parsed(entry: string): unknown {
  try {
    return JSON.parse(entry);
  } catch {
    return null;
  }
}
