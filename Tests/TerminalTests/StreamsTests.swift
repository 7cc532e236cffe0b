import Glibc
import Terminal
import Testing

@Suite("streams")
struct StreamsTests {
  @Test("a command run in memory leaves what a screen would show")
  func recordedTerminal() throws {
    let recorded = RecordedStreams(
      input: [.line("hello"), .cancelled], isTerminal: true, width: 40)
    let streams = recorded.streams
    streams.input.begin(Console(commands: ["/help"], historyFile: "/h"))
    try streams.output.write("Patient: Hm.\n")
    #expect(streams.input.read(prompt: "You: ") == .line("hello"))
    #expect(streams.input.read(prompt: "You: ") == .cancelled)
    #expect(streams.input.read(prompt: "You: ") == .endOfInput)
    try streams.errors.write("error\n")
    #expect(recorded.output == "Patient: Hm.\nYou: hello\nYou: ^C\nYou: \n")
    #expect(recorded.errors == "error\n")
    #expect(recorded.console?.commands == ["/help"])
    #expect(streams.output.width == 40)
  }

  @Test("a command run in memory without a terminal shows no prompt")
  func recordedPipe() throws {
    let recorded = RecordedStreams(lines: ["a", "b", "c"])
    #expect(recorded.streams.input.read(prompt: "You: ") == .line("a"))
    #expect(recorded.unread == [.line("b"), .line("c")])
    #expect(try recorded.streams.input.readToEnd() == Array("b\nc\n".utf8))
    #expect(recorded.output == "")
    #expect(!recorded.streams.output.isTerminal)
  }

  @Test("a full disk and a reader that has gone are told apart")
  func failures() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: OutputFailure.noSpace) {
      try FileOutput(descriptor: full, environment: [:]).write("x")
    }
    #expect(throws: OutputFailure.system(EBADF)) {
      try FileOutput(descriptor: -1, environment: [:]).write("x")
    }
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let previous = signal(SIGPIPE, SIG_IGN)
    #expect(throws: OutputFailure.closed) {
      try FileOutput(descriptor: ends[1], environment: [:]).write("x")
    }
    signal(SIGPIPE, previous)
  }

  @Test("a long text goes through a pipe that is full for a while")
  func fullPipe() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    let text = String(repeating: "0123456789", count: 50_000)
    let (reading, writing) = (ends[0], ends[1])
    var reader = pthread_t()
    let box = Unmanaged.passRetained(Reader(reading))
    pthread_create(
      &reader, nil,
      { box in
        guard let box else { return nil }
        Unmanaged<Reader>.fromOpaque(box).takeUnretainedValue().run()
        return nil
      }, box.toOpaque())
    try FileOutput(descriptor: writing, environment: [:]).write(text)
    close(writing)
    pthread_join(reader, nil)
    // Compared outside of #expect, which would spend minutes on telling the difference.
    let isWhole = box.takeRetainedValue().bytes == Array(text.utf8)
    #expect(isWhole)
  }

  private final class Reader {
    let descriptor: Int32
    var bytes: [UInt8] = []
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func run() {
      bytes = (try? PlainInput(descriptor: descriptor).readToEnd()) ?? []
      close(descriptor)
    }
  }

  @Test(
    "the width is COLUMNS if that is a sensible number, else 80 where there is no terminal",
    arguments: [
      ("40", 40), ("1000", 1000), ("1001", 80), ("0", 80), ("-5", 80), ("", 80), ("x", 80),
    ])
  func width(columns: String, width: Int) {
    #expect(FileOutput(descriptor: -1, environment: ["COLUMNS": columns]).width == width)
  }
}
