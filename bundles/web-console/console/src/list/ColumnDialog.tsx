// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDownIcon, ArrowUpIcon, GripIcon } from '../components/icons';
import { Notice } from '../components/Notice';
import classes from './ColumnDialog.module.css';
import { type Column, moved } from './columns';

interface Props {
  columns: readonly Column[];
  defaults: readonly Column[];
  labels: ReadonlyMap<string, string>;
  busy: boolean;
  failure: string | undefined;
  onSave(columns: readonly Column[]): void;
  onClose(): void;
}

/** Which columns to see and in which order: by pointer, by the arrow keys on a handle, or by the buttons. */
export function ColumnDialog({ columns, defaults, labels, busy, failure, onSave, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [order, setOrder] = useState(columns);
  const [search, setSearch] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const label = (name: string): string => labels.get(name) ?? name;
  const wanted = search.trim().toLowerCase();
  // among a few of them a place means nothing
  const fixed = wanted !== '';
  const shown = order.filter(({ name }) => label(name).toLowerCase().includes(wanted));

  function place(name: string, to: number): void {
    const next = moved(order, order.findIndex((one) => one.name === name), to);
    if (next === order) return;
    setOrder(next);
    setSaid(t('columns.placed', { name: label(name), place: to + 1, count: order.length }));
  }

  function drag(event: PointerEvent): void {
    if (!dragged || !list.current) return;
    const to = [...list.current.children].findIndex((item) => {
      const { top, bottom } = item.getBoundingClientRect();
      return event.clientY >= top && event.clientY < bottom;
    });
    if (to >= 0) place(dragged, to);
  }

  const toggle = (name: string): void =>
    setOrder(order.map((one) => (one.name === name ? { ...one, visible: !one.visible } : one)));
  const handle = (name: string, at: number): object => ({
    // the list holds the pointer: a row that moves in the document would lose it
    onPointerDown: (event: PointerEvent) => {
      if (fixed) return;
      list.current?.setPointerCapture(event.pointerId);
      setDragged(name);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!step || fixed) return;
      event.preventDefault();
      place(name, at + step);
    },
  });

  return (
    <Modal opened onClose={onClose} title={t('columns.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <TextInput
        type="search"
        label={t('columns.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      <ul ref={list} className={classes.list} onPointerMove={drag} onLostPointerCapture={() => setDragged(null)}>
        {shown.map(({ name, visible }, at) => (
          <li key={name} data-dragged={dragged === name || undefined}>
            <ActionIcon
              className={classes.handle}
              variant="subtle"
              disabled={fixed}
              aria-label={t('columns.drag', { name: label(name) })}
              {...handle(name, at)}
            >
              <GripIcon />
            </ActionIcon>
            <Checkbox className={classes.name} checked={visible} label={label(name)} onChange={() => toggle(name)} />
            <ActionIcon
              variant="subtle"
              disabled={fixed || at === 0}
              aria-label={t('columns.up', { name: label(name) })}
              onClick={() => place(name, at - 1)}
            >
              <ArrowUpIcon />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              disabled={fixed || at === order.length - 1}
              aria-label={t('columns.down', { name: label(name) })}
              onClick={() => place(name, at + 1)}
            >
              <ArrowDownIcon />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p>{t('form.nothingFound')}</p>}
      <div role="status" className="visually-hidden">
        {said}
      </div>
      {failure && <Notice kind="error">{failure}</Notice>}
      <div className={classes.buttons}>
        <Button disabled={!order.some(({ visible }) => visible)} loading={busy} onClick={() => onSave(order)}>
          {t('confirm')}
        </Button>
        <Button variant="default" onClick={() => setOrder(defaults)}>
          {t('columns.reset')}
        </Button>
      </div>
    </Modal>
  );
}
