// SPDX-License-Identifier: Apache-2.0
import { RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { onTestFinished } from 'vitest';
import { followPreferences } from '../profile/follow-preferences';
import { Providers } from '../Providers';
import { makeQueries } from '../queries';
import { type ConsoleRouter, makeRouter } from '../router';
import { followSession } from '../session/follow-session';
import { sessionStore } from '../session/session-store';

/** The whole console at an address, as a fresh page load would show it. */
export function renderConsole(address: string): ConsoleRouter {
  window.history.replaceState(null, '', address);
  sessionStore.reread();
  const queries = makeQueries();
  const router = makeRouter();
  const unfollow = followSession(router, queries);
  const unfollowPreferences = followPreferences();
  onTestFinished(() => {
    unfollow();
    unfollowPreferences();
    router.history.destroy();
  });
  render(
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>,
  );
  return router;
}
