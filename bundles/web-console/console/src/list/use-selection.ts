// SPDX-License-Identifier: Apache-2.0
import { useCallback, useState } from 'react';
import type { Thing } from '../resource/metadata';

export interface Selection {
  rows: ReadonlyMap<Thing['id'], Thing>;
  select(rows: readonly Thing[], selected: boolean): void;
  clear(): void;
}

/** Which rows are chosen, over all pages of one list. */
export function useSelection(): Selection {
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
  return { rows, select, clear };
}
