import Foundation
import Glibc
import Testing

/// A headless Chromium, driven through chromedriver: W3C WebDriver over HTTP on this machine.
final class Browser {
  /// Tests that need one say `.enabled(if: Browser.isInstalled, Browser.missing)`.
  static let isInstalled = program("chromium") != nil && program("chromedriver") != nil
  static let missing: Comment = "chromium or chromium-driver is not installed"

  private let driver = Process()
  /// What the driver says.
  private let reads: FileHandle
  private var port: UInt16 = 0
  /// The path of the session.
  private var session = "/session"
  /// Where the files a page writes are put.
  let downloads: URL

  struct Failure: Error { let answer: String }

  /// A new browser, to be closed by whoever asked for it; its files are in `folder`.
  static func begin(in folder: URL) throws -> Browser {
    let browser = try Browser(in: folder)
    do {
      try browser.begin(in: folder)
    } catch {
      browser.close()
      throw error
    }
    return browser
  }

  private init(in folder: URL) throws {
    downloads = folder.appending(path: "downloads")
    let chromedriver: URL = try #require(program("chromedriver"))
    driver.executableURL = chromedriver
    driver.arguments = ["--port=0"]
    let pipe = Pipe()
    driver.standardOutput = pipe
    driver.standardError = FileHandle.nullDevice
    try driver.run()
    reads = pipe.fileHandleForReading
  }

  private func begin(in folder: URL) throws {
    var said = ""
    while !said.contains("successfully on port") || !said.hasSuffix("\n") {
      let more = reads.availableData
      guard !more.isEmpty else { throw Failure(answer: said) }
      said += String(decoding: more, as: UTF8.self)
    }
    let digits = try #require(said.firstMatch(of: /successfully on port (\d+)/)?.1)
    port = try #require(UInt16(digits))
    let arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--hide-scrollbars", "--user-data-dir=\(folder.path)/profile",
    ]
    let begun = try send(
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

  /// Ends the browser and its driver, whatever happened before.
  func close() {
    guard driver.isRunning else { return }
    if session.count > "/session".count { _ = try? ask("DELETE", session, Data()) }
    // It leaves other signals to a browser that is no more.
    kill(driver.processIdentifier, SIGKILL)
    driver.waitUntilExit()
  }

  func open(_ path: String) throws { _ = try send("/url", ["url": "file://" + path]) }

  func reload() throws { _ = try send("/refresh", [:]) }

  /// What a piece of script gives, a promise once it is kept.
  @discardableResult
  func run(_ script: String) throws -> Any? {
    try send("/execute/sync", ["script": script, "args": []])
  }

  /// The value of an expression as text.
  func text(_ expression: String) throws -> String {
    try #require(try run("return String(\(expression))") as? String)
  }

  /// Presses one key after the other, then lets the page do what follows.
  func press(_ keys: String) throws {
    let actions = keys.unicodeScalars.flatMap { key in
      ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] }
    }
    _ = try send(
      "/actions", ["actions": [["type": "key", "id": "keys", "actions": actions] as [String: Any]]])
    try settle()
  }

  func settle() throws {
    try run("return new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
  }

  func show(width: Int, dark: Bool = false) throws {
    try tell(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
    let scheme = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try tell("Emulation.setEmulatedMedia", ["features": [scheme]])
    try settle()
  }

  /// A command of Chromium's own.
  func tell(_ command: String, _ parameters: [String: Any]) throws {
    _ = try send("/goog/cdp/execute", ["cmd": command, "params": parameters])
  }

  /// What stands in the browser's console since the last time: errors, and what a policy refused.
  func complaints() throws -> [String] {
    let entries = try send("/se/log", ["type": "browser"]) as? [[String: Any]]
    return (entries ?? []).map { "\($0["message"] ?? "")" }
  }

  /// The one file that the page has written.
  func download() throws -> URL {
    for _ in 0..<2000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: downloads.path)) ?? []
      if let name = names.first(where: { $0.hasSuffix(".attune-ratings") }) {
        return downloads.appending(path: name)
      }
      try settle()
    }
    throw Failure(answer: "nothing was written")
  }

  private func send(_ path: String, _ body: [String: Any]) throws -> Any? {
    let answer = try ask(
      "POST", session + path, try JSONSerialization.data(withJSONObject: body))
    let value = (try JSONSerialization.jsonObject(with: answer) as? [String: Any])?["value"]
    if let failure = value as? [String: Any], let error = failure["error"] as? String {
      throw Failure(answer: "\(error): \(failure["message"] ?? "")")
    }
    return value
  }

  /// One request over a connection of its own; gives the body of the answer.
  private func ask(_ method: String, _ path: String, _ body: Data) throws -> Data {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { Glibc.close(connection) }
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Failure(answer: "chromedriver does not answer") }
    var patience = timeval(tv_sec: 120, tv_usec: 0)
    setsockopt(
      connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let file = FileHandle(fileDescriptor: connection, closeOnDealloc: false)
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    try file.write(contentsOf: Data(head.utf8) + body)
    var answer = Data()
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let end = answer.firstRange(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: answer[..<end.lowerBound], as: UTF8.self).lowercased()
        let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) }
        if let length, answer.distance(from: end.upperBound, to: answer.endIndex) >= length {
          return answer[end.upperBound...].prefix(length)
        }
      }
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { throw Failure(answer: "chromedriver broke off") }
      answer += chunk[..<count]
    }
  }
}

private func program(_ name: String) -> URL? {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { URL(filePath: String($0)).appending(path: name) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}
