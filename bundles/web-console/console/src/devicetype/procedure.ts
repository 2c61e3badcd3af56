// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client';
import type { Values } from '../form/form-values';
import type { FieldMeta } from '../resource/metadata';

/** A setting that a plug-in asks for, as the plug-in describes it. */
export interface Setting {
  name: string;
  label: string;
  help?: string;
  type: 'text' | 'integer' | 'number' | 'boolean' | 'choice';
  required: boolean;
  secret: boolean;
  defaultValue?: unknown;
  maximumLength?: number;
  minimum?: number;
  maximum?: number;
  options?: { id: string; representation: string }[];
}

/** What a communication procedure asks of its device types. */
export interface Procedure {
  communicationProcedureRequirementsRequired: string[];
  communicationProcedureRequirementsOptional: string[];
  procedureSettings: Setting[];
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the options know their type
export const procedureQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedure', id],
    queryFn: ({ signal }) => request<Procedure>(`devicetype/communication/procedure/requirements/${encodeURIComponent(id)}`, { signal }),
    enabled: id !== '',
    retry: false,
  });

/** A device type of that procedure as one begins with it. */
export const usualType = (procedure: string): Promise<Values> => request<Values>(`devicetype/default/${encodeURIComponent(procedure)}`);

const neverCall = new Set(['none', 'noneScep', 'noneVpn']);
const aboutCalls = new Set(['routePrefix', 'authenticationMethod', 'credentialsSource', 'enableConfigLogs', 'enableConnectionAggregation', 'connectionAggregationPeriod', 'bindIdentity']);
/** Nothing that is installed provides what they refer to. */
const nothingToChoose = new Set(['deviceTypeSecretCredential', 'deviceTypeCertificateTypeCredential', 'certificateTypes']);
/** What a type is called: no procedure says it, and in use it is fixed. */
export const ownNames: ReadonlySet<string> = new Set(['name', 'deviceName', 'certificateCommonNamePrefix']);
const needs: Record<string, string> = {
  deviceCommandMaxRetries: 'hasDeviceCommands',
  deviceCommandExpireDuration: 'hasDeviceCommands',
  virtualSubnetCidr: 'hasEndpointDevices',
  masqueradeType: 'hasMasquerade',
  enableConfigMinRsrp: 'hasGsm',
  configMinRsrp: 'hasGsm',
  enableFirmwareMinRsrp: 'hasGsm',
  firmwareMinRsrp: 'hasGsm',
};

/** Whether a field means anything for a device type of this procedure and with these values. */
export function isForType(name: string, type: Values, procedure: Procedure | undefined, inUse: boolean): boolean {
  if (nothingToChoose.has(name) || (inUse && ownNames.has(name))) return false;
  if (aboutCalls.has(name) && neverCall.has(String(type.communicationProcedure))) return false;
  if (name === 'credentialsSource' || name === 'bindIdentity') return !['', 'none'].includes(String(type.authenticationMethod ?? ''));
  const needed = needs[name];
  if (needed !== undefined) return type[needed] === true;
  if (name === 'procedureSettings') return (procedure?.procedureSettings.length ?? 0) > 0;
  if (!/^has[A-Z]/.test(name) || name.startsWith('hasAlwaysReinstall') || !procedure) return true;
  const known = [...procedure.communicationProcedureRequirementsRequired, ...procedure.communicationProcedureRequirementsOptional];
  // what is on and not known any more must be seen to be turned off
  return known.includes(name) || type[name] === true;
}

export type GroupName = 'identity' | 'calls' | 'firmware' | 'configs' | 'more' | 'facts';

const identity = new Set(['name', 'deviceName', 'certificateCommonNamePrefix', 'icon', 'color', 'enabled']);
const calls = new Set([...aboutCalls, 'communicationProcedure', 'procedureSettings']);

/** Under which heading of the form a field stands. */
export function groupOf(name: string): GroupName {
  if (identity.has(name)) return 'identity';
  if (calls.has(name)) return 'calls';
  if (/^field[A-Z]/.test(name)) return 'facts';
  if (/firmware/i.test(name)) return 'firmware';
  return /config/i.test(name) && name !== 'hasRequestConfig' ? 'configs' : 'more';
}

export const groups: readonly GroupName[] = ['identity', 'calls', 'firmware', 'configs', 'more', 'facts'];

/** The groups that have fields, each in its order. */
export function grouped(fields: readonly FieldMeta[]): { name: GroupName; fields: FieldMeta[] }[] {
  const first = (name: string): number => (name === 'communicationProcedure' || name === 'name' ? 0 : 1);
  return groups.flatMap((name) => {
    const own = fields.filter((field) => groupOf(field.name) === name);
    own.sort((one, other) => first(one.name) - first(other.name));
    return own.length > 0 ? [{ name, fields: own }] : [];
  });
}
