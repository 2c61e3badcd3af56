// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { ApiError, type FormErrors, type Message } from '../api/http';

export interface WordedErrors {
  /** What concerns the whole form. */
  form: string[];
  fields: Record<string, string>;
}

/** The words for a message of the server; one without words shows its id, so that it can be looked up. */
export function wordMessage({ message, parameters }: Message, t: TFunction): string {
  const look = t as unknown as (key: string, options: object) => unknown;
  const words = look(message, { ...plainNames(parameters), defaultValue: '' });
  return typeof words === 'string' && words !== '' ? words : t('validation.unknown', { id: message });
}

/** The errors of a refused form, or null when the failure is of another kind. */
export function wordErrors(failure: unknown, known: readonly string[], t: TFunction): WordedErrors | null {
  if (!(failure instanceof ApiError) || failure.status !== 400) return null;
  const worded: WordedErrors = { form: (failure.errors.errors ?? []).map((error) => wordMessage(error, t)), fields: {} };
  for (const [name, child] of Object.entries(failure.errors.children ?? {})) {
    const texts = messagesIn(child).map((error) => wordMessage(error, t));
    if (texts.length === 0) continue;
    if (known.includes(name)) worded.fields[name] = texts.join(' ');
    else worded.form.push(...texts.map((text) => `${name}: ${text}`));
  }
  return worded;
}

function messagesIn(node: FormErrors): Message[] {
  return [...(node.errors ?? []), ...Object.values(node.children ?? {}).flatMap(messagesIn)];
}

/** Parameters come as `limit` or, from older servers, as `{{ limit }}`. */
function plainNames(parameters: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(/[{}%\s]/g, ''), value]));
}
