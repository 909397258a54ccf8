// Puts the whole app over a fake bridge into the test's DOM, in a window of usual size.
import { cleanup, render } from '@testing-library/react';
import { type Mock, vi } from 'vitest';
import type { AppState, Clips } from '../../../preload/contract.ts';
import { App } from '../../../renderer/app.tsx';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { type AppStore, createAppStore } from '../../../renderer/store/app-store.ts';
import { AppProvider } from '../../../renderer/store/context.tsx';
import { done, FakeBridge } from './fake-bridge.ts';
import { nowMs } from './made-up.ts';

export interface RenderedApp {
  readonly main: FakeBridge;
  readonly store: AppStore;
}

const open: AppStore[] = [];
let listHeight: Mock | null = null;

export async function renderApp(
  state: AppState,
  clips: Clips,
  answers: ConstructorParameters<typeof FakeBridge>[2] = {},
  language = 'en',
): Promise<RenderedApp> {
  vi.useFakeTimers({ now: nowMs, toFake: ['Date'] });
  // The test's DOM lays nothing out: the list would have no height and draw no rows.
  listHeight = vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const main = new FakeBridge(state, clips, {
    getClipFacts: ({ key }) => ({
      ok: true,
      value: {
        key,
        fileName: null,
        width: null,
        height: null,
        codec: null,
        lengthMs: null,
        bytes: null,
        isGuess: false,
      },
    }),
    prepareClip: () => done,
    releaseClip: () => done,
    markSeen: () => done,
    ...answers,
  });
  const store = createAppStore({ bridge: main.bridge, timeZone: 'Europe/Berlin' });
  open.push(store);
  render(
    <AppProvider store={store} messages={messagesFor(language)}>
      <App />
    </AppProvider>,
  );
  await vi.waitFor(() => {
    if (!store.getState().clips.known || !store.getState().state) throw new Error('nothing published yet');
  });
  return { main, store };
}

/** For `afterEach`: takes the app out of the DOM and lets go of main. */
export function closeApp(): void {
  cleanup();
  for (const store of open.splice(0)) store.close();
  listHeight?.mockRestore();
  vi.useRealTimers();
}
