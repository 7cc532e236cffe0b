import Arguments
import Testing

@Suite("reading a command line")
struct ParseTests {
  @Test("a flag's value stands behind a space or an equals sign")
  func values() {
    for words in [["--as", "Ana", "-m", "exam"], ["--as=Ana", "--mode=exam"]] {
      guard case .run(let command) = parse(["practice", "visit"] + words, table: sampleTable) else {
        Issue.record("refused: \(words)")
        continue
      }
      #expect(command.path == ["practice"])
      #expect(command.arguments == ["visit"])
      #expect(command.flags == ["as": "Ana", "mode": "exam"])
    }
  }

  @Test("flags stand before, between and after arguments, global ones before the command too")
  func places() {
    let read = command("--store", "s.db", "check", "--json", "a", "-q", "b", "--strict")
    #expect(read?.path == ["check"])
    #expect(read?.arguments == ["a", "b"])
    #expect(read?.flags == ["store": "s.db", "json": "", "quiet": "", "strict": ""])
    #expect(command("transcript", "-q", "list")?.path == ["transcript", "list"])
  }

  @Test("two hyphens end the flags, one hyphen is an argument and a value")
  func hyphens() {
    #expect(
      command("check", "-", "--", "--json", "-h", "--")?.arguments == ["-", "--json", "-h", "--"])
    #expect(command("check", "--store", "-")?.string("store") == "-")
    #expect(command("practice", "visit", "--as=--x")?.string("as") == "--x")
    #expect(command("practice", "visit", "--as=a=b")?.string("as") == "a=b")
  }

  @Test("looking something up gives what was typed, else the default, else nothing")
  func lookUps() {
    let read = command("practice", "visit", "--seed", "18446744073709551615", "--plain")
    #expect(read?.number("seed") == UInt64.max)
    #expect(read?.int("seed") == nil)
    #expect(read?.string("mode") == "coach")
    #expect(read?.isSet("mode") == false)
    #expect(read?.isSet("plain") == true)
    #expect(read?.string("as") == nil)
    #expect(read?.string("nonsense") == nil)
    #expect(read?.argument(0) == "visit")
    #expect(read?.argument(1) == nil)
    #expect(read?.argument(-1) == nil)
    #expect(command("check", "--limit", "007")?.int("limit") == 7)
  }

  @Test("a flag that may be repeated has all its values, joined by commas")
  func repeated() {
    let table = CommandTable(
      program: "attune", summary: "", groups: [""],
      commands: [
        CommandEntry(
          path: ["go"], group: "", summary: "",
          flags: [Flag("with", value: FlagValue("a=n"), help: "", mayRepeat: true)])
      ])
    guard case .run(let command) = parse(["go", "--with", "a=1", "--with=b=2"], table: table) else {
      Issue.record("refused")
      return
    }
    #expect(command.string("with") == "a=1,b=2")
    #expect(command.values("with") == ["a=1", "b=2"])
  }

  @Test("a last argument left out has its default")
  func argumentDefault() {
    #expect(command("check")?.arguments == ["Scenarios"])
    #expect(command("transcript", "show", "12")?.arguments == ["12"])
  }

  @Test("no words at all run no command")
  func nothing() {
    #expect(command()?.path == [])
    #expect(command("-q")?.flags == ["quiet": ""])
  }

  @Test("the version may be asked for as JSON, and help wins over it")
  func version() {
    #expect(parse("--version") == .version(asJSON: false))
    #expect(parse("--json", "--version") == .version(asJSON: true))
    #expect(parse("check", "--version") == .version(asJSON: false))
    #expect(page("--version", "-h").hasPrefix("Practise talking"))
  }

  @Test(
    "words of any kind are taken or refused, never a crash",
    arguments: [
      "", "-", "--", "---", "-=", "--=", "--=x", "-\u{1B}[2J", "--\u{0}", "=", "-é", "--as=",
    ])
  func oddWords(word: String) {
    for words in [
      [word], [word, word], ["check", word], ["practice", "--as", word], ["help", word],
    ] {
      if case .wrong(let error) = parse(words, table: sampleTable) {
        #expect(!error.text().contains("\u{1B}"))
        #expect(error.text(width: 200).split(separator: "\n").count == 3)
      }
    }
  }
}
