// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { areasFor } from './areas';

const both = ['ROLE_USER', 'ROLE_SMARTEMS', 'ROLE_VPN'];

it('knows the documents of a role', () => {
  expect(areasFor(['ROLE_USER', 'ROLE_ADMIN'])).toEqual(['admin']);
  expect(areasFor(both)).toEqual(['smartems', 'vpnsecuritysuite', 'smartemsvpnsecuritysuite']);
  expect(areasFor(['ROLE_USER'])).toEqual([]);
});

it('leaves out what is switched off, and nothing of another kind of user', () => {
  expect(areasFor(both, { disableAdminRestApiDocumentation: true })).toHaveLength(3);
  expect(areasFor(both, { disableVpnSecuritySuiteRestApiDocumentation: true })).toEqual(['smartems']);
  expect(areasFor(both, { disableSmartemsRestApiDocumentation: true })).toEqual(['vpnsecuritysuite']);
  expect(areasFor(['ROLE_ADMIN'], { disableAdminRestApiDocumentation: true })).toEqual([]);
});
