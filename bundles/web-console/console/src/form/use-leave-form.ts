// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from '@tanstack/react-router';
import { lastSearch } from '../list/list-state';

/** Leads from a form to where its thing is looked at: to the list, or to the template of which it is a version. */
export function useLeaveForm(resource: string, template: string | undefined): () => void {
  const navigate = useNavigate();
  return () =>
    void (template === undefined
      ? navigate({ to: '/web/list/$resource', params: { resource }, search: lastSearch.get(resource) })
      : navigate({ to: '/web/list/$resource/$id/details', params: { resource: 'template', id: template } }));
}
