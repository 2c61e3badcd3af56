// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/client';
import { appliesTo, type DeviceType, deviceTypeOf, ofDeviceTypes } from '../device/device';
import { isForType, procedureQuery } from '../devicetype/procedure';
import type { FieldMeta } from '../resource/metadata';
import type { Reference } from '../resource/references';
import type { Values } from './form-values';

interface Form {
  resource: string;
  fields: readonly FieldMeta[];
  thing?: Values | undefined;
  /** The call that stores it. */
  path: string;
}

interface FormFields {
  /** Those that mean anything now. */
  fields: readonly FieldMeta[];
  /** What is known beside the values: of things of a device type that type, chosen or stored. */
  thing: Values | undefined;
}

/** What a form asks for depends on what is chosen in it: on the type of a device, on the procedure of a device type. */
export function useFormFields({ resource, fields, thing, path }: Form, values: Values): FormFields {
  const ofType = ofDeviceTypes.has(resource);
  const chosen = ofType ? (values.deviceType as Reference[] | undefined)?.[0]?.id : undefined;
  const type = useQuery({
    queryKey: ['options', 'devicetype', chosen],
    queryFn: ({ signal }) => request<DeviceType>(`options/devicetype/${encodeURIComponent(String(chosen))}`, { signal }),
    enabled: chosen !== undefined,
    staleTime: 30_000,
  });
  const all = { ...thing, ...values };
  const isType = resource === 'devicetype';
  const procedure = useQuery({ ...procedureQuery(isType ? String(all.communicationProcedure ?? '') : ''), enabled: isType && !!all.communicationProcedure });

  if (isType) {
    const inUse = path.startsWith('devicetype/limitededit/');
    return { fields: fields.filter(({ name }) => isForType(name, all, procedure.data, inUse)), thing };
  }
  if (!ofType) return { fields, thing };
  const known = deviceTypeOf(thing) ?? (chosen === undefined ? undefined : type.data);
  // before the type is known, nothing else can be said
  const asksForType = fields.some(({ name }) => name === 'deviceType');
  if (!known && asksForType) return { fields: fields.filter(({ name }) => name === 'deviceType'), thing };
  // it stays where it was when the others appear
  const ordered = [...fields].sort((one, other) => Number(other.name === 'deviceType') - Number(one.name === 'deviceType'));
  return {
    fields: ordered.filter(({ name }) => appliesTo(known, name)).map((field) => (isRequiredBy(known, field.name) ? { ...field, required: true } : field)),
    thing: known ? { ...thing, deviceType: known } : thing,
  };
}

function isRequiredBy(type: DeviceType | undefined, name: string): boolean {
  return type?.[`field${name.charAt(0).toUpperCase()}${name.slice(1)}`] === 'required';
}
