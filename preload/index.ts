// Builds `window.cliptray` from the contract: a verb per command, and subscriptions. Nothing of Electron gets through.
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, commandNames, type EventName, type Events } from './contract.ts';

const eventNames: ReadonlySet<string> = new Set(
  Object.keys({ statePatch: 0, clipsPatch: 0, clipsReset: 0, openSettings: 0 } satisfies Record<EventName, 0>),
);

const verbs = commandNames.map((name) => [name, (input?: unknown) => ipcRenderer.invoke(name, input)] as const);

function on<Name extends EventName>(name: Name, listener: (value: Events[Name]) => void): () => void {
  if (!eventNames.has(name)) throw new TypeError(`no such event: ${name}`);
  const pass = (_event: unknown, value: Events[Name]) => listener(value);
  ipcRenderer.on(name, pass);
  return () => {
    ipcRenderer.off(name, pass);
  };
}

// Object.fromEntries forgets the names; a missing one does not compile where the contract makes `commandNames`.
contextBridge.exposeInMainWorld('cliptray', Object.freeze({ ...Object.fromEntries(verbs), on }) as Bridge);
