/// `dictionary.csv`: what every column of some tables means.
package func dictionaryTable(of tables: [DataTable]) -> DataTable {
  DataTable(
    name: "dictionary", meaning: "a row for each column of the other tables",
    columns: [
      DataColumn("table", .words(width: 20), "the file, without .csv"),
      DataColumn("column", .words(width: 40), "the column"),
      DataColumn("type", .words(width: 10), "text, whole, number, time or choice"),
      DataColumn("values", .words(width: 200), "of a choice, what there is"),
      DataColumn("meaning", .words(width: 300), "what it says"),
    ],
    rows: tables.flatMap { table in
      table.columns.map { column in
        [
          .words(table.name), .words(column.name), .words(column.kind.word),
          .words(column.kind.choices.map { $0.map(\.value).joined(separator: ", ") }),
          .words(column.meaning),
        ]
      }
    })
}

extension DataColumn.Kind {
  fileprivate var word: String {
    switch self {
    case .words: "text"
    case .whole: "whole"
    case .number: "number"
    case .time: "time"
    case .choice: "choice"
    }
  }

  var choices: [DataColumn.Choice]? {
    if case .choice(let choices) = self { choices } else { nil }
  }
}

/// The first line of the README of every folder attune writes tables to.
package let readmeHeading = "Tables of training sessions, written by attune"

/// `README.txt`: how the tables are to be read, in plain words.
package func readme(_ tables: [DataTable], attuneVersion: String) -> String {
  let list = tables.map { "  \($0.name).csv: \($0.meaning)" }.joined(separator: "\n")
  return """
    \(readmeHeading) \(attuneVersion)

    \(list)

    dictionary.csv says what every column means. import.R reads all tables into R, import.sps into SPSS.
    In pandas: pandas.read_csv("turns.csv", na_values=["NA"], keep_default_na=False)

    UTF-8, commas between cells, RFC 4180. NA is an empty cell, the point is the decimal mark, times
    are UTC. Words that a spreadsheet could run as a formula (they begin with = + - @, a tab or a line
    break) have an apostrophe before them, and so has the typed word NA; NUL is written as U+FFFD.
    Columns start and end count characters of the words as they were typed, without that apostrophe.

    What trainees typed is personal data, pseudonyms or not. When a trainee asks for erasure, what
    was exported has to be deleted by hand; 'attune trainee erase' lists when that was.
    What the program estimates grades nobody: a grade is what people gave.

    """
}
