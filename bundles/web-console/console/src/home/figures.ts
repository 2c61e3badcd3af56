// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { requestByItself } from '../api/client';
import type { FilterValue } from '../list/list-state';

export interface DeviceFigures {
  countedAt: string;
  states: { enabled: boolean; contact: 'hour' | 'day' | 'earlier' | 'never'; amount: number }[];
}

export interface FirmwareFigures {
  countedAt: string;
  /** A row with others is of so many versions together. */
  spread: { deviceType: number; representation: string; firmwareVersion1?: string | null; others?: number; amount: number }[];
}

export interface HourFigures {
  from: string;
  countedUntil?: string;
  hours: { hour: string; outcome?: string; commandStatus?: string; amount: number }[];
}

const counted = <T>(name: string) =>
  queryOptions({
    queryKey: ['dashboard', name],
    // open pages ask again each minute, maybe late, when a computer wakes up
    queryFn: ({ signal }) => requestByItself<T>(`dashboard/${name}`, { signal }),
  });

/** The server counts; the console only draws. */
export const figures = {
  devices: counted<DeviceFigures>('devices'),
  firmware: counted<FirmwareFigures>('firmware'),
  contacts: counted<HourFigures>('contacts'),
  commands: counted<HourFigures>('commands'),
};

export interface Part {
  key: string;
  amount: number;
  /** The filters by which a list shows what was counted; absent where no filter says it. */
  filters?: FilterValue[];
}

export const filter = (filterBy: string, filterType: string, filterValue: FilterValue['filterValue']): FilterValue => ({
  filterBy,
  filterType,
  filterValue,
});

const minute = 60_000;
const hour = 60 * minute;

export const toServer = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Devices by state, the best first. */
export function stateParts({ countedAt, states }: DeviceFigures): Part[] {
  const at = Date.parse(countedAt);
  const on = filter('enabled', 'boolean', true);
  const since = (hours: number): FilterValue => filter('seenAt', 'dateTimeGreaterThanOrEqual', toServer(at - hours * hour));
  const before = (hours: number): FilterValue => filter('seenAt', 'dateTimeLessThanOrEqual', toServer(at - hours * hour - minute));
  const sum = (enabled: boolean, contact?: string): number =>
    states
      .filter((state) => state.enabled === enabled && (contact === undefined || state.contact === contact))
      .reduce((total, { amount }) => total + amount, 0);
  return [
    { key: 'heard', amount: sum(true, 'hour'), filters: [on, since(1)] },
    { key: 'day', amount: sum(true, 'day'), filters: [on, since(24), before(1)] },
    { key: 'silent', amount: sum(true, 'earlier'), filters: [on, before(24)] },
    { key: 'never', amount: sum(true, 'never') },
    { key: 'off', amount: sum(false), filters: [filter('enabled', 'boolean', false)] },
  ];
}

export interface TypeSpread {
  id: number;
  name: string;
  amount: number;
  parts: Part[];
}

/** So many versions have a colour of their own. */
export const versionsShown = 6;

/** The versions of each type, the most frequent first, the rare ones together; the type with most devices first. */
export function spreadByType({ spread }: FirmwareFigures): TypeSpread[] {
  const types = new Map<number, TypeSpread>();
  for (const { deviceType, representation, firmwareVersion1, others, amount } of spread) {
    const type = types.get(deviceType) ?? { id: deviceType, name: representation, amount: 0, parts: [] };
    types.set(deviceType, type);
    type.amount += amount;
    const filters = [filter('deviceType', 'equalMultiple', [deviceType]), filter('firmwareVersion1', 'equal', firmwareVersion1 ?? '')];
    type.parts.push(firmwareVersion1 ? { key: firmwareVersion1, amount, filters } : { key: others ? rest : '', amount });
  }
  const all = [...types.values()].sort((one, other) => other.amount - one.amount || one.name.localeCompare(other.name));
  for (const type of all) type.parts = withRest(type.parts);
  return all;
}

/** The key of the versions that have none of their own; no version is called so, because it is no text of a device. */
export const rest = '\u0000rest';

function withRest(parts: Part[]): Part[] {
  const versions = parts.filter(({ filters }) => filters).sort((one, other) => other.amount - one.amount);
  const none = parts.filter(({ key }) => key === '');
  const together = parts.filter(({ key }) => key === rest);
  if (versions.length + none.length + together.length <= versionsShown) return [...versions, ...together, ...none];
  const shown = versionsShown - 1 - none.length;
  const amount = [...versions.slice(shown), ...together].reduce((sum, part) => sum + part.amount, 0);
  return [...versions.slice(0, shown), { key: rest, amount }, ...none];
}

/** What came of a contact, in the words of the figure. */
const results: Record<string, string> = { nothing: 'nothing', work: 'work', created: 'off', disabled: 'off', unknown: 'off' };

export const contactResults = ['nothing', 'work', 'off', 'refused'] as const;
export const commandResults = ['error', 'critical', 'expired'] as const;

export interface Column {
  hour: string;
  amounts: Record<string, number>;
  total: number;
}

/** All 24 hours, those without anything as well. */
export function columns({ from, hours }: HourFigures): Column[] {
  const first = Date.parse(from);
  const all = Array.from({ length: 24 }, (_hour, place): Column => ({ hour: toServer(first + place * hour), amounts: {}, total: 0 }));
  for (const row of hours) {
    const column = all[Math.round((Date.parse(row.hour) - first) / hour)];
    if (!column) continue;
    const key = row.commandStatus ?? results[row.outcome ?? ''] ?? 'refused';
    column.amounts[key] = (column.amounts[key] ?? 0) + row.amount;
    column.total += row.amount;
  }
  return all;
}

/** The rows of a log that belong to an hour. */
export const ofHour = (start: string): FilterValue[] => [
  filter('createdAt', 'dateTimeGreaterThanOrEqual', start),
  filter('createdAt', 'dateTimeLessThanOrEqual', toServer(Date.parse(start) + hour - minute)),
];
