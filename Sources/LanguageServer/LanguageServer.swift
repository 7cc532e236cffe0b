import Diagnostics
import ScenarioChecker

/// An editor's partner: takes its messages and gives the answers, without reading or writing
/// anything itself.
///
/// What is wrong with the documents is told by `settle()`, so that a burst of keystrokes is checked
/// once.
package final class LanguageServer {
  private enum Phase { case waiting, serving, shutDown }

  let library: EditorLibrary
  var encoding = PositionEncoding.utf16
  private var phase = Phase.waiting
  private(set) var documents: [String: Document] = [:]
  private var canWatchFiles = false
  /// Whether the editor wants no more: then nothing is to be read from it.
  package private(set) var hasExited = false

  package init(_ library: EditorLibrary) { self.library = library }

  /// 0 where the editor had asked for the end, else 1.
  package var exitStatus: Int32 { phase == .shutDown ? 0 : 1 }

  /// What to send for one message of the editor; any bytes are accepted.
  package func receive(_ message: [UInt8]) -> [[UInt8]] {
    guard let value = JSONValue(message) else {
      return [JSONValue.failure(.null, .unreadable).bytes]
    }
    return answers(to: RemoteMessage(value)).map(\.bytes)
  }

  /// What to send for bytes that were no message.
  package func receiveBroken() -> [[UInt8]] {
    [JSONValue.failure(.null, .unreadable).bytes]
  }

  /// Tells what is wrong with each document that changed since the last time; for when no further
  /// message waits.
  package func settle() -> [[UInt8]] {
    sortedDocuments.filter(\.isDirty).map { document in
      document.isDirty = false
      return publication(of: document).bytes
    }
  }

  private func answers(to message: RemoteMessage) -> [JSONValue] {
    switch message {
    case .response: return []
    case .invalid(let id): return [.failure(id, .invalid)]
    case .notification(let method, let params): return notice(method, params)
    case .request(let id, let method, let params):
      do throws(RequestError) {
        return [.response(id, try answer(method, params))]
      } catch {
        return [.failure(id, error)]
      }
    }
  }

  private func answer(_ method: String, _ params: JSONValue) throws(RequestError) -> JSONValue {
    switch (phase, method) {
    case (.waiting, "initialize"): return initialize(params)
    case (.waiting, _): throw .tooEarly
    case (.shutDown, _): throw .tooLate
    case (.serving, "initialize"): throw .invalid
    case (.serving, "shutdown"):
      phase = .shutDown
      return .null
    case (.serving, "workspace/executeCommand"): return try execute(params)
    case (.serving, _): break
    }
    guard let feature = Self.features[method] else { throw .unknownMethod }
    guard let document = documents[params["textDocument"]["uri"].string ?? ""] else {
      throw .unknownFile
    }
    return try feature(self, document, params)
  }

  private typealias Feature =
    @Sendable (LanguageServer, Document, JSONValue) throws(RequestError) -> JSONValue

  /// The requests about one document.
  private static let features: [String: Feature] = [
    "textDocument/hover": { server, document, params throws(RequestError) in
      try server.hover(document, params)
    },
    "textDocument/completion": { server, document, params throws(RequestError) in
      try server.completion(document, params)
    },
    "textDocument/definition": { server, document, params throws(RequestError) in
      try server.definition(document, params)
    },
    "textDocument/references": { server, document, params throws(RequestError) in
      try server.references(document, params)
    },
    "textDocument/documentHighlight": { server, document, params throws(RequestError) in
      try server.highlights(document, params)
    },
    "textDocument/prepareRename": { server, document, params throws(RequestError) in
      try server.prepareRename(document, params)
    },
    "textDocument/rename": { server, document, params throws(RequestError) in
      try server.rename(document, params)
    },
    "textDocument/documentSymbol": { server, document, _ throws(RequestError) in
      server.symbols(document)
    },
    "textDocument/foldingRange": { server, document, _ throws(RequestError) in
      server.foldingRanges(document)
    },
    "textDocument/formatting": { server, document, _ throws(RequestError) in
      server.formatting(document)
    },
    "textDocument/codeAction": { server, document, params throws(RequestError) in
      try server.codeActions(document, params)
    },
    "textDocument/codeLens": { server, document, _ throws(RequestError) in
      server.codeLenses(document)
    },
    "textDocument/semanticTokens/full": { server, document, _ throws(RequestError) in
      server.semanticTokens(document)
    },
  ]

  /// The requests about one document, by their names.
  static var methods: [String] { features.keys.sorted() }

  private func initialize(_ params: JSONValue) -> JSONValue {
    phase = .serving
    let client = params["capabilities"]
    encoding = PositionEncoding(
      offered: client["general"]["positionEncodings"].array.compactMap(\.string))
    canWatchFiles =
      client["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"].bool ?? false
    return ["serverInfo": ["name": "attune"], "capabilities": capabilities(encoding)]
  }

  private func notice(_ method: String, _ params: JSONValue) -> [JSONValue] {
    if method == "exit" {
      hasExited = true
      return []
    }
    guard phase == .serving else { return [] }
    let uri = params["textDocument"]["uri"].string ?? ""
    let version = params["textDocument"]["version"].integer
    switch method {
    case "initialized": return canWatchFiles ? [watchRequest] : []
    case "textDocument/didOpen":
      guard let text = params["textDocument"]["text"].string, !uri.isEmpty else { return [] }
      documents[uri] = Document(
        uri: uri, language: params["textDocument"]["languageId"].string, version: version,
        text: text)
    case "textDocument/didChange":
      guard let document = documents[uri],
        let text = changed(document.file, by: params["contentChanges"].array, encoding)
      else { return [] }
      document.replace(text, version: version)
      if document.kind == .part { recheckUsers(of: document.file.name) }
    case "textDocument/didClose":
      guard documents.removeValue(forKey: uri) != nil else { return [] }
      // A closed file's problems would stay in the editor's list for ever.
      return [
        .notification(
          "textDocument/publishDiagnostics", ["uri": .string(uri), "diagnostics": []])
      ]
    case "textDocument/didSave":
      if documents[uri]?.kind != .scenario { forgetLibraries() }
    case "workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration": forgetLibraries()
    default: break
    }
    return []
  }

  private func forgetLibraries() {
    library.forget()
    for document in documents.values {
      document.library = nil
      document.recheck()
    }
  }

  private func recheckUsers(of part: String) {
    for document in documents.values where document.parts.contains(where: { $0.name == part }) {
      document.recheck()
    }
  }

  /// Asks the editor to say when a file changes that others depend on.
  private var watchRequest: JSONValue {
    let watchers: [JSONValue] = ["**/*.codebook", "**/*.words", "**/*.rubric", "**/*.part"]
      .map { ["globPattern": .string($0)] }
    return [
      "jsonrpc": "2.0", "id": "watch", "method": "client/registerCapability",
      "params": [
        "registrations": [
          [
            "id": "watch", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": ["watchers": .array(watchers)],
          ]
        ]
      ],
    ]
  }

  private var sortedDocuments: [Document] { documents.values.sorted { $0.uri < $1.uri } }

  func checking(_ document: Document) -> CheckingLibrary {
    if let library = document.library { return library }
    let library = library.checking(path(of: document.uri))
    document.library = library
    return library
  }

  func diagnostics(_ document: Document) -> [Diagnostic] {
    var world = library
    let (open, onDisk) = (documents, library.part)
    world.part = { path in open.values.first { $0.file.name == path }?.file ?? onDisk(path) }
    return document.diagnostics(with: checking(document), world)
  }

  func names(of document: Document) -> ScenarioNames {
    _ = diagnostics(document)
    return document.names
  }

  /// The byte offset a request is about.
  func offset(_ document: Document, _ params: JSONValue) throws(RequestError) -> Int {
    guard
      let offset = byteOffset(params["position"], in: document.file, encoding)
    else { throw .unreadableParams }
    return offset
  }
}
