// SPDX-License-Identifier: Apache-2.0
import './mantine-styles';
import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadBrand, speakAs } from './brand/brand';
import { initI18n } from './i18n';
import { followPreferences, wantedLanguages } from './profile/follow-preferences';
import { Providers } from './Providers';
import { makeQueries } from './queries';
import { reloadAfterUpdate } from './reload-after-update';
import { makeRouter } from './router';
import { followSession } from './session/follow-session';
import { followOtherTabs, sessionStore } from './session/session-store';

reloadAfterUpdate();
sessionStore.reread();
followOtherTabs();

const queries = makeQueries();
const router = makeRouter();
followSession(router, queries);

const [words] = await Promise.all([loadBrand(), initI18n(wantedLanguages())]);
speakAs(words);
followPreferences();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
