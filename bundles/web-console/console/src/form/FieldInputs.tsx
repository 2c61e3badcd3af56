// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceFieldLabel, deviceTypeOf, ofDeviceTypes } from '../device/device';
import { grouped } from '../devicetype/procedure';
import { ProcedureSettings } from '../devicetype/ProcedureSettings';
import type { FieldMeta } from '../resource/metadata';
import { fieldLabel } from '../resource/words';
import { FieldInput } from './FieldInput';
import classes from './Form.module.css';
import { isRequired, type Values, visibleInputs, withValue } from './form-values';
import { ObjectListInput } from './ObjectListInput';

// a large part that only configs need
const ConfigText = lazy(async () => ({ default: (await import('../code/ConfigText')).ConfigText }));

// brings a library along
const FileUpload = lazy(async () => ({ default: (await import('../upload/FileUpload')).FileUpload }));

/** Fields that name an uploaded file, and what its upload is for. */
const uploads: Record<string, string> = { 'firmware.filepath': 'firmware', 'firmwarehardware.filepath': 'firmware' };

interface Props {
  resource: string;
  fields: readonly FieldMeta[];
  values: Values;
  /** By the path of the field. */
  errors: Record<string, string>;
  /** Of a text, which line is wrong. */
  lines?: Record<string, number> | undefined;
  onChange(values: Values): void;
  /** What the choices may depend on beside the values, such as the device type of a stored thing. */
  thing?: Values | undefined;
  /** Where these fields are within the form, such as `variables.0.`. */
  path?: string;
}

/** The inputs of a form, of an action, or of one object in a list. */
export function FieldInputs(props: Props): ReactElement {
  const { t } = useTranslation();
  const { resource, fields, values, path = '' } = props;
  const visible = visibleInputs(fields, values);
  const grid = (these: readonly FieldMeta[]): ReactElement => (
    <div className={classes.fields}>
      {these.map((field) => (
        <Cell key={field.name} {...props} field={field} path={path} />
      ))}
    </div>
  );
  if (resource !== 'devicetype' || path !== '') return grid(visible);
  return (
    <>
      {grouped(visible).map(({ name, fields: own }) => (
        <section key={name} className={classes.group} aria-labelledby={`group-${name}`}>
          <h2 id={`group-${name}`}>{t(`devicetype.groups.${name}`)}</h2>
          {grid(own)}
        </section>
      ))}
    </>
  );
}

interface CellProps extends Props {
  field: FieldMeta;
  path: string;
}

/** One field, over the whole width where it needs that. */
function Cell({ field, ...props }: CellProps): ReactElement {
  const { t } = useTranslation();
  const { resource, path, fields, values, thing, errors, lines } = props;
  const { name } = field;
  const purpose = uploads[`${resource}.${name}`];
  const typed = ofDeviceTypes.has(resource) && path === '';
  const common = {
    name,
    label: typed ? deviceFieldLabel(t, deviceTypeOf(thing), field) : fieldLabel(t, resource, field),
    error: errors[path + name],
    required: isRequired(field, values),
    onChange: (value: unknown): void => props.onChange(withValue(fields, values, name, value)),
  };
  const text = String(values[name] ?? '');
  const all = { ...thing, ...values };
  const wide = ['longText', 'list', 'json'].includes(field.type) || purpose !== undefined;
  return <div className={wide ? classes.wide : field.type === 'boolean' ? classes.flag : undefined}>{input()}</div>;

  function input(): ReactElement {
    if (field.type === 'list') {
      return <ObjectListInput {...common} resource={resource} field={field} value={values[name] as Values[]} errors={errors} path={path + name} />;
    }
    if (name === 'procedureSettings') {
      return (
        <ProcedureSettings
          {...common}
          procedure={String(all.communicationProcedure ?? '')}
          value={(values[name] ?? {}) as Values}
          stored={thing?.id !== undefined}
          errors={errors}
        />
      );
    }
    if (purpose !== undefined || (resource === 'config' && name === 'content')) {
      return (
        <Suspense fallback={<p role="status">{t('loading')}</p>}>
          {purpose !== undefined ? (
            <FileUpload {...common} label={t('upload.file')} purpose={purpose} value={text} />
          ) : (
            <ConfigText {...common} config={all} value={text} line={lines?.[path + name]} />
          )}
        </Suspense>
      );
    }
    return <FieldInput {...common} field={field} value={values[name]} thing={all} />;
  }
}
