// SPDX-License-Identifier: Apache-2.0
import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api/http';

/** What the server refused once it refuses again; only silence and its own faults are worth another try. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, failure) => count < 2 && !(failure instanceof ApiError && failure.status < 500),
      },
    },
  });
}
