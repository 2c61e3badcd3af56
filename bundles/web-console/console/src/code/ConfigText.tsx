// SPDX-License-Identifier: Apache-2.0
import { Button, Switch } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/http';
import { describeFailure } from '../components/failure';
import type { Values } from '../form/form-values';
import { ReferenceInput } from '../resource/ReferenceInput';
import type { Reference } from '../resource/references';
import { CodeEditor, type Fault } from './CodeEditor';
import classes from './ConfigText.module.css';
import { type LivePreview, useLivePreview } from './use-live-preview';

interface Props {
  label: string;
  name: string;
  value: string;
  /** The config as far as it is known: generator, slot and device type count. */
  config: Values;
  required: boolean;
  error: string | undefined;
  line: number | undefined;
  onChange(value: string): void;
}

/** The text of a config, and beside it what a chosen device would get of it. */
export function ConfigText({ config, ...editor }: Props): ReactElement {
  const { t } = useTranslation();
  const type = typeOf(config.deviceType);
  const slot = String(config.feature ?? '');
  const generator = String(config.generator ?? '');
  const [chosen, setChosen] = useState<{ type: string; device: Reference[] }>();
  const [lenient, setLenient] = useState(false);
  // a device of another type has other variables and other slots
  const device = chosen?.type === type ? (chosen?.device ?? []) : [];
  const preview = useLivePreview({ generator, content: editor.value, slot, device: device[0]?.id, lenient });
  const ready = type !== undefined && slot !== '' && generator !== '';
  const where = [{ filterBy: 'deviceType', filterType: 'equal', filterValue: Number(type) }];
  return (
    <div className={classes.box}>
      <div className={classes.sides}>
        <CodeEditor {...editor} language={generator} fault={faultOf(preview.failure)} />
        <section className={classes.preview} aria-label={t('code.preview')}>
          <div className={classes.head}>
            <h2>{t('code.preview')}</h2>
            <Switch label={t('code.lenient')} checked={lenient} onChange={(event) => setLenient(event.currentTarget.checked)} />
          </div>
          {ready ? (
            <div className={classes.choice}>
              <ReferenceInput
                name="previewDevice"
                label={t('code.device')}
                multiple={false}
                source={{ resource: 'device', where }}
                value={device}
                onChange={(things) => setChosen({ type, device: things })}
              />
              <Button variant="default" data-disabled={device.length === 0 || undefined} aria-disabled={device.length === 0} onClick={preview.again}>
                {t('code.again')}
              </Button>
            </div>
          ) : (
            <p>{t('code.chooseFirst')}</p>
          )}
          {ready && <State preview={preview} device={device[0]?.representation} empty={editor.value.trim() === ''} lenient={lenient} />}
          {preview.text !== undefined && (
            <pre tabIndex={0} aria-label={t('code.result')} data-old={!preview.current || undefined}>
              {preview.text}
            </pre>
          )}
        </section>
      </div>
    </div>
  );
}

interface StateProps {
  preview: LivePreview;
  device: string | undefined;
  empty: boolean;
  lenient: boolean;
}

/** In words what stands below: never a text that could be taken for another one. */
function State({ preview, device, empty, lenient }: StateProps): ReactElement {
  const { t } = useTranslation();
  const { text, current, failure, busy } = preview;
  if (device === undefined) return <p role="status">{t('code.chooseDevice')}</p>;
  if (empty) return <p role="status">{t('code.nothingTyped')}</p>;
  if (failure !== undefined) {
    return (
      <div role="status">
        <p className={classes.fault}>{wordsOfFault(failure) ?? describeFailure(failure, t)}</p>
        {text !== undefined && <p>{t('code.lastGood', { device })}</p>}
      </div>
    );
  }
  if (busy && !current) return <p role="status">{text === undefined ? t('code.busy') : t('code.busyOld', { device })}</p>;
  return (
    <p role="status">
      {t('code.current', { device })} {lenient && t('code.lenientNote')}
    </p>
  );

  function wordsOfFault(of: unknown): string | undefined {
    const { cause, line } = parametersOf(of);
    if (typeof cause !== 'string') return undefined;
    // some languages name the line themselves
    return typeof line === 'number' && !cause.includes(`line ${line}`) ? t('code.atLine', { line, cause }) : t('code.fault', { cause });
  }
}

function parametersOf(failure: unknown): Record<string, unknown> {
  return (failure instanceof ApiError && failure.status === 409 && failure.reasons[0]?.parameters) || {};
}

function faultOf(failure: unknown): Fault | undefined {
  const { cause, line } = parametersOf(failure);
  return typeof cause === 'string' && typeof line === 'number' ? { message: cause, line } : undefined;
}

function typeOf(value: unknown): string | undefined {
  const one = (Array.isArray(value) ? value[0] : value) as { id?: number } | undefined;
  return one?.id === undefined ? undefined : String(one.id);
}
