// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import type { Reference } from './references';
import { optionLabel } from './words';

interface Choosing {
  name: string;
  options?: string[] | undefined;
  choices?: string | undefined;
}

export interface Choices {
  offered: { value: string; label: string }[];
  /** Whether all that are offered are known by now. */
  complete: boolean;
  /** Whether the server says which ones there are now. */
  live: boolean;
  failure: Error | null;
}

/** What may be chosen of a few texts: those that were declared, or those that the plug-ins of the server provide now. */
export function useChoices({ name, options, choices }: Choosing): Choices {
  const { t } = useTranslation();
  const live = options === undefined && choices !== undefined;
  const { data, error } = useQuery({
    queryKey: ['options', choices],
    queryFn: ({ signal }) => request<Reference[]>(choices ?? '', { signal }),
    enabled: live,
    staleTime: 30_000,
  });
  // the names of some are ids of words
  const worded = (one: Reference): string =>
    one.representation.startsWith('enum.') ? optionLabel(t, name, String(one.id)) : one.representation;
  const offered = live
    ? (data ?? []).map((one) => ({ value: String(one.id), label: worded(one) }))
    : (options ?? []).map((option) => ({ value: option, label: optionLabel(t, name, option) }));
  return { offered, complete: !live || data !== undefined, live, failure: error };
}
