// Connects Visual Studio Code with 'attune language-server'.
'use strict';

const vscode = require('vscode');
const { Connection } = require('./connection');

const languages = ['attune', 'attune-codebook', 'attune-rubric'];
let connection;
let legend;

async function activate(context) {
  const problems = vscode.languages.createDiagnosticCollection('attune');
  context.subscriptions.push(
    problems,
    vscode.commands.registerCommand('attune.restart', async () => {
      await deactivate();
      problems.clear();
      await start(problems);
    }),
    vscode.commands.registerCommand('attune.playFrom', (...args) => type('attune.playFrom', args)),
    vscode.commands.registerCommand('attune.runCheck', (...args) => type('attune.runCheck', args)),
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidCloseTextDocument((document) => {
      if (isOurs(document)) tell('textDocument/didClose', { textDocument: named(document) });
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isOurs(document)) tell('textDocument/didSave', { textDocument: named(document) });
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!isOurs(document) || contentChanges.length === 0) return;
      tell('textDocument/didChange', {
        textDocument: { ...named(document), version: document.version },
        contentChanges: contentChanges.map(({ range, text }) => ({ range: plain(range), text })),
      });
    })
  );
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{codebook,words,rubric,part}');
  const changed = () => tell('workspace/didChangeWatchedFiles', { changes: [] });
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  watcher.onDidDelete(changed);
  context.subscriptions.push(watcher);
  await start(problems);
  if (legend) register(context);
}

async function deactivate() {
  const old = connection;
  connection = undefined;
  if (old) await old.end();
}

async function start(problems) {
  const program = vscode.workspace.getConfiguration('attune').get('program') || 'attune';
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const started = new Connection(
    program,
    folder,
    (method, params) => {
      if (method === 'textDocument/publishDiagnostics') show(problems, params);
    },
    (reason) => {
      if (connection !== started) return;
      connection = undefined;
      vscode.window.showErrorMessage(
        `attune could not be used: ${reason}. Is it installed, and is 'attune.program' right?`
      );
    }
  );
  connection = started;
  try {
    const answer = await started.ask('initialize', { processId: process.pid, capabilities: {} });
    const tokens = answer.capabilities.semanticTokensProvider.legend;
    legend = new vscode.SemanticTokensLegend(tokens.tokenTypes, tokens.tokenModifiers);
  } catch {
    return;
  }
  tell('initialized', {});
  vscode.workspace.textDocuments.forEach(open);
}

function register(context) {
  const to = (method, shape) => async (document, ...rest) => {
    const answer = await ask(method, { textDocument: named(document), ...rest[0] });
    return answer ? shape(answer, document) : undefined;
  };
  // Every provider is asked with a document first; the others add what else it is about.
  const atPlace = (method, shape) => (document, position) =>
    to(method, shape)(document, { position: plainPlace(position) });
  const l = vscode.languages;
  context.subscriptions.push(
    l.registerHoverProvider(languages, {
      provideHover: atPlace('textDocument/hover', (answer) =>
        new vscode.Hover(new vscode.MarkdownString(answer.contents.value), range(answer.range))),
    }),
    l.registerCompletionItemProvider(
      languages,
      { provideCompletionItems: atPlace('textDocument/completion', (items) => items.map(item)) },
      '#', ' ', ',', ':', '='
    ),
    l.registerDefinitionProvider(languages, {
      provideDefinition: atPlace('textDocument/definition', location),
    }),
    l.registerReferenceProvider(languages, {
      provideReferences: (document, position, context) =>
        to('textDocument/references', (found) => found.map(location))(document, {
          position: plainPlace(position), context,
        }),
    }),
    l.registerDocumentHighlightProvider(languages, {
      provideDocumentHighlights: atPlace('textDocument/documentHighlight', (found) =>
        found.map((one) => new vscode.DocumentHighlight(range(one.range), one.kind - 1))),
    }),
    l.registerRenameProvider(languages, {
      prepareRename: atPlace('textDocument/prepareRename', (answer) => ({
        range: range(answer.range), placeholder: answer.placeholder,
      })),
      provideRenameEdits: (document, position, newName) =>
        to('textDocument/rename', workspaceEdit)(document, {
          position: plainPlace(position), newName,
        }),
    }),
    l.registerDocumentSymbolProvider(languages, {
      provideDocumentSymbols: (document) =>
        to('textDocument/documentSymbol', (symbols) => symbols.map(symbol))(document),
    }),
    l.registerFoldingRangeProvider(languages, {
      provideFoldingRanges: (document) =>
        to('textDocument/foldingRange', (ranges) =>
          ranges.map((one) => new vscode.FoldingRange(one.startLine, one.endLine)))(document),
    }),
    l.registerDocumentFormattingEditProvider(languages, {
      provideDocumentFormattingEdits: (document, options) =>
        to('textDocument/formatting', (edits) => edits.map(textEdit))(document, { options }),
    }),
    l.registerCodeActionsProvider(languages, {
      provideCodeActions: (document, where) =>
        to('textDocument/codeAction', (actions) => actions.map(action))(document, {
          range: plain(where), context: { diagnostics: [] },
        }),
    }),
    l.registerCodeLensProvider(languages, {
      provideCodeLenses: (document) =>
        to('textDocument/codeLens', (lenses) =>
          lenses.map((lens) => new vscode.CodeLens(range(lens.range), lens.command)))(document),
    }),
    l.registerDocumentSemanticTokensProvider(
      languages,
      {
        provideDocumentSemanticTokens: (document) =>
          to('textDocument/semanticTokens/full', (tokens) =>
            new vscode.SemanticTokens(new Uint32Array(tokens.data)))(document),
      },
      legend
    )
  );
}

/// Saves the file and types the command's line into a terminal.
async function type(command, args) {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === args[0]);
  if (document?.isDirty) await document.save();
  try {
    const line = await ask('workspace/executeCommand', { command, arguments: args });
    const terminal =
      vscode.window.terminals.find((one) => one.name === 'attune') ??
      vscode.window.createTerminal('attune');
    terminal.show();
    terminal.sendText(line);
  } catch (error) {
    vscode.window.showErrorMessage(error.message);
  }
}

function ask(method, params) {
  return connection ? connection.ask(method, params) : Promise.resolve(undefined);
}

function tell(method, params) {
  connection?.tell(method, params);
}

function open(document) {
  if (!isOurs(document)) return;
  tell('textDocument/didOpen', {
    textDocument: {
      ...named(document), languageId: document.languageId, version: document.version,
      text: document.getText(),
    },
  });
}

function isOurs(document) {
  return languages.includes(document.languageId);
}

function named(document) {
  return { uri: document.uri.toString() };
}

function show(problems, { uri, diagnostics }) {
  problems.set(
    vscode.Uri.parse(uri),
    diagnostics.map((one) => {
      const problem = new vscode.Diagnostic(range(one.range), one.message, one.severity - 1);
      problem.code = one.code;
      problem.source = one.source;
      return problem;
    })
  );
}

function plainPlace({ line, character }) {
  return { line, character };
}

function plain({ start, end }) {
  return { start: plainPlace(start), end: plainPlace(end) };
}

function range({ start, end }) {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function location(one) {
  return new vscode.Location(vscode.Uri.parse(one.uri), range(one.range));
}

function textEdit(edit) {
  return vscode.TextEdit.replace(range(edit.range), edit.newText);
}

function workspaceEdit({ changes }) {
  const edit = new vscode.WorkspaceEdit();
  for (const [uri, edits] of Object.entries(changes)) {
    edit.set(vscode.Uri.parse(uri), edits.map(textEdit));
  }
  return edit;
}

// The protocol counts kinds from 1, Visual Studio Code from 0.
function item(one) {
  const made = new vscode.CompletionItem(one.label, one.kind - 1);
  made.detail = one.detail;
  if (one.documentation) made.documentation = new vscode.MarkdownString(one.documentation.value);
  made.sortText = one.sortText;
  made.filterText = one.filterText;
  made.insertText = one.textEdit.newText;
  made.range = range(one.textEdit.range);
  return made;
}

function symbol(one) {
  const made = new vscode.DocumentSymbol(
    one.name, '', one.kind - 1, range(one.range), range(one.selectionRange)
  );
  made.children = one.children.map(symbol);
  return made;
}

function action(one) {
  const made = new vscode.CodeAction(one.title, vscode.CodeActionKind.QuickFix);
  made.edit = workspaceEdit(one.edit);
  made.isPreferred = one.isPreferred;
  return made;
}

module.exports = { activate, deactivate };
