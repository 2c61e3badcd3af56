// SPDX-License-Identifier: Apache-2.0

/** The answer of a call as a text to read: a text as it is, anything else as JSON over several lines. */
export function contentText(answer: unknown): string {
  if (answer === null || answer === undefined) return '';
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'object') return String(answer);
  const steps = stepsOf(answer);
  if (steps) return steps;
  const { content } = answer as { content?: unknown };
  if (typeof content === 'string') return content;
  return JSON.stringify(answer, (_name, value: unknown) => unpacked(value), 2);
}

/** Values that were stored as JSON texts read better as JSON. */
function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Things in an order, such as the way to a firmware: one line each. */
function stepsOf(answer: object): string | undefined {
  const named = (one: unknown): one is { representation: string; version?: string } =>
    typeof one === 'object' && one !== null && 'representation' in one && typeof one.representation === 'string';
  if (!Array.isArray(answer) || answer.length === 0 || !answer.every(named)) return undefined;
  return answer.map(({ representation, version }, place) => `${place + 1}. ${representation}${version ? ` (${version})` : ''}`).join('\n');
}
