// SPDX-License-Identifier: Apache-2.0
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { jinja } from '@codemirror/lang-jinja';
import { HighlightStyle, LanguageSupport, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { velocity } from '@codemirror/legacy-modes/mode/velocity';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface EditorHandle {
  /** Shows another text, unless it is there already. */
  show(text: string): void;
  search(): void;
  /** Marks a line as faulty and brings it into sight on demand; without a message, marks none. */
  mark(message: string | undefined, line: number | undefined, scroll: boolean): void;
  close(): void;
}

interface Options {
  label: string;
  language: string;
  value: string;
  phrases: Record<string, string>;
  onChange(text: string): void;
}

// their colours follow the page: variables reach into a shadow root
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.definitionKeyword], color: 'var(--ems-code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--ems-code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--ems-code-number)' },
  { tag: [tags.variableName, tags.special(tags.variableName), tags.propertyName], color: 'var(--ems-code-variable)' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--mantine-color-dimmed)', fontStyle: 'italic' },
  { tag: [tags.brace, tags.meta, tags.processingInstruction], color: 'var(--ems-code-keyword)' },
]);

const look = EditorView.theme({
  '&': { height: '460px', fontSize: '13px', color: 'var(--mantine-color-text)', backgroundColor: 'var(--mantine-color-body)' },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'monospace', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': { backgroundColor: 'var(--ems-panel)', color: 'var(--mantine-color-dimmed)', borderColor: 'var(--mantine-color-default-border)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--ems-row-hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--ems-active)' },
  '.cm-panels': { backgroundColor: 'var(--ems-panel)', color: 'var(--mantine-color-text)' },
  '.cm-textfield, .cm-button': {
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--mantine-color-body)',
    backgroundImage: 'none',
    border: '1px solid var(--mantine-color-default-border)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--mantine-color-body)', color: 'var(--mantine-color-text)' },
});

function languageOf(name: string): Extension {
  if (name === 'twig') return jinja();
  return name === 'velocity' ? new LanguageSupport(StreamLanguage.define(velocity)) : [];
}

export function openEditor(host: HTMLElement, { label, language, value, phrases, onChange }: Options): EditorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const state = EditorState.create({
    doc: value,
    extensions: [
      lineNumbers(),
      lintGutter(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search({ top: true }),
      // Tab stays the way to the next input
      keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap]),
      syntaxHighlighting(colours),
      look,
      languageOf(language),
      EditorState.phrases.of(phrases),
      // what scrolls must be reachable by the keyboard, and some tools do not see that this is
      EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
    ],
  });
  const view = new EditorView({ root, parent: root, state });
  return {
    show: (text) => {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    search: () => void openSearchPanel(view),
    mark: (message, number, scroll) => {
      const line = number && number >= 1 && number <= view.state.doc.lines ? view.state.doc.line(number) : undefined;
      const found = message && line ? [{ from: line.from, to: line.to, severity: 'error' as const, message }] : [];
      view.dispatch(setDiagnostics(view.state, found));
      if (scroll && line && found.length > 0) view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: 'center' }) });
    },
    close: () => view.destroy(),
  };
}
