// Starts the window: the store over the bridge, the words for its language, and the app.
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../preload/contract.ts';
import { App } from './app.tsx';
import { CrashScreen } from './components/crash-screen.tsx';
import { messagesFor } from './messages/index.ts';
import { createAppStore } from './store/app-store.ts';
import { AppProvider } from './store/context.tsx';

declare global {
  interface Window {
    readonly cliptray: Bridge;
  }
}

const store = createAppStore({
  bridge: window.cliptray,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});
if (location.hash === '#settings') store.getState().open('settings');
const messages = messagesFor(navigator.language);

document.documentElement.toggleAttribute('data-mac', navigator.platform.startsWith('Mac'));

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <AppProvider store={store} messages={messages}>
    <CrashScreen words={messages.library.crash} onReload={() => location.reload()}>
      <App />
    </CrashScreen>
  </AppProvider>,
);
