// Where secrets live, behind an interface: the system's keychain, this session's memory, or a test's file.

export type SecretName = 'refresh' | 'access';

/** A locked keychain is never the same as an absent secret: locked means ask later and keep what we have. */
export type SecretRead =
  | { readonly kind: 'found'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unavailable'; readonly details: string };

export type SecretWrite =
  | { readonly kind: 'stored' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unavailable'; readonly details: string };

export interface SecretStore {
  readonly keptIn: 'keychain' | 'memory' | 'file';
  get(name: SecretName): Promise<SecretRead>;
  set(name: SecretName, value: string): Promise<SecretWrite>;
  /** Removing what is not there counts as stored. */
  remove(name: SecretName): Promise<SecretWrite>;
}
