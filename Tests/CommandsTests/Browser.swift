import Foundation
import FoundationNetworking
import Testing

/// A headless Chromium, driven through chromedriver: W3C WebDriver over HTTP on this machine.
final class Browser {
  /// Tests that need one say `.enabled(if: Browser.isInstalled, Browser.missing)`.
  static let isInstalled = program("chromium") != nil && program("chromedriver") != nil
  static let missing: Comment = "chromium or chromium-driver is not installed"

  private let driver = Process()
  private let http: URLSession
  private var session = ""
  /// Where the files a page writes are put.
  let downloads: URL

  struct Failure: Error { let answer: String }

  init(in folder: URL) async throws {
    downloads = folder.appending(path: "downloads")
    let configuration = URLSessionConfiguration.ephemeral
    configuration.connectionProxyDictionary = [:]
    http = URLSession(configuration: configuration)
    driver.executableURL = try #require(program("chromedriver"))
    driver.arguments = ["--port=0"]
    let pipe = Pipe()
    driver.standardOutput = pipe
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    var said = ""
    while !said.contains("successfully on port") || !said.hasSuffix("\n") {
      let more = pipe.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Failure(answer: said) }
      said += String(decoding: more, as: UTF8.self)
    }
    let port = try #require(said.firstMatch(of: /successfully on port (\d+)/)?.1)
    session = "http://127.0.0.1:\(port)/session"
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--hide-scrollbars", "--user-data-dir=\(folder.path)/profile",
    ]
    let begun = try await send(
      "",
      [
        "capabilities": [
          "alwaysMatch": [
            "unhandledPromptBehavior": "accept", "goog:loggingPrefs": ["browser": "ALL"],
            "goog:chromeOptions": [
              "args": arguments, "prefs": ["download.default_directory": downloads.path],
            ],
          ] as [String: Any]
        ]
      ])
    let id = try #require((begun as? [String: Any])?["sessionId"] as? String)
    session += "/" + id
  }

  deinit { if driver.isRunning { driver.terminate() } }

  /// Ends the browser; a test that fails on the way leaves that to chromedriver.
  func close() async throws {
    var request = URLRequest(url: try #require(URL(string: session)))
    request.httpMethod = "DELETE"
    _ = try await http.data(for: request)
    driver.terminate()
    driver.waitUntilExit()
  }

  func open(_ path: String) async throws { _ = try await send("/url", ["url": "file://" + path]) }

  func reload() async throws { _ = try await send("/refresh", [:]) }

  /// What a piece of script gives, a promise once it is kept.
  @discardableResult
  func run(_ script: String) async throws -> Any? {
    try await send("/execute/sync", ["script": script, "args": []])
  }

  /// The value of an expression as text.
  func text(_ expression: String) async throws -> String {
    try #require(try await run("return String(\(expression))") as? String)
  }

  /// Presses one key after the other, then lets the page do what follows.
  func press(_ keys: String) async throws {
    let actions = keys.unicodeScalars.flatMap { key in
      ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] }
    }
    _ = try await send(
      "/actions", ["actions": [["type": "key", "id": "keys", "actions": actions] as [String: Any]]])
    try await settle()
  }

  func settle() async throws {
    try await run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
  }

  func show(width: Int, dark: Bool = false) async throws {
    try await tell(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    let scheme = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try await tell("Emulation.setEmulatedMedia", ["features": [scheme]])
    try await settle()
  }

  /// A command of Chromium's own.
  func tell(_ command: String, _ parameters: [String: Any]) async throws {
    _ = try await send("/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// What stands in the browser's console since the last time: errors, and what a policy refused.
  func complaints() async throws -> [String] {
    let entries = try await send("/se/log", ["type": "browser"]) as? [[String: Any]]
    return (entries ?? []).map { "\($0["message"] ?? "")" }
  }

  /// The one file that the page has written.
  func download() async throws -> URL {
    for _ in 0..<2000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: downloads.path)) ?? []
      if let name = names.first(where: { $0.hasSuffix(".attune-ratings") }) {
        return downloads.appending(path: name)
      }
      try await settle()
    }
    throw Failure(answer: "nothing was written")
  }

  private func send(_ path: String, _ body: [String: Any]) async throws -> Any? {
    var request = URLRequest(url: try #require(URL(string: session + path)))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.httpBody = try JSONSerialization.data(withJSONObject: body)
    let (data, response) = try await http.data(for: request)
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      throw Failure(answer: String(decoding: data, as: UTF8.self))
    }
    return (try JSONSerialization.jsonObject(with: data) as? [String: Any])?["value"]
  }
}

private func program(_ name: String) -> URL? {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: name) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}
