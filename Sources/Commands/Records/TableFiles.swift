import Diagnostics
import Reports
import Rubrics

/// The tables of some sessions with all that explains them, as files of one folder.
func tableFiles(
  _ sessions: [ExportedSession], codebooks: [Codebook], forExcel: Bool = false
) -> [ExportFile] {
  let (codes, ratings) = (codesTable(sessions), ratingsTable(sessions))
  let tables = [
    sessionsTable(sessions), turnsTable(sessions), codes, ratings, gatesTable(sessions),
    indicesTable(sessions), codebookTable(codebooks),
  ]
  // Measured from the tables themselves, so that whoever measures again finds the same.
  var read = ReadRatings()
  for table in [ratings, codes] {
    _ = read.read(SourceFile(name: table.name, bytes: Array(table.csv().utf8)))
  }
  read.leaveOutPractice()
  let agreement = agreementCSV(AgreementReport(read, bootstrap: .init(draws: 0)))
  let all =
    tables + [
      DataTable(
        name: "agreement",
        meaning: "a row for each dimension and code that two people gave, as far as it says much",
        columns: agreementColumns)
    ]
  return tables.map { ExportFile(name: $0.name + ".csv", text: $0.csv(forExcel: forExcel)) } + [
    ExportFile(name: "agreement.csv", text: (forExcel ? "\u{FEFF}" : "") + agreement),
    ExportFile(
      name: "dictionary.csv", text: dictionaryTable(of: all).csv(forExcel: forExcel)),
    ExportFile(name: "README.txt", text: readme(all, attuneVersion: Program.version)),
    ExportFile(name: "import.R", text: importScript(forR: all)),
    ExportFile(name: "import.sps", text: importScript(forSPSS: all)),
  ]
}
