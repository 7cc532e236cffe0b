/// The commands an editor may ask for.
enum CommandName {
  static let playFrom = "attune.playFrom"
  static let runCheck = "attune.runCheck"
}

/// What the server can do, as an editor asks at the beginning.
func capabilities(_ encoding: PositionEncoding) -> JSONValue {
  [
    "positionEncoding": .string(encoding.rawValue),
    "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": false]],
    "hoverProvider": true,
    "completionProvider": ["triggerCharacters": ["#", " ", ",", ":", "="]],
    "definitionProvider": true,
    "referencesProvider": true,
    "documentHighlightProvider": true,
    "renameProvider": ["prepareProvider": true],
    "documentSymbolProvider": true,
    "foldingRangeProvider": true,
    "documentFormattingProvider": true,
    "codeActionProvider": ["codeActionKinds": ["quickfix"]],
    "codeLensProvider": ["resolveProvider": false],
    "executeCommandProvider": [
      "commands": [.string(CommandName.playFrom), .string(CommandName.runCheck)]
    ],
    "semanticTokensProvider": [
      "legend": [
        "tokenTypes": .array(semanticTokenTypes.map { .string($0) }), "tokenModifiers": [],
      ],
      "full": true,
    ],
  ]
}
