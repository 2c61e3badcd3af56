// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import type { FieldMeta, ResourceMeta, Thing } from '../resource/metadata';
import { fieldLabel } from '../resource/words';

/** A device as far as the console knows what its members mean. */
export type Device = Thing & {
  name: string;
  enabled?: boolean;
  staging?: boolean;
  seenAt?: string;
  deviceType?: DeviceType;
  template?: { id: number; representation: string };
};

export type DeviceType = { id: number; representation: string; color?: string } & Record<string, unknown>;

export const slots = [1, 2, 3] as const;
export type Slot = (typeof slots)[number];

export const has = (type: DeviceType | undefined, capability: string): boolean => type?.[capability] === true;

/** The name that the device type gives to a slot for configs or firmware. */
export function slotName(t: TFunction, type: DeviceType | undefined, kind: 'Config' | 'Firmware', slot: Slot): string {
  const name = type?.[`name${kind}${slot}`];
  return typeof name === 'string' && name !== '' ? name : t(`fields.${kind === 'Config' ? 'config' : 'firmware'}${slot}`);
}

const slotField = /^(reinstallConfig|reinstallFirmware|firmwareVersion|config|firmware)([123])$/;

/** Whether a field means anything for devices of the type. */
export function appliesTo(type: DeviceType | undefined, name: string): boolean {
  if (!type) return true;
  const [, kind, slot] = slotField.exec(name) ?? [];
  // what comes with every contact cannot be asked for
  if (kind === 'reinstallConfig' && has(type, `hasAlwaysReinstallConfig${slot}`)) return false;
  if (kind) return has(type, `has${/config/i.test(kind) ? 'Config' : 'Firmware'}${slot}`);
  const needs = capabilities[name];
  if (needs) return has(type, needs);
  const use = type[`field${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  return use === undefined || use !== 'unused';
}

const capabilities: Record<string, string> = {
  template: 'hasTemplates',
  staging: 'hasTemplates',
  variables: 'hasVariables',
  applyVariables: 'hasVariables',
  requestConfigData: 'hasRequestConfig',
  requestDiagnoseData: 'hasRequestDiagnose',
  applyEndpointDevices: 'hasEndpointDevices',
  applyMasquerade: 'hasMasquerade',
  applyDeviceDescription: 'hasVpn',
  masqueradeType: 'hasMasquerade',
  masquerades: 'hasMasquerade',
  virtualSubnetCidr: 'hasVpn',
  imei: 'hasGsm',
  imsi: 'hasGsm',
};

/** What a field is called for devices of a type: slots have names of their own. */
export function deviceFieldLabel(t: TFunction, type: DeviceType | undefined, field: Pick<FieldMeta, 'name' | 'label'>): string {
  const [, kind = '', slot] = slotField.exec(field.name) ?? [];
  if (!kind || !type) return fieldLabel(t, 'device', field);
  const name = slotName(t, type, /config/i.test(kind) ? 'Config' : 'Firmware', Number(slot) as Slot);
  if (kind === 'firmwareVersion') return t('device.versionOf', { name });
  return kind.startsWith('reinstall') ? t('device.reinstall', { name }) : name;
}

export interface Fact {
  field: FieldMeta;
  value: unknown;
}

/** The named members that have a value, in this order. */
export function factsOf(meta: ResourceMeta, device: Device, names: readonly string[]): Fact[] {
  return names.flatMap((name) => {
    const field = meta.fields.find((one) => one.name === name && one.read);
    const value = device[name];
    const empty = value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return field && !empty ? [{ field, value }] : [];
  });
}

/** What the device is still to get, or to be asked for, at its next contacts. */
export function pending(t: TFunction, device: Device): string[] {
  const type = device.deviceType;
  const flags = [
    ...slots.map((slot) => ({ flag: `reinstallFirmware${slot}`, name: slotName(t, type, 'Firmware', slot), key: 'device.waits.send' as const })),
    ...slots.map((slot) => ({ flag: `reinstallConfig${slot}`, name: slotName(t, type, 'Config', slot), key: 'device.waits.send' as const })),
    { flag: 'requestConfigData', name: '', key: 'device.waits.config' as const },
    { flag: 'requestDiagnoseData', name: '', key: 'device.waits.diagnose' as const },
  ];
  return flags.filter(({ flag }) => device[flag] === true && appliesTo(type, flag)).map(({ name, key }) => t(key, { name }));
}

/** Lists whose things are of a device type, which says what its slots are called and which there are. */
export const ofDeviceTypes: ReadonlySet<string> = new Set(['device', 'templateversion']);

/** The device type of a thing, if it is told with what it can do. */
export function deviceTypeOf(thing: Record<string, unknown> | undefined): DeviceType | undefined {
  const type = thing?.deviceType;
  return typeof type === 'object' && type !== null && 'hasConfig1' in type ? (type as unknown as DeviceType) : undefined;
}
