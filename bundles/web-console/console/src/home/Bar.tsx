// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dashboard.module.css';
import type { Part } from './figures';

interface Props {
  resource: string;
  parts: readonly (Part & { label: string; colour: string })[];
}

/** Parts of a whole. The legend says all that the bar shows, so screen readers are told of the legend alone. */
export function Bar({ resource, parts }: Props): ReactElement {
  const { i18n } = useTranslation();
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  const starts = parts.map((_part, place) => parts.slice(0, place).reduce((sum, { amount }) => sum + amount, 0));
  return (
    <>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden focusable="false">
        {parts.map(
          ({ key, amount, colour, label }, place) =>
            amount > 0 && (
              <rect key={key} data-colour={colour} x={((starts[place] ?? 0) * 100) / total} width={(amount * 100) / total} height="4">
                <title>{label}</title>
              </rect>
            ),
        )}
      </svg>
      <ul className={classes.legend}>
        {parts.map(({ key, amount, colour, label, filters }) => {
          const text = (
            <>
              <b>{amount.toLocaleString(i18n.language)}</b> {label}
            </>
          );
          return (
            <li key={key} data-colour={colour}>
              {filters ? (
                <Link to="/web/list/$resource" params={{ resource }} search={{ filters }}>
                  {text}
                </Link>
              ) : (
                text
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
