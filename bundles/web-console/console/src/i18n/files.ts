// SPDX-License-Identifier: Apache-2.0

/** Another language is one more file here; English stays in the main chunk, as the words for what is not translated. */
export const files: Record<string, () => Promise<{ default: object }>> = import.meta.glob<{ default: object }>(['./*.json', '!./en.json']);
