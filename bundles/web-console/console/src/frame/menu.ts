// SPDX-License-Identifier: Apache-2.0
import { hasList, type Metadata } from '../resource/metadata';

export type GroupName = 'logs' | 'import' | 'settings' | 'more';

export type MenuEntry = { resource: string } | { group: GroupName; resources: string[] };

const order: readonly MenuEntry[] = [
  { resource: 'vpnconnection' },
  { resource: 'vpnpermanentconnection' },
  { resource: 'device' },
  { resource: 'template' },
  { resource: 'config' },
  { resource: 'firmware' },
  {
    group: 'logs',
    resources: [
      'userloginattempt',
      'devicefailedloginattempt',
      'secretlog',
      'communicationlog',
      'devicecommand',
      'configlog',
      'diagnoselog',
      'vpnlog',
      'auditlogchange',
      'maintenancelog',
    ],
  },
  { resource: 'user' },
  { resource: 'deviceauthentication' },
  { resource: 'accesstag' },
  { resource: 'label' },
  { group: 'import', resources: ['importfile'] },
  {
    group: 'settings',
    resources: [
      'devicetype',
      'customdatafield',
      'hardware',
      'firmwarehardware',
      'firmwarerule',
      'devicetypesecret',
      'certificatetype',
      'maintenanceschedule',
      'batchjob',
      'plugin',
    ],
  },
];

/** Parts of another thing: they are looked at with it. */
const parts = new Set(['templateversion', 'deviceendpointdevice', 'devicesecret', 'importfilerow', 'importfilerowlog']);

/** The lists this user sees, in the order of the sidebar; lists it does not know come last in a group of their own. */
export function menuOf(metadata: Metadata): MenuEntry[] {
  const seen = (resource: string): boolean => {
    const meta = metadata[resource];
    return meta !== undefined && hasList(resource, meta);
  };
  const known = new Set(order.flatMap((entry) => ('group' in entry ? entry.resources : [entry.resource])));
  const more = Object.keys(metadata)
    .filter((resource) => !known.has(resource) && !parts.has(resource))
    .sort();
  return [...order, { group: 'more' as const, resources: more }].flatMap((entry): MenuEntry[] => {
    if (!('group' in entry)) return seen(entry.resource) ? [entry] : [];
    const resources = entry.resources.filter(seen);
    return resources.length > 0 ? [{ ...entry, resources }] : [];
  });
}
