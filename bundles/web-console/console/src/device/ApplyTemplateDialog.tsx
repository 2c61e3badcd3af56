// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { ApiError } from '../api/http';
import { describeFailure } from '../components/failure';
import { wordErrors, wordMessage } from '../components/form-errors';
import { Notice } from '../components/Notice';
import { emptyValues, toBody, type Values } from '../form/form-values';
import type { Action } from '../resource/actions';
import { type FieldMeta, metadataQuery } from '../resource/metadata';
import { ReferenceInput } from '../resource/ReferenceInput';
import { type Reference, sourceOfField } from '../resource/references';
import { appliesTo, type Device, deviceFieldLabel } from './device';
import classes from './Device.module.css';

interface Props {
  action: Action;
  device: Device;
  onDone(): void;
  onClose(): void;
}

/** Gives a device a template, with what is to be copied from it and what is to be sent. */
export function ApplyTemplateDialog({ action, device, onDone, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const { data: metadata = {} } = useQuery(metadataQuery);
  const inputs = action.inputs.filter(({ name, type }) => type !== 'json' && appliesTo(device.deviceType, name));
  const [values, setValues] = useState<Values>(() => ({ ...emptyValues(inputs), template: device.template ? [device.template] : [] }));
  const run = useMutation({
    mutationFn: () => request(`device/${device.id}/template/apply`, { body: toBody(inputs, values) }),
    onSuccess: onDone,
    // applied all the same, but not the whole of it
    onError: (failure) => failure instanceof ApiError && failure.payload && onDone(),
  });
  const chosen = (values.template as Reference[]).length > 0;
  const stored = run.error instanceof ApiError && Boolean(run.error.payload);
  const reasons = run.error instanceof ApiError ? run.error.reasons : [];
  const worded = run.error ? wordErrors(run.error, ['template'], t) : null;
  const field = inputs.find(({ name }) => name === 'template');

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    run.mutate(undefined, { onSuccess: onClose });
  }

  const group = (title: string, names: RegExp, hint: string): ReactElement | null => {
    const flags = inputs.filter(({ name, type }) => type === 'boolean' && names.test(name));
    if (flags.length === 0) return null;
    return (
      <fieldset className={classes.group}>
        <legend>{title}</legend>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {flags.map((flag: FieldMeta) => (
          <Checkbox
            key={flag.name}
            label={deviceFieldLabel(t, device.deviceType, flag)}
            checked={values[flag.name] === true}
            disabled={!chosen}
            onChange={(event) => setValues({ ...values, [flag.name]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
    );
  };

  return (
    <Modal opened onClose={onClose} title={t('device.applyTitle', { name: device.name })} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      {stored ? (
        <Stack>
          <Notice kind="info" title={t('device.appliedWithWarnings')}>
            {reasons.map((reason) => (
              <p key={reason.message} className="notice-line">
                {wordMessage(reason, t)}
              </p>
            ))}
          </Notice>
          <div className="buttons">
            <Button onClick={onClose} data-autofocus>
              {t('close')}
            </Button>
          </div>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {run.error && <Notice kind="error">{worded ? worded.form.join(' ') || t('validation.failed') : describeFailure(run.error, t)}</Notice>}
            <ReferenceInput
              name="template"
              label={t('fields.template')}
              source={field && sourceOfField(field, metadata, device)}
              multiple={false}
              value={values.template as Reference[]}
              error={worded?.fields.template}
              onChange={(template) => setValues(template.length > 0 ? { ...values, template } : { ...emptyValues(inputs), template })}
            />
            {!chosen && device.template && <Notice kind="info">{t('device.detaches')}</Notice>}
            {group(t('device.overwrite'), /^apply/, t('device.overwriteHint'))}
            {group(t('device.sendAgain'), /^reinstall/, t('device.sendAgainHint'))}
            <div className="buttons">
              <Button type="submit" loading={run.isPending}>
                {chosen ? t('device.apply') : t('device.detach')}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
