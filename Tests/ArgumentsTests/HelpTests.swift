import Arguments
import Testing

@Suite("help")
struct HelpTests {
  @Test("the full help of a command has all sections, examples early")
  func full() {
    #expect(
      page("check", "--help") == """
        Check a scenario and say what is wrong with it.

        Every file is read to its end, however much is wrong with it.

          a  b

        USAGE
          attune check [<file> ...] [--strict] [--json] [--limit <n>]

        EXAMPLES
          $ attune check Scenarios/first-visit.scenario
          $ cat draft | attune check -

        ARGUMENTS
          <file>               Scenario files or folders; '-' is standard input.
                               (default: Scenarios)

        OPTIONS
          --strict             Treat warnings as errors.
          --json               Print diagnostics as JSON.
          --limit <n>          Stop after so many. (1 to 500)
          --store <path>       Where transcripts are kept.
          -q, --quiet          Print errors only.
          -h, --help           Show help; -h is the short form.

        EXIT STATUS
          0   nothing wrong
          1   problems found

          See 'help exit-status'.

        """)
  }

  @Test("the short help of a command is its usage and its own options")
  func short() {
    #expect(
      page("practice", "-h", "--seed") == """
        Talk with a patient.

        USAGE
          attune practice <scenario> [--as <name>] [--mode <mode>] [--seed <number>]
              [--plain]

        OPTIONS
          --as <name>          Whose progress this counts for.
          -m, --mode <mode>    How much the coach says. (coach, quiet or exam; default:
                               coach)
          --seed <number>      Repeat a session's chances.
          --plain              No colour, no drawing.

          See 'attune practice --help' for more.

        """)
  }

  @Test("the program's short help gathers the verbs of a noun")
  func program() {
    #expect(
      page("-h") == """
        Practise talking with patients and see how it went.

        USAGE
          attune <command> [<option> ...]

        PRACTISE
          practice             Talk with a patient.

        WRITE
          check                Check a scenario and say what is wrong with it.

        REVIEW
          transcript           list or show

          See 'attune help <command>'.

        """)
  }

  @Test("the program's full help lists every command, the global options and the topics")
  func programInFull() {
    let text = page("--help")
    #expect(text.contains("\n  transcript list      List sessions.\n"))
    #expect(text.contains("\n  --version            Show the version.\n"))
    #expect(text.contains("\n  help exit-status     How commands end.\n"))
    #expect(page("help") == text)
  }

  @Test("help and --help show the same page, wherever the flag stands")
  func samePage() {
    #expect(page("help", "check") == page("check", "--help"))
    #expect(page("help", "transcript", "show") == page("transcript", "--help", "show"))
    #expect(page("check", "--limit", "0", "--help") == page("check", "--help"))
    #expect(page("help", "transcript") == page("transcript", "--help"))
    #expect(page("help", "exit-status") == "A number tells how it went.\n")
  }

  @Test("at 40 columns no line is longer and nothing is lost")
  func narrow() {
    for words in [["check"], ["practice"], ["transcript", "show"], []] {
      guard
        case .help(let wide) = parse(words + ["--help"], table: sampleTable),
        case .help(let narrow) = parse(words + ["--help"], table: sampleTable, width: 40)
      else {
        Issue.record("no help for \(words)")
        continue
      }
      for line in narrow.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
      let isWord = { (word: Substring) in word != "\\" }
      #expect(
        narrow.split(whereSeparator: \.isWhitespace).filter(isWord)
          == wide.split(whereSeparator: \.isWhitespace).filter(isWord))
    }
  }
}
