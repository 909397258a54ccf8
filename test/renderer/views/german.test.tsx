// The window in German: what is seen and what is spoken.
import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { clipsOf, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

test('the window speaks the language of its words, and says so to the browser', async () => {
  await renderApp(signedIn, clipsOf(twoDays), {}, 'de');
  expect(await screen.findByRole('button', { name: 'Einstellungen' })).toBeTruthy();
  expect(screen.getByRole('grid', { name: 'Clips' }).textContent).toContain('Heute');
  await waitFor(() => expect(document.documentElement.lang).toBe('de'));
});
