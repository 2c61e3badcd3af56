// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon, EyeIcon, EyeOffIcon } from '../components/icons';
import { type FieldMeta, hasDetails, nameOf, type Thing } from '../resource/metadata';
import { cellText, cut, isLong } from './cell-text';
import classes from './ListTable.module.css';

// dialogs are not for the first look at a list
const TextDialog = lazy(async () => ({ default: (await import('../components/TextDialog')).TextDialog }));

function FullText(props: { title: string; text: string; onClose(): void }): ReactElement {
  return (
    <Suspense fallback={null}>
      <TextDialog {...props} />
    </Suspense>
  );
}

/** Texts of this length may take several lines. */
const wide = 40;
const room = (text: string): string => (text.length > wide ? (classes.text ?? '') : '');

interface Props {
  field: FieldMeta;
  label: string;
  value: unknown;
}

/** Who did what a moment is about. */
const authors: Record<string, string> = { createdAt: 'createdBy', updatedAt: 'updatedBy' };

/** A cell of a list: its name leads to the page about the thing, if there is one, and a moment names who did it. */
export function RowCell({ resource, row, ...cell }: Omit<Props, 'value'> & { resource: string; row: Thing }): ReactElement {
  const { t } = useTranslation();
  const by = cellText(t, { name: '', type: 'one' }, row[authors[cell.field.name] ?? '']);
  if (by !== '') {
    return (
      <>
        <Cell {...cell} value={row[cell.field.name]} /> ({by})
      </>
    );
  }
  if (cell.field.name !== 'name' || !hasDetails(resource)) return <Cell {...cell} value={row[cell.field.name]} />;
  return (
    <DetailsLink resource={resource} id={row.id}>
      {nameOf(row)}
    </DetailsLink>
  );
}

export function Cell({ field, label, value }: Props): ReactElement | null {
  const { t } = useTranslation();
  const text = cellText(t, field, value);
  if (text === '') return null;
  if (field.sensitive) return <Secret label={label} text={text} />;
  if (field.type === 'boolean') {
    return (
      <span className={classes.flag} data-on={value === true || undefined}>
        {value === true && <CheckIcon />}
        {text}
      </span>
    );
  }
  const target = referred(field, value);
  if (target) return <DetailsLink {...target}>{text}</DetailsLink>;
  if (field.type === 'many' && Array.isArray(value)) return <Tags field={field} values={value} label={label} />;
  return <Text label={label} text={text} />;
}

/** The thing a cell names, if there is a page about it. */
function referred({ type, resource }: FieldMeta, value: unknown): { resource: string; id: Thing['id'] } | undefined {
  const one = type === 'one' && resource !== undefined && hasDetails(resource);
  return one && typeof value === 'object' && value !== null && 'id' in value ? { resource, id: value.id as Thing['id'] } : undefined;
}

export function DetailsLink({ resource, id, children }: { resource: string; id: Thing['id']; children: string }): ReactElement {
  return (
    <Link
      className={`${classes.link} ${room(children)}`}
      to="/web/list/$resource/$id/details"
      params={{ resource, id: String(id) }}
      title={isLong(children) ? children : undefined}
    >
      {isLong(children) ? cut(children) : children}
    </Link>
  );
}

function Text({ label, text }: { label: string; text: string }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!isLong(text)) return <span className={room(text)}>{text}</span>;
  return (
    <>
      <UnstyledButton className={`${classes.long} ${room(text)}`} title={t('list.showAll')} onClick={() => setOpen(true)}>
        {cut(text)}
      </UnstyledButton>
      {open && <FullText title={label} text={text} onClose={() => setOpen(false)} />}
    </>
  );
}

const tagsShown = 3;

function Tags({ field, values, label }: { field: FieldMeta; values: unknown[]; label: string }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const texts = values.map((value) => cellText(t, { ...field, type: 'one' }, value));
  const more = texts.length - tagsShown;
  return (
    <span className={classes.tags}>
      {texts.slice(0, tagsShown).map((text) => (
        <span key={text} className={classes.tag}>
          {text}
        </span>
      ))}
      {more > 0 && (
        <UnstyledButton className={classes.long} onClick={() => setOpen(true)}>
          {t('list.more', { count: more })}
        </UnstyledButton>
      )}
      {open && <FullText title={label} text={texts.join('\n')} onClose={() => setOpen(false)} />}
    </span>
  );
}

/** Nobody reads it over a shoulder unless it was asked for. */
function Secret({ label, text }: { label: string; text: string }): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const action = shown ? t('list.hide', { name: label }) : t('list.reveal', { name: label });
  return (
    <span className={classes.secret}>
      {shown ? <Text label={label} text={text} /> : <span aria-label={t('list.masked')} role="img">••••••••</span>}
      <UnstyledButton aria-label={action} title={action} aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? <EyeOffIcon /> : <EyeIcon />}
      </UnstyledButton>
    </span>
  );
}
