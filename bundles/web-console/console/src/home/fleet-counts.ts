// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { FilterValue } from '../list/list-state';
import { liveListQuery } from '../list/use-list';
import { filter } from './figures';

export interface Question {
  key: 'devices' | 'disabled' | 'failedCommands' | 'refusedLogins';
  resource: string;
  filters: FilterValue[];
}

/** What is counted, with the filters by which the list shows the same. */
export function questions(now: number): Question[] {
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

/** How many there are; no rows are fetched beyond one. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the query knows its type
export const useCount = ({ resource, filters }: Question, refetchInterval: number | false) =>
  useQuery(liveListQuery(resource, { page: 1, rowsPerPage: 1, sorting: [], filters }, refetchInterval));
