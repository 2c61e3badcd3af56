// SPDX-License-Identifier: Apache-2.0
import type { QueryClient } from '@tanstack/react-query';
import type { ConsoleRouter } from '../router';
import { safeReturnPath } from '../util/return-path';
import { sessionStore } from './session-store';
import { type Stage, stageOf } from './stage';

/** Shows the page that fits whenever the session starts, ends or is raised, in this tab or in another one. */
export function followSession(router: ConsoleRouter, queries: QueryClient): () => void {
  let user = sessionStore.get()?.username;
  let stage = stageOf(sessionStore.get());
  return sessionStore.subscribe(() => {
    const session = sessionStore.get();
    const next = stageOf(session);
    if (next === stage && session?.username === user) return;
    stage = next;
    user = session?.username;
    // what one user may see is nothing for the next one
    queries.clear();
    void go(router, next);
  });
}

async function go(router: ConsoleRouter, stage: Stage): Promise<void> {
  const { location } = router.state;
  const wanted = returnPath(router);
  const kept = wanted === '/web/' ? {} : { returnTo: wanted };
  if (stage === 'none') {
    const search = sessionStore.endReason() === 'loggedOut' ? {} : kept;
    await router.navigate({ to: '/authentication/login', search, replace: true });
  } else if (stage === 'passwordDue') {
    await router.navigate({ to: '/authentication/change-password', search: kept, replace: true });
  } else if (location.pathname.startsWith('/authentication')) {
    router.history.replace(wanted);
  } else {
    await router.invalidate();
  }
}

function returnPath(router: ConsoleRouter): string {
  const { pathname, href, search } = router.state.location;
  if (!pathname.startsWith('/authentication')) return safeReturnPath(href);
  return safeReturnPath('returnTo' in search ? search.returnTo : null);
}
