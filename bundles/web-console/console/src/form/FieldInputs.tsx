// SPDX-License-Identifier: Apache-2.0
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { deviceFieldLabel, deviceTypeOf, ofDeviceTypes } from '../device/device';
import type { FieldMeta } from '../resource/metadata';
import { fieldLabel } from '../resource/words';
import { FieldInput } from './FieldInput';
import classes from './Form.module.css';
import { isRequired, type Values, visibleInputs, withValue } from './form-values';
import { ObjectListInput } from './ObjectListInput';

// a large part that only configs need
const CodeEditor = lazy(async () => ({ default: (await import('../code/CodeEditor')).CodeEditor }));

/** The server takes the languages of its plug-ins and lists none of them; these two come along. */
const generators = ['twig', 'velocity'];
const withOptions = (field: FieldMeta): FieldMeta =>
  field.name === 'generator' && !field.options ? { ...field, options: generators } : field;

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
export function FieldInputs({ resource, fields, values, errors, lines, onChange, thing, path = '' }: Props): ReactElement {
  const { t } = useTranslation();
  const typed = ofDeviceTypes.has(resource) && path === '';
  return (
    <div className={classes.fields}>
      {visibleInputs(fields, values).map((field) => {
        const set = (value: unknown): void => onChange(withValue(fields, values, field.name, value));
        const label = typed ? deviceFieldLabel(t, deviceTypeOf({ ...thing, ...values }), field) : fieldLabel(t, resource, field);
        const purpose = uploads[`${resource}.${field.name}`];
        const wide = field.type === 'longText' || field.type === 'list' || purpose !== undefined;
        return (
          <div key={field.name} className={wide ? classes.wide : undefined}>
            {field.type === 'list' ? (
              <ObjectListInput
                resource={resource}
                field={field}
                label={label}
                value={values[field.name] as Values[]}
                errors={errors}
                path={`${path}${field.name}`}
                onChange={set}
              />
            ) : purpose !== undefined ? (
              <Suspense fallback={<p role="status">{t('loading')}</p>}>
                <FileUpload
                  name={field.name}
                  label={t('upload.file')}
                  purpose={purpose}
                  value={String(values[field.name] ?? '')}
                  error={errors[path + field.name]}
                  required={isRequired(field, values)}
                  onChange={set}
                />
              </Suspense>
            ) : resource === 'config' && field.name === 'content' ? (
              <Suspense fallback={<p role="status">{t('loading')}</p>}>
                <CodeEditor
                  name={field.name}
                  label={label}
                  language={String(values.generator ?? '')}
                  value={String(values[field.name] ?? '')}
                  error={errors[path + field.name]}
                  line={lines?.[path + field.name]}
                  required={isRequired(field, values)}
                  onChange={set}
                />
              </Suspense>
            ) : (
              <FieldInput
                field={withOptions(field)}
                label={label}
                value={values[field.name]}
                error={errors[path + field.name]}
                required={isRequired(field, values)}
                thing={{ ...thing, ...values }}
                onChange={set}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}
