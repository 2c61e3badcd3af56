// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import type { Thing } from '../resource/metadata';
import type { FilterValue } from './list-state';

export interface Selection {
  rows: ReadonlyMap<Thing['id'], Thing>;
  select(rows: readonly Thing[], selected: boolean): void;
  /** What was on the page before and is gone from it cannot be chosen any more. */
  forgetGone(before: readonly Thing[], after: readonly Thing[]): void;
  clear(): void;
}

/** Which rows are chosen, over all pages of one list; those that other filters hide are not changed with those in sight. */
export function useSelection(filters: readonly FilterValue[]): Selection {
  const [rows, setRows] = useState<ReadonlyMap<Thing['id'], Thing>>(new Map());
  const select = useCallback((changed: readonly Thing[], selected: boolean) => {
    setRows((before) => {
      const after = new Map(before);
      for (const row of changed) {
        if (selected) after.set(row.id, row);
        else after.delete(row.id);
      }
      return after;
    });
  }, []);
  const clear = useCallback(() => setRows(new Map()), []);
  const filtered = JSON.stringify(filters);
  // by whichever way they came: the section of filters, the back button, a link
  useEffect(() => clear, [filtered, clear]);
  const forgetGone = useCallback(
    (before: readonly Thing[], after: readonly Thing[]) => select(before.filter(({ id }) => !after.some((row) => row.id === id)), false),
    [select],
  );
  return { rows, select, forgetGone, clear };
}
