// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long ago a moment is, in its largest unit; clocks that differ a little make no future. */
export function ago(t: TFunction, moment: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(moment)) / 1000));
  if (Number.isNaN(seconds)) return moment;
  const found = units.find((one) => seconds >= one.seconds);
  if (!found) return t('ago.second', { count: seconds });
  return t(`ago.${found.unit}`, { count: Math.floor(seconds / found.seconds) });
}
