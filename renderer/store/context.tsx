// Hands the store and the words to the views.
import { createContext, type ReactNode, useContext } from 'react';
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
  return (
    <StoreContext value={store}>
      <MessagesContext value={messages}>{children}</MessagesContext>
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
