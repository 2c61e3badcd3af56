// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from 'i18next';

/** The words of the editor's own parts, by those that it has itself: its search, and what it tells screen readers. */
export function editorPhrases(t: TFunction): Record<string, string> {
  return {
    Find: t('code.search'),
    Replace: t('code.phrases.replaceWith'),
    next: t('code.next'),
    previous: t('code.previous'),
    all: t('code.phrases.all'),
    'match case': t('code.phrases.matchCase'),
    regexp: t('code.phrases.regexp'),
    'by word': t('code.phrases.byWord'),
    replace: t('code.phrases.replace'),
    'replace all': t('code.phrases.replaceAll'),
    close: t('close'),
    'Go to line': t('code.phrases.goToLine'),
    go: t('code.phrases.go'),
    'current match': t('code.phrases.currentMatch'),
    'on line': t('code.phrases.onLine'),
    'replaced match on line $': t('code.phrases.replacedOnLine'),
    'replaced $ matches': t('code.phrases.replacedMatches'),
    'Selection deleted': t('code.phrases.selectionDeleted'),
  };
}
