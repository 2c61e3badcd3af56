// SPDX-License-Identifier: Apache-2.0

/** The documents there are, with the roles whose holder may read them. */
const areas = [
  { id: 'admin', needs: ['ROLE_ADMIN'] },
  { id: 'smartems', needs: ['ROLE_SMARTEMS'] },
  { id: 'vpnsecuritysuite', needs: ['ROLE_VPN'] },
  { id: 'smartemsvpnsecuritysuite', needs: ['ROLE_SMARTEMS', 'ROLE_VPN'] },
] as const;

export type Area = (typeof areas)[number]['id'];

export const areasFor = (roles: readonly string[]): Area[] =>
  areas.filter(({ needs }) => needs.every((role) => roles.includes(role))).map(({ id }) => id);
