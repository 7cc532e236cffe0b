import Diagnostics
import FoundationEssentials
import Glibc
import ScenarioChecker
import ScenarioSyntax

extension Benchmarks {
  /// How long a very large scenario takes to check with everything that is looked for, how that grows,
  /// and how much memory it takes; must reach 15 ms, 150 ms, a factor of 10 and 100 MB.
  static func benchmarkChecking(_ library: CheckingLibrary) {
    var medians: [Double] = []
    for beats in [1_000, 10_000] {
      let file = SourceFile(name: "large", text: largeScenario(beats))
      let reading = median(of: 9) { readScenario(file).sections.count }
      let checking = median(of: 9) { checkScenario(file, library: library).diagnostics.count }
      print("checking \(beats) beats: \(checking) ms, of which reading \(reading) ms (medians)")
      medians.append(checking)
    }
    print("growth from 1000 to 10000 beats: \((medians[1] / medians[0] * 10).rounded() / 10)-fold")
    print("most memory so far: \(peakMegabytes) MB")
  }

  /// In milliseconds of processor time, so that other programs do not count; to a tenth.
  private static func median(of runs: Int, _ body: () -> Int) -> Double {
    var sink = 0
    let times = (0..<runs).map { _ in
      let start = clock()
      sink &+= body()
      return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1000
    }
    if sink == .min { print("") }
    return (times.sorted()[runs / 2] * 10).rounded() / 10
  }

  private static var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  /// A chain of beats, each with what a beat usually has.
  private static func largeScenario(_ beats: Int) -> String {
    var text = "# Patient: Sam\nSomebody.\n# State\ntrust 0 to 100, starts 50\n"
    for number in 0..<beats {
      let next = number + 1 < beats ? "beat \(number + 1)" : "end"
      text += """
        # Beat: beat \(number)
        Sam: Line \(number).
          cue: hint
          gist: one thing | another thing
          better: "You keep it in line." — says what it hides.
        when reflection or validation, trust at least 20
          trust +1
          go to \(next)
        when advice at least 2 times
          once Sam: Hm.
        otherwise
          go to \(next)

        """
    }
    return text + "# Ending: end\noutcome: good. Done.\n"
  }
}
