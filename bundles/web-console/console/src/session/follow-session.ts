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
  if (stage === 'none') {
    const kept = sessionStore.endReason() === 'loggedOut' || wanted === '/web/' ? {} : { returnTo: wanted };
    await router.navigate({ to: '/authentication/login', search: kept, replace: true });
  } else if (stage === 'passwordDue') {
    pending = wanted;
    await router.navigate({ to: '/authentication/change-password', replace: true });
  } else if (location.pathname.startsWith('/authentication')) {
    router.history.replace(wanted);
    pending = null;
  } else {
    await router.invalidate();
  }
}

/** Where somebody wanted to go before the new password was asked for. */
let pending: string | null = null;

function returnPath(router: ConsoleRouter): string {
  const { pathname, href, search } = router.state.location;
  if (!pathname.startsWith('/authentication')) return safeReturnPath(href);
  return safeReturnPath('returnTo' in search ? search.returnTo : pending);
}
