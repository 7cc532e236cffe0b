import Glibc
import Terminal

/// Reads lines as the console does and prints what it got; its argument is the history file.
enum Probe {
  static func run(_ arguments: [String]) -> Int32 {
    let streams = Streams.standard(program: "attune", environment: [:])
    streams.input.begin(
      Console(
        commands: ["/help", "/hint", "/pause"], historyFile: arguments.dropFirst().first))
    do {
      while true {
        switch streams.input.read(prompt: "\u{1B}[1myou> \u{1B}[0m") {
        case .line(let text, let isCut):
          let width = streams.output.width
          try streams.output.write(
            "got \(text.debugDescription)\(isCut ? " cut" : "") at \(width)\n")
        case .cancelled: try streams.output.write("cancelled\n")
        case .endOfInput:
          try streams.output.write("end\n")
          return 0
        }
      }
    } catch {
      return 2
    }
  }
}
