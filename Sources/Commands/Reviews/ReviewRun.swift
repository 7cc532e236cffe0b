import Supervision
import Terminal
import TranscriptStore

extension Run {
  /// The name after `--as`; nil after saying that it is missing or none.
  func person(_ who: String) throws -> String? {
    guard let name = command.string("as") else {
      _ = try fail("it is not said who you are", help: "name \(who) with --as")
      return nil
    }
    return try checked(name, who)
  }

  /// A name on one line; nil after saying that it is none.
  func checked(_ name: String, _ who: String) throws -> String? {
    if (1...60).contains(name.count),
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    {
      return name
    }
    _ = try fail("the name of \(who) has 1 to 60 characters on one line", help: nil)
    return nil
  }

  /// What stands on the command line, else what somebody types; nil where it is nothing.
  func words(_ prompt: String, argument: Int = 1) throws -> String? {
    if let text = command.argument(argument)?.trimmingBlanks { return text.nonEmpty }
    guard surroundings.streams.input.isTerminal, canAsk else { return nil }
    return try askInWords(prompt, orElse: "Please say it in words, or q leaves.") {
      $0.isEmpty || isLeaving($0) ? nil : $0
    }.answer
  }

  /// The store and the id of the session named first.
  func storeAndSession() throws -> (store: TranscriptStore, id: String) {
    let store = try store()
    return (store, try store.identifier(beginningWith: command.argument(0) ?? ""))
  }
}

extension String {
  /// Nil where there is nothing in it.
  var nonEmpty: String? { isEmpty ? nil : self }
}
