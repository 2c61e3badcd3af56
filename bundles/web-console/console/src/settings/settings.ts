// SPDX-License-Identifier: Apache-2.0
import type { FieldMeta, FieldType } from '../resource/metadata';

const field = (name: string, type: FieldType, more: Partial<FieldMeta> = {}): FieldMeta => ({ name, label: '', type, ...more });
const number = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => field(name, 'integer', { required: true, ...more });
const locks = 'failedLoginAttemptsEnabled';

/** The settings of the whole server, under their headings. */
export const generalGroups = [
  {
    name: 'devices',
    fields: [
      field('routerIdentifier', 'enum', { required: true, options: ['serial', 'imsi'] }),
      number('maximumNewDevicesPerHour', { kept: true }),
      field('configGeneratorTwig', 'boolean'),
    ],
  },
  {
    name: 'passwords',
    fields: [
      number('passwordMinimumLength'),
      number('passwordExpireDays'),
      number('passwordBlockReuseOldPasswordCount'),
      field('passwordDigitRequired', 'boolean'),
      field('passwordBigSmallCharRequired', 'boolean'),
      field('passwordSpecialCharRequired', 'boolean'),
    ],
  },
  {
    name: 'locks',
    fields: [
      field(locks, 'boolean'),
      number('failedLoginAttemptsLimit', { required: false, requiredIf: locks, acceptedIf: locks }),
      field('failedLoginAttemptsDisablingDuration', 'text', { requiredIf: locks, acceptedIf: locks }),
    ],
  },
  { name: 'storage', fields: [number('autoRemoveBackupsAfter'), number('diskUsageAlarm', { minimum: 0, maximum: 100 })] },
] as const satisfies readonly { name: string; fields: FieldMeta[] }[];

/** Sent back as they were read: there is no such generator. */
export const unseen = [field('configGeneratorPhp', 'boolean')];

/** Whose documentation of the REST API is hidden. */
export const documentationFields = [field('disableAdminRestApiDocumentation', 'boolean'), field('disableSmartemsRestApiDocumentation', 'boolean')];

/** The same for users that there are only with VPN. */
export const vpnDocumentationFields = [field('disableVpnSecuritySuiteRestApiDocumentation', 'boolean')];

/** The limits of the logs that the server has: for how long and how large. */
export function logFields(stored: Record<string, unknown>): FieldMeta[] {
  return Object.keys(stored)
    .filter((name) => /Cleanup(Duration|Size)$/.test(name))
    .sort()
    .map((name) => number(name));
}
