// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/client';
import { ApiError } from '../api/http';
import type { Asked } from '../components/Waiting';
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
  /** What it does not know yet of what the fields depend on. */
  missing: readonly Asked[];
}

const nothing: readonly Asked[] = [];

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
    // the choice itself says when a procedure is not installed
    const gone = procedure.error instanceof ApiError && procedure.error.status === 404;
    const missing = procedure.error && !procedure.data && !gone ? [procedure] : nothing;
    return { fields: fields.filter(({ name }) => isForType(name, all, procedure.data, inUse)), thing, missing };
  }
  if (!ofType) return { fields, thing, missing: nothing };
  const known = deviceTypeOf(thing) ?? (chosen === undefined ? undefined : type.data);
  // before the type is known, nothing else can be said
  const asksForType = fields.some(({ name }) => name === 'deviceType');
  if (!known && asksForType) return { fields: fields.filter(({ name }) => name === 'deviceType'), thing, missing: chosen === undefined ? nothing : [type] };
  // it stays where it was when the others appear
  const ordered = [...fields].sort((one, other) => Number(other.name === 'deviceType') - Number(one.name === 'deviceType'));
  return {
    fields: ordered.filter(({ name }) => appliesTo(known, name)).map((field) => (isRequiredBy(known, field.name) ? { ...field, required: true } : field)),
    thing: known ? { ...thing, deviceType: known } : thing,
    missing: nothing,
  };
}

function isRequiredBy(type: DeviceType | undefined, name: string): boolean {
  return type?.[`field${name.charAt(0).toUpperCase()}${name.slice(1)}`] === 'required';
}
