// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { send } from './http';

/** What everybody may know of the server's settings, as far as the console uses it. */
export interface PublicConfiguration {
  maintenanceMode?: boolean;
  passwordMinimumLength?: number;
  passwordBlockReuseOldPasswordCount?: number;
  passwordDigitRequired?: boolean;
  passwordBigSmallCharRequired?: boolean;
  passwordSpecialCharRequired?: boolean;
  singleSignOn?: string;
  isVpnAvailable?: boolean;
  disableAdminRestApiDocumentation?: boolean;
  disableSmartemsRestApiDocumentation?: boolean;
  disableVpnSecuritySuiteRestApiDocumentation?: boolean;
}

export const configurationQuery = queryOptions({
  queryKey: ['anonymous', 'configuration'],
  queryFn: ({ signal }) => send<PublicConfiguration>('anonymous/configuration', { signal }),
  staleTime: 30_000,
});
