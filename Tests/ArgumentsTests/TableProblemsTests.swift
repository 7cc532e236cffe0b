import Arguments
import Testing

@Suite("mistakes in a command table")
struct TableProblemsTests {
  @Test("a sound table has none")
  func sound() {
    #expect(problems(in: sampleTable) == [])
  }

  @Test("duplicate commands, flags and topics are named")
  func duplicates() {
    var table = sampleTable
    table.commands.append(table.commands[2])
    table.commands[1].flags.append(Flag("quiet", help: "Again."))
    table.topics.append(table.topics[0])
    #expect(
      problems(in: table) == [
        "the command 'transcript list' is there twice", "the topic 'exit-status' is there twice",
        "'check' has --quiet twice",
      ])
  }

  @Test("a value without a name, an empty help and characters outside ASCII are named")
  func flags() {
    var table = sampleTable
    table.commands[3].flags = [
      Flag("depth", value: FlagValue(""), help: "How deep."), Flag("width", help: ""),
      Flag("naïve", help: "Ends with …"), Flag("help", help: "Help."),
      Flag("level", value: FlagValue("n", .number(1...3)), help: "Level.", default: "4"),
    ]
    #expect(
      problems(in: table) == [
        "'transcript show': --depth does not name its value",
        "'transcript show': --width lacks help",
        "'transcript show': --naïve is not small letters, digits and hyphens",
        "'transcript show': --naïve has characters outside ASCII",
        "'transcript show': --help is a flag of every program",
        "'transcript show': --level has a default that it would refuse",
      ])
  }

  @Test("a command that is also a noun, is in no group, or has arguments in an impossible order")
  func commands() {
    var table = sampleTable
    table.commands[0].path = ["transcript"]
    table.commands[0].examples = []
    table.commands[2].group = "Nowhere"
    table.commands[3].arguments.append(Argument("more", help: "More."))
    #expect(
      problems(in: table) == [
        "'transcript' is a command and the first word of others",
        "'transcript list' is in no group of the table",
        "'transcript show': <turn> may be missing although others must follow",
      ])
  }

  @Test("an example that would be refused is named")
  func examples() {
    var table = sampleTable
    table.commands[1].examples = [
      "attune check --strct", "attune practice x", "cat x | attune check -",
    ]
    #expect(
      problems(in: table) == [
        "'check' has an example that does not run it: attune check --strct",
        "'check' has an example that does not run it: attune practice x",
      ])
  }
}
