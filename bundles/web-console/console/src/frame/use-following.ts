// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { onRefusal } from '../api/client';
import { configurationQuery } from '../api/configuration';
import { metadataQuery, seesNothing } from '../resource/metadata';
import { renew } from '../session/session-service';
import { useEveryMinute } from '../session/use-every-minute';

/** A page may have many calls refused at once, and what is asked here may be refused, too. */
const AGAIN = 5_000;

/**
 * Keeps an open page in step with what administrators do meanwhile: it looks each minute, and as soon as a call is
 * refused, whether maintenance has begun or ended and whether the permissions are others.
 */
export function useFollowing(): void {
  const queries = useQueryClient();
  const refetchInterval = useEveryMinute();
  const { data: metadata, error } = useQuery({ ...metadataQuery, refetchInterval });
  const { data: configuration } = useQuery({ ...configurationQuery, retry: false, refetchInterval });
  const maintenance = configuration?.maintenanceMode;
  const nothing = seesNothing(error);
  const known = useRef({ metadata, nothing, maintenance });

  useEffect(() => {
    const before = known.current;
    known.current = { metadata, nothing, maintenance };
    const same = before.metadata === metadata && before.nothing === nothing && before.maintenance === maintenance;
    if (before.metadata === undefined || same) return;
    // the session names the permissions, and each row what is refused
    renew().catch(() => {});
    for (const key of ['list', 'thing']) void queries.invalidateQueries({ queryKey: [key] });
  }, [queries, metadata, nothing, maintenance]);

  useEffect(() => {
    let asked = 0;
    return onRefusal(() => {
      if (Date.now() - asked < AGAIN) return;
      asked = Date.now();
      for (const { queryKey } of [metadataQuery, configurationQuery]) void queries.invalidateQueries({ queryKey });
    });
  }, [queries]);
}
