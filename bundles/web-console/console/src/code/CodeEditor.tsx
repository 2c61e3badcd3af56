// SPDX-License-Identifier: Apache-2.0
import { Button, Switch, Textarea } from '@mantine/core';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './CodeEditor.module.css';
import { type EditorHandle, openEditor } from './editor';
import { editorPhrases } from './phrases';

export interface Fault {
  message: string;
  line: number;
}

interface Props {
  label: string;
  name: string;
  value: string;
  /** The template language, such as `twig`. */
  language: string;
  required: boolean;
  error: string | undefined;
  /** Where the error is. */
  line: number | undefined;
  /** What a preview found wrong with what is being typed: marked, but not announced. */
  fault?: Fault | undefined;
  onChange(value: string): void;
}

/** What describes the languages; those of plug-ins have none here. */
const guides = new Map([
  ['twig', 'https://twig.symfony.com/doc/3.x/'],
  ['velocity', 'https://velocity.apache.org/engine/2.4/user-guide.html'],
]);

/** A text of many lines with the colours of its language, a search, and the way back to a plain input. */
export function CodeEditor(props: Props): ReactElement {
  const { t } = useTranslation();
  const { label, name, value, error, required, onChange } = props;
  const [plain, setPlain] = useState(false);
  const handleRef = useRef<EditorHandle>(null);
  const id = useId();
  const guide = guides.get(props.language);
  return (
    <div className={classes.box}>
      <div className={classes.head}>
        <span id={id} className={classes.label}>
          {label}
          {required && <span aria-hidden> *</span>}
        </span>
        {guide && (
          <a className={classes.guide} href={guide} target="_blank" rel="noreferrer">
            {t('code.guide')}
          </a>
        )}
        {!plain && (
          <Button variant="default" size="compact-sm" onClick={() => handleRef.current?.search()}>
            {t('code.search')}
          </Button>
        )}
        <Switch label={t('code.plain')} checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
      </div>
      {plain ? (
        <Textarea
          name={name}
          aria-label={label}
          classNames={{ input: classes.plain ?? '' }}
          rows={20}
          spellCheck={false}
          value={value}
          error={error !== undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <Colours {...props} handleRef={handleRef} />
      )}
      {error !== undefined && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** CodeMirror in a shadow root: there its styles need no style element, which the page's policy would refuse. */
function Colours({ label, value, language, error, line, fault, onChange, handleRef }: Props & { handleRef: { current: EditorHandle | null } }): ReactElement {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ onChange, value });
  useEffect(() => {
    latest.current = { onChange, value };
    handleRef.current?.show(value);
  });
  useEffect(() => {
    if (!host.current) return;
    const editor = openEditor(host.current, {
      label,
      language,
      value: latest.current.value,
      phrases: editorPhrases(t),
      onChange: (text) => {
        latest.current.value = text;
        latest.current.onChange(text);
      },
    });
    handleRef.current = editor;
    return () => {
      handleRef.current = null;
      editor.close();
    };
  }, [label, language, t, handleRef]);
  useEffect(() => {
    if (error !== undefined) handleRef.current?.mark(error, line, true);
    else handleRef.current?.mark(fault?.message, fault?.line, false);
  }, [error, line, fault?.message, fault?.line, language, handleRef]);
  return <div ref={host} className={classes.editor} data-invalid={error !== undefined || undefined} />;
}
