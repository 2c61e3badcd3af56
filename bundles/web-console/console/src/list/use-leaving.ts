// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { lastSearch } from './list-state';

/** Leads from the page of a thing that is gone back to its list, unless somebody has left that page already. */
export function useLeaving(resource: string): () => void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return () => {
    void queries.invalidateQueries({ queryKey: ['list', resource] });
    if (here.current) void navigate({ to: '/web/list/$resource', params: { resource }, search: lastSearch.get(resource) });
  };
}
