/// A message from an editor.
enum RemoteMessage {
  case request(id: JSONValue, method: String, params: JSONValue)
  case notification(method: String, params: JSONValue)
  /// What an editor says to a request of ours.
  case response
  /// JSON that is none of these, with the id it seems to have.
  case invalid(id: JSONValue)

  init(_ value: JSONValue) {
    let id = value["id"]
    let hasID = id.string != nil || id.integer != nil
    guard let method = value["method"].string else {
      self =
        !value["result"].isNull || !value["error"].isNull || hasID ? .response : .invalid(id: .null)
      return
    }
    self =
      hasID
      ? .request(id: id, method: method, params: value["params"])
      : .notification(method: method, params: value["params"])
  }
}

/// Why a request is not answered, in words an editor shows.
struct RequestError: Error, Equatable {
  let code: Int
  let message: String

  static let unreadable = RequestError(code: -32700, message: "this message is not JSON")
  static let invalid = RequestError(code: -32600, message: "this is no request")
  static let unknownMethod = RequestError(code: -32601, message: "attune does not do this")
  static let tooEarly = RequestError(code: -32002, message: "'initialize' comes first")
  static let tooLate = RequestError(code: -32600, message: "the server was shut down")
  static let unknownFile = RequestError(code: -32602, message: "this file is not open")
  static let unreadableParams = RequestError(
    code: -32602, message: "this request lacks something")

  /// The request was understood and is not carried out.
  static func refused(_ reason: String) -> RequestError {
    RequestError(code: -32803, message: reason)
  }
}

extension JSONValue {
  static func response(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  static func failure(_ id: JSONValue, _ error: RequestError) -> JSONValue {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .integer(error.code), "message": .string(error.message)],
    ]
  }

  static func notification(_ method: String, _ params: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": params]
  }
}
