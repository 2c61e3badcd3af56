// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';
import { ApiError, type FormErrors, type Message } from '../api/http';
import { denyReason, humanise, wordsOf } from '../resource/words';

export interface WordedErrors {
  /** What concerns the whole form. */
  form: string[];
  /** By the path of the field. */
  fields: Record<string, string>;
  /** The line of a text that is wrong, by the path of the field. */
  lines?: Record<string, number>;
}

/** The words for a message of the server; one without words reads as its id, which can be looked up. */
export function wordMessage({ message, parameters }: Message, t: TFunction): string {
  if (message.startsWith('deny.')) return denyReason(t, message);
  const unknown = t('validation.unknown', { words: humanise(message).toLowerCase(), id: message });
  const last = message.slice(message.lastIndexOf('.') + 1);
  return wordsOf(t, [message, `reasons.${last}`, `deny.any.${last}`], unknown, plainNames(parameters));
}

/** The errors of a refused form, or null when the failure is of another kind. */
export function wordErrors(failure: unknown, known: readonly string[], t: TFunction): WordedErrors | null {
  if (!(failure instanceof ApiError) || failure.status !== 400) return null;
  const worded: WordedErrors = { form: (failure.errors.errors ?? []).map((error) => wordMessage(error, t)), fields: {}, lines: {} };
  for (const [name, child] of Object.entries(failure.errors.children ?? {})) collect(worded, known, name, child, t);
  return worded;
}

/** Messages of what is nested go by its path, such as `variables.0.name`. */
function collect(worded: WordedErrors, known: readonly string[], path: string, node: FormErrors, t: TFunction): void {
  const texts = (node.errors ?? []).map((error) => wordMessage(error, t));
  const [name = ''] = path.split('.', 1);
  const line = node.errors?.map(({ parameters }) => parameters?.line).find((one) => typeof one === 'number');
  if (worded.lines && typeof line === 'number') worded.lines[path] = line;
  if (texts.length > 0 && known.includes(name)) worded.fields[path] = texts.join(' ');
  else worded.form.push(...texts.map((text) => `${path}: ${text}`));
  for (const [child, inner] of Object.entries(node.children ?? {})) collect(worded, known, `${path}.${child}`, inner, t);
}

/** The messages of a form and of everything within it. */
export function allMessages(node: FormErrors): Message[] {
  return [...(node.errors ?? []), ...Object.values(node.children ?? {}).flatMap(allMessages)];
}

/** Parameters come as `limit` or, from older servers, as `{{ limit }}`. */
function plainNames(parameters: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name.replace(/[{}%\s]/g, ''), value]));
}
