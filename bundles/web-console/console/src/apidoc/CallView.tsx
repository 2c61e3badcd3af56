// SPDX-License-Identifier: Apache-2.0
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LockIcon } from '../components/icons';
import classes from './ApiPage.module.css';
import type { Call, Document, Schema } from './openapi';
import { boundsOf, resolve, typeOf } from './schema';
import { TryOut } from './TryOut';

interface Props {
  call: Call;
  document: Document;
  token: string;
}

/** One call: what it takes, what it answers, and a way to try it. */
export function CallView({ call, document, token }: Props): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className={classes.call} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={classes.method} data-method={call.method}>
          {call.method}
        </span>
        <code>{call.path}</code>
        <span className={classes.summary}>{call.summary}</span>
        {call.locked && (
          <span className={classes.lock} role="img" aria-label={t('apidoc.locked')} title={t('apidoc.locked')}>
            <LockIcon />
          </span>
        )}
      </summary>
      {open && (
        <div className={classes.detail}>
          <p>{call.description}</p>
          {call.parameters.length > 0 && (
            <>
              <h3>{t('apidoc.parameters')}</h3>
              <dl className={classes.members}>
                {call.parameters.map((parameter) => (
                  <Member key={parameter.name} name={parameter.name} schema={{ ...parameter.schema, description: parameter.description ?? '' }} required={parameter.required === true} document={document} depth={0} />
                ))}
              </dl>
            </>
          )}
          {call.body && (
            <>
              <h3>{t('apidoc.body')}</h3>
              <SchemaView schema={call.body} document={document} depth={0} />
            </>
          )}
          <h3>{t('apidoc.answers')}</h3>
          {call.answers.map(({ status, description, schema }) => (
            <details key={status} className={classes.answer}>
              <summary>
                <code>{status}</code> {description}
              </summary>
              {schema && <SchemaView schema={schema} document={document} depth={0} />}
            </details>
          ))}
          {call.tried && <TryOut call={call} document={document} token={token} />}
        </div>
      )}
    </details>
  );
}

interface SchemaProps {
  schema: Schema;
  document: Document;
  depth: number;
}

/** Deeper than this a type refers to things that have a list of their own. */
const deepest = 4;

function SchemaView({ schema, document, depth }: SchemaProps): ReactElement {
  const whole = resolve(document, schema);
  const members = Object.entries(whole.properties ?? {});
  if (whole.type === 'array' && whole.items) {
    return (
      <>
        <p className={classes.type}>{typeOf(document, schema)}</p>
        <SchemaView schema={whole.items} document={document} depth={depth} />
      </>
    );
  }
  if (members.length === 0) {
    return (
      <p className={classes.type}>
        {[typeOf(document, schema), boundsOf(whole)].filter(Boolean).join(', ')} {whole.description}
      </p>
    );
  }
  return (
    <dl className={classes.members}>
      {members.map(([name, member]) => (
        <Member key={name} name={name} schema={member} required={whole.required?.includes(name) ?? false} document={document} depth={depth} />
      ))}
    </dl>
  );
}

function Member({ name, schema, required, document, depth }: SchemaProps & { name: string; required: boolean }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const whole = resolve(document, schema);
  const inner = whole.type === 'array' && whole.items ? resolve(document, whole.items) : whole;
  const nested = Object.keys(inner.properties ?? {}).length > 0 && depth < deepest;
  const notes = [boundsOf(whole), whole.nullable && t('apidoc.nullable'), whole.default !== undefined && t('apidoc.usual', { value: JSON.stringify(whole.default) })];
  return (
    <div>
      <dt>
        <code>{name}</code>
        {required && <b className={classes.required}>{t('apidoc.required')}</b>}
      </dt>
      <dd>
        <span className={classes.type}>{typeOf(document, schema)}</span> {[...notes, schema.description ?? whole.description].filter(Boolean).join('. ')}
        {nested && (
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>{t('apidoc.members', { name })}</summary>
            {open && <SchemaView schema={inner} document={document} depth={depth + 1} />}
          </details>
        )}
      </dd>
    </div>
  );
}
