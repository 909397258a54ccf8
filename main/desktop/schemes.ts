// The two schemes that our page is made of: app:// for its own files, clip:// for clips and pictures.
import { protocol, type Session } from 'electron';
import { answerPage } from './page.ts';

const privileges = { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true };

/** Before `ready`, and once: Chromium knows its schemes from the start. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'clip', privileges: { ...privileges, stream: true } },
  ]);
}

/** `folder`: what the build made of renderer/. */
export function serveAppScheme(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => answerPage(request, folder));
}

export function serveClipScheme(session: Session, answer: (request: Request) => Promise<Response>): void {
  session.protocol.handle('clip', answer);
}
