// Hands the store and the words to the views.
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import { type Messages, messagesFor } from '../messages/index.ts';
import type { AppModel } from './app-model.ts';
import type { AppStore } from './app-store.ts';

const StoreContext = createContext<AppStore | null>(null);
const MessagesContext = createContext<Messages>(messagesFor('en'));

export function AppProvider({
  store,
  messages,
  children,
}: {
  store: AppStore;
  messages: Messages;
  children: ReactNode;
}) {
  const { locale } = messages.formats;
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <StoreContext value={store}>
      <MessagesContext value={messages}>
        {/* What React Aria says by itself must not be in another language than the rest. */}
        <I18nProvider locale={locale}>{children}</I18nProvider>
      </MessagesContext>
    </StoreContext>
  );
}

export function useAppStore(): AppStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('a view outside of AppProvider');
  return store;
}

/** Re-renders only when what `pick` returns changes. */
export const useApp = <Value,>(pick: (model: AppModel) => Value): Value => useStore(useAppStore(), pick);

export const useMessages = (): Messages => useContext(MessagesContext);
