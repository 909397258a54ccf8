// The words for what main itself says, for the entry file, which may not look into the window's folder.
export { messagesFor as wordsFor } from '../../renderer/messages/index.ts';
