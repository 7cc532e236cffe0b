import Arguments
import Diagnostics
import Supervision
import Terminal
import TranscriptStore

/// attune as a function from the words typed to an exit status.
package enum Program {
  package static let version = "0.1.0"

  /// Runs in this process; `arguments` begin with the program's own name.
  package static func run(_ arguments: [String]) -> Int32 {
    run(Array(arguments.dropFirst()), in: .real)
  }

  /// 0 done, 1 the answer is no, 2 could not do it, 64 wrong usage, 130 interrupted.
  package static func run(_ words: [String], in surroundings: Surroundings) -> Int32 {
    do {
      return try carryOut(words, surroundings)
    } catch let failure as OutputFailure {
      // Nobody reads any more: end as a program does that a closed pipe has ended.
      if failure == .closed { return 141 }
      try? surroundings.streams.errors.write("error: \(failure)\n")
      return 2
    } catch {
      // Its own words might repeat what somebody typed.
      try? surroundings.streams.errors.write(
        "error: attune could not go on; every turn that was answered is kept\n")
      return 2
    }
  }

  private static func carryOut(_ words: [String], _ surroundings: Surroundings) throws -> Int32 {
    let output = surroundings.streams.output
    switch parse(words, table: commandTable, width: output.width) {
    case .help(let text):
      try output.write(text)
      return 0
    case .version(let asJSON):
      try output.write(
        asJSON ? "{\"version\":1,\"attune\":\"\(version)\"}\n" : "attune \(version)\n")
      return 0
    case .wrong(let error):
      let errors = surroundings.streams.errors
      try errors.write(error.text(width: errors.width))
      return 64
    case .run(let command):
      return try run(command, surroundings)
    }
  }

  private static func run(_ command: ParsedCommand, _ surroundings: Surroundings) throws -> Int32 {
    let run = Run(command, surroundings)
    do {
      return try implementation(of: command.path)(run)
    } catch let error as LibraryError {
      return try run.fail(error.message, help: error.help)
    } catch let error as BrokenLibrary {
      for problem in error.problems { try run.show(problem.diagnostics, in: problem.file) }
      return try run.fail("these files cannot be used", help: "mend what is shown above")
    } catch let error as StoreError {
      return try run.fail(error.message, help: error.help)
    } catch let error as ReviewRefusal {
      return try run.fail(error.message, help: error.help)
    } catch let error as LetterRefusal {
      return try run.fail(error.message, help: error.help)
    } catch let error as SupervisionRefusal {
      return try run.fail(error.message, help: error.help)
    } catch let error as KitRefusal {
      return try run.fail(error.message, help: error.help)
    } catch let error as InputFailure {
      return try run.fail(error.description, help: nil)
    }
  }

  private static func implementation(of path: [String]) -> (Run) throws -> Int32 {
    switch path {
    case ["practice"]: practice
    case ["drill"]: drill
    case ["scenarios"]: listScenarios
    case ["learn"]: learn
    case ["progress"]: showProgress
    case ["transcript", "list"]: listTranscripts
    case ["transcript", "show"]: showTranscript
    case ["transcript", "replay"]: replayTranscript
    case ["score"]: scoreSessions
    case ["agreement"]: measureAgreement
    case ["check"]: checkFiles
    case ["code"]: codeResponses
    case ["evaluate"]: evaluateCoder
    case ["calibrate"]: calibrateCodebook
    case ["explain"]: explainProblem
    case ["format"]: formatFiles
    case ["test"]: testScenarios
    case ["explore"]: exploreScenario
    case ["graph"]: drawGraph
    case ["new", "scenario"]: writeNewFile
    case ["watch"]: watchFile
    case ["cohort"]: showCohort
    case ["review", "list"]: listReviews
    case ["review", "rate"]: rateSession
    case ["review", "reveal"]: revealSession
    case ["review", "adjudicate"]: adjudicateSession
    case ["review", "comment"]: commentOnSession
    case ["review", "assign"]: assignSession
    case ["review", "return"]: returnSessions
    case ["review", "reply"]: replyToReview
    case ["review", "contest"]: contestCode
    case ["review", "audit"]: auditSession
    case ["review", "codes"]: listCodePrecisions
    case ["review", "letter"]: writeLetter
    case ["letter"]: readLetter
    case ["supervision", "add"]: addSupervision
    case ["supervision", "list"]: listSupervisions
    case ["supervision", "export"]: exportSupervisions
    case ["review", "packet"]: writePacket
    case ["review", "calibrate"]: calibrateRater
    case ["review", "import"]: importRatings
    case ["trainee", "list"]: listTrainees
    case ["trainee", "set"]: setTrainee
    case ["trainee", "name"]: nameTrainee
    case ["trainee", "export"]: exportTrainee
    case ["trainee", "erase"]: eraseTrainee
    case ["trainee", "redact"]: redactResponse
    case ["retention"]: retainRecords
    case ["transcript", "export"]: exportTranscripts
    case ["language-server"]: serveEditor
    default: startMenu
    }
  }
}
