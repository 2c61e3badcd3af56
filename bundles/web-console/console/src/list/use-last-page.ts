// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';

/** The last page of so many rows; leads back to it when the rows of the page in sight are gone. */
export function useLastPage(rowCount: number | undefined, rowsPerPage: number, page: number, onPage: (page: number) => void): number {
  const last = Math.max(1, Math.ceil((rowCount ?? 0) / rowsPerPage));
  const isGone = rowCount !== undefined && page > last;
  useEffect(() => {
    if (isGone) onPage(last);
  }, [isGone, last, onPage]);
  return last;
}
