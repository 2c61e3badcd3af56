// SPDX-License-Identifier: Apache-2.0
import { Button, Textarea, TextInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freshSession } from '../session/session-service';
import classes from './ApiPage.module.css';
import { type Call, type Document, filled } from './openapi';
import { example } from './schema';

interface Props {
  call: Call;
  document: Document;
  /** An access token to use in place of the own one. */
  token: string;
}

interface Answer {
  status: string;
  text: string;
}

/** More than this nobody reads here. */
const longest = 100_000;

/** Makes the call, for real and in the user's name, and shows the answer as it came. */
export function TryOut({ call, document, token }: Props): ReactElement {
  const { t } = useTranslation();
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(() => (call.body ? JSON.stringify(example(document, call.body), null, 2) : ''));
  const [answer, setAnswer] = useState<Answer>();
  const [busy, setBusy] = useState(false);
  const names = call.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const missing = names.some((name) => !values[name]);
  const path = filled(call.path, values);

  async function send(): Promise<void> {
    setBusy(true);
    try {
      const own = call.locked && token === '' ? (await freshSession())?.token : token;
      setAnswer(await ask(call.method, `/web/api${path}`, body, own));
    } catch (failure) {
      setAnswer({ status: '', text: failure instanceof Error ? failure.message : String(failure) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <section className={classes.tryout} aria-label={t('apidoc.try')}>
      <h3>{t('apidoc.try')}</h3>
      {call.method !== 'GET' && <p>{t('apidoc.real')}</p>}
      {names.map((name) => (
        <TextInput key={name} label={name} required value={values[name] ?? ''} onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })} />
      ))}
      {call.body && <Textarea label={t('apidoc.body')} className={classes.body} rows={Math.min(14, body.split('\n').length + 1)} spellCheck={false} value={body} onChange={(event) => setBody(event.currentTarget.value)} />}
      <div>
        <Button size="xs" loading={busy} data-disabled={missing || undefined} aria-disabled={missing || undefined} onClick={() => !missing && void send()}>
          {t('apidoc.send')}
        </Button>
      </div>
      <pre tabIndex={0} aria-label="curl">
        {curl(call, path, body)}
      </pre>
      {answer && (
        <div role="status">
          <b>{answer.status || t('failed.unreachable')}</b>
          <pre tabIndex={0} aria-label={t('apidoc.answer')}>
            {answer.text.length > longest ? `${answer.text.slice(0, longest)}…` : answer.text}
          </pre>
        </div>
      )}
    </section>
  );
}

async function ask(method: string, address: string, body: string, token: string | undefined): Promise<Answer> {
  const sends = body !== '' && method !== 'GET';
  const response = await fetch(address, {
    method,
    headers: { Accept: 'application/json, */*;q=0.5', ...(sends && { 'Content-Type': 'application/json' }), ...(token && { Authorization: `Bearer ${token}` }) },
    credentials: 'omit',
    cache: 'no-store',
    ...(sends && { body }),
  });
  const type = response.headers.get('Content-Type') ?? '';
  const status = `${response.status} ${response.statusText}`.trim();
  if (!/json|text|csv|yaml/.test(type)) {
    const { size } = await response.blob();
    return { status, text: size === 0 ? '' : `${type}, ${size} bytes` };
  }
  const text = await response.text();
  try {
    return { status, text: JSON.stringify(JSON.parse(text), null, 2) };
  } catch {
    return { status, text };
  }
}

/** The same call by another program; the token stays out of it. */
function curl({ method, locked, body: schema }: Call, path: string, body: string): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const parts = [`curl -X ${method} ${quoted(`${location.origin}/web/api${path}`)}`];
  if (locked) parts.push('-H "Authorization: Bearer $TOKEN"');
  if (schema) parts.push("-H 'Content-Type: application/json'", `-d ${quoted(compact(body))}`);
  return parts.join(' \\\n  ');
}

function compact(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return body;
  }
}
