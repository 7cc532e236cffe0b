import Arguments
import Testing

@Suite("refusing a command line")
struct UsageErrorTests {
  static let check = "usage: attune check [<file> ...] [--strict] [--json] [--limit <n>]\n"
  static let checkHint = "See 'attune check --help'.\n"
  static let practice =
    "usage: attune practice <scenario> [--as <name>] [--mode <mode>]"
    + " [--seed <number>] [--plain]\n"

  @Test("an unknown command names the nearest one")
  func unknownCommand() {
    let usage = "usage: attune <command> [<option> ...]\nSee 'attune --help'.\n"
    #expect(
      refusal("chekc") == "error: there is no command 'chekc'; the nearest is 'check'\n" + usage)
    #expect(refusal("prac") == "error: there is no command 'prac'\n" + usage)
    #expect(refusal("chekc", "--help") == refusal("chekc"))
  }

  @Test("what a trainee may have said is not repeated")
  func speech() {
    #expect(
      refusal("you sound sad")
        == "error: the first word names no command\n"
        + "usage: attune <command> [<option> ...]\nSee 'attune --help'.\n")
    #expect(!refusal("practice", "visit", "you", "sound", "sad").contains("sad"))
  }

  @Test("a noun lists what follows it")
  func verbs() {
    let usage = "usage: attune transcript {list|show}\nSee 'attune transcript --help'.\n"
    #expect(refusal("transcript") == "error: 'transcript' is followed by list or show\n" + usage)
    #expect(
      refusal("transcript", "shwo")
        == "error: 'transcript' is followed by list or show, not by 'shwo'; the nearest is 'show'\n"
        + usage)
  }

  @Test("an unknown flag names the nearest one, whichever way its hyphens are missing")
  func unknownFlag() {
    let end = "; the nearest is '--json'\n" + Self.check + Self.checkHint
    #expect(refusal("check", "--jsno") == "error: there is no option '--jsno'" + end)
    #expect(refusal("check", "-json") == "error: there is no option '-json'" + end)
    #expect(
      refusal("check", "--zebra=4")
        == "error: there is no option '--zebra'\n" + Self.check + Self.checkHint)
  }

  @Test("a command's flag before the command is told where it belongs")
  func flagBeforeCommand() {
    #expect(
      refusal("--json", "check")
        == "error: '--json' belongs after the name of the command\n"
        + "usage: attune <command> [<option> ...]\nSee 'attune --help'.\n")
  }

  @Test("a flag given twice, a value missing and a value unwanted are refused")
  func flagValues() {
    let end = Self.practice + "See 'attune practice --help'.\n"
    #expect(
      refusal("practice", "v", "--mode", "exam", "-m", "exam") == "error: '-m' is given twice\n"
        + end)
    for words in [["--as"], ["--as", "--plain"], ["--as="], ["--as", ""], ["--as", "--"]] {
      guard case .wrong(let error) = parse(["practice", "v"] + words, table: sampleTable) else {
        Issue.record("taken: \(words)")
        continue
      }
      #expect(error.text(width: 200) == "error: '--as' needs a value: --as <name>\n" + end)
    }
    #expect(refusal("practice", "v", "--plain=yes") == "error: '--plain' takes no value\n" + end)
  }

  @Test("a value outside the choices names them and the nearest")
  func choices() {
    let end = Self.practice + "See 'attune practice --help'.\n"
    #expect(
      refusal("practice", "v", "--mode", "exams")
        == "error: '--mode' is coach, quiet or exam, not 'exams'; the nearest is 'exam'\n" + end)
    #expect(
      refusal("practice", "v", "-m", "so sad") == "error: '-m' is coach, quiet or exam\n" + end)
  }

  @Test(
    "a number out of range or no number at all names the range",
    arguments: ["0", "501", "+5", "٣", "1e2"])
  func numbers(word: String) {
    #expect(
      refusal("check", "--limit", word)
        == "error: '--limit' is a whole number from 1 to 500\n" + Self.check + Self.checkHint)
  }

  @Test("too few and too many arguments are counted")
  func argumentCount() {
    let end = Self.practice + "See 'attune practice --help'.\n"
    #expect(refusal("practice") == "error: <scenario> is missing\n" + end)
    #expect(refusal("practice", "a", "b") == "error: this command takes 1 argument, not 2\n" + end)
    #expect(
      refusal("transcript", "list", "x")
        == "error: this command takes options only\nusage: attune transcript list [--json]\n"
        + "See 'attune transcript list --help'.\n")
    #expect(
      refusal("transcript", "show", "12", "last")
        == "error: <turn> is a whole number from 1 to 9999\n"
        + "usage: attune transcript show <session> [<turn>]\n"
        + "See 'attune transcript show --help'.\n")
  }

  @Test("help about something unknown names the nearest command or topic")
  func unknownTopic() {
    let usage = "usage: attune <command> [<option> ...]\nSee 'attune --help'.\n"
    #expect(
      refusal("help", "exit-sttaus")
        == "error: there is no command or help topic 'exit-sttaus'; the nearest is 'exit-status'\n"
        + usage)
    #expect(
      refusal("help", "check", "x") == "error: this command takes 1 argument, not 2\n" + usage)
  }

  @Test("the lines of a refusal are wrapped between the parts of the usage line")
  func wrapped() {
    guard case .wrong(let error) = parse("practice", "visit", "-m", "exams") else {
      Issue.record("not refused")
      return
    }
    #expect(
      error.text(width: 40) == """
        error: '-m' is coach, quiet or exam, not
          'exams'; the nearest is 'exam'
        usage: attune practice <scenario>
            [--as <name>] [--mode <mode>]
            [--seed <number>] [--plain]
        See 'attune practice --help'.

        """)
  }
}
