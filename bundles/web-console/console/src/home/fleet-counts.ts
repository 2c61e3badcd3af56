// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/react-query';
import type { FilterValue } from '../list/list-state';
import { listQuery } from '../list/use-list';
import { hasList, type Metadata } from '../resource/metadata';
import { filter } from './figures';

export interface Count {
  key: string;
  resource: string;
  filters: FilterValue[];
  /** Undefined until it is known. */
  value: number | undefined;
  exact: boolean;
}

/** What is counted, with the filters by which the list shows the same. */
export function questions(now: number): Pick<Count, 'key' | 'resource' | 'filters'>[] {
  // to the minute: within it the answers may be taken from before
  const before = (hours: number): string => `${new Date(Math.floor(now / 60_000) * 60_000 - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
  const lastDay = filter('createdAt', 'dateTimeGreaterThanOrEqual', before(24));
  return [
    { key: 'devices', resource: 'device', filters: [] },
    { key: 'disabled', resource: 'device', filters: [filter('enabled', 'boolean', false)] },
    { key: 'failedCommands', resource: 'devicecommand', filters: [lastDay, filter('commandStatus', 'equalMultiple', ['error', 'critical', 'expired'])] },
    { key: 'refusedLogins', resource: 'devicefailedloginattempt', filters: [lastDay] },
  ];
}

/** How many there are of each, as far as the user sees the lists; no rows are fetched beyond one. */
export function useFleetCounts(metadata: Metadata, now: number): Map<string, Count> {
  const asked = questions(now).filter(({ resource }) => {
    const meta = metadata[resource];
    return meta !== undefined && hasList(resource, meta);
  });
  const answers = useQueries({
    queries: asked.map(({ resource, filters }) => listQuery(resource, { page: 1, rowsPerPage: 1, sorting: [], filters })),
  });
  return new Map(
    asked.map((one, place) => {
      const page = answers[place]?.data;
      return [one.key, { ...one, value: page?.rowCount, exact: page?.rowCountExact !== false }];
    }),
  );
}
