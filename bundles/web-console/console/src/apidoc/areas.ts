// SPDX-License-Identifier: Apache-2.0
import type { PublicConfiguration } from '../api/configuration';

/** The documents there are, with the roles whose holder may read them. */
const areas = [
  { id: 'admin', needs: ['ROLE_ADMIN'] },
  { id: 'smartems', needs: ['ROLE_SMARTEMS'] },
  { id: 'vpnsecuritysuite', needs: ['ROLE_VPN'] },
  { id: 'smartemsvpnsecuritysuite', needs: ['ROLE_SMARTEMS', 'ROLE_VPN'] },
] as const;

/** By which setting those with a role have none. */
const switches = {
  ROLE_ADMIN: 'disableAdminRestApiDocumentation',
  ROLE_SMARTEMS: 'disableSmartemsRestApiDocumentation',
  ROLE_VPN: 'disableVpnSecuritySuiteRestApiDocumentation',
} as const;

export type Area = (typeof areas)[number]['id'];

/** What somebody with these roles may read, but for what an administrator has switched off. */
export const areasFor = (roles: readonly string[], configuration: PublicConfiguration = {}): Area[] =>
  areas.filter(({ needs }) => needs.every((role) => roles.includes(role) && !configuration[switches[role]])).map(({ id }) => id);
