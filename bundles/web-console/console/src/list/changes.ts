// SPDX-License-Identifier: Apache-2.0

export interface Change {
  name: string;
  before: string;
  after: string;
  changed: boolean;
}

/** The fields of a changed thing, those before and those after; undefined for an answer of another kind. */
export function changesOf(answer: unknown): Change[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('oldValues' in answer || 'newValues' in answer)) return undefined;
  const { oldValues, newValues } = answer as { oldValues?: unknown; newValues?: unknown };
  const before = toValues(oldValues);
  const after = toValues(newValues);
  if (!before || !after) return undefined;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.map((name) => {
    const [old, now] = [text(before[name]), text(after[name])];
    return { name, before: old, after: now, changed: old !== now };
  });
}

/** They are stored as a JSON text; of what was created or deleted there are none on one side. */
function toValues(stored: unknown): Record<string, unknown> | undefined {
  if (stored === null || stored === undefined || stored === '') return {};
  try {
    const values: unknown = typeof stored === 'string' ? JSON.parse(stored) : stored;
    return typeof values === 'object' && values !== null && !Array.isArray(values) ? (values as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && Object.keys(value).length === 0) return '';
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}

export const views = ['difference', 'changes', 'before', 'after'] as const;
export type View = (typeof views)[number];

/** Which fields a view shows; of values on one side those that there are. */
export function inView(changes: readonly Change[], view: View): Change[] {
  if (view === 'changes') return changes.filter(({ changed }) => changed);
  if (view === 'before' || view === 'after') return changes.filter((change) => change[view] !== '');
  return [...changes];
}
