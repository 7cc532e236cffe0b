/// `import.R`: reads some tables with their types; `folder` may be set before it is run.
package func importScript(forR tables: [DataTable]) -> String {
  var text = """
    # Reads the tables that lie beside this file. Set 'folder' first where that is another folder.
    if (!exists("folder")) folder <- "."
    # By its bytes and not by the locale, so that no letter is lost anywhere.
    read_table <- function(name, types) {
      path <- file.path(folder, paste0(name, ".csv"))
      text <- readChar(path, file.size(path), useBytes = TRUE)
      Encoding(text) <- "UTF-8"
      if (startsWith(text, "\\ufeff")) text <- substring(text, 2)
      read.csv(text = text, colClasses = types, na.strings = "NA", encoding = "UTF-8",
               check.names = FALSE)
    }

    """
  for table in tables {
    let types = table.columns.map { "\"\($0.name)\" = \"\($0.kind.typeInR)\"" }
    text += "\n\(table.name) <- read_table(\"\(table.name)\", c(\n  "
    text += types.joined(separator: ",\n  ") + "))\n"
    for column in table.columns {
      let place = "\(table.name)$\(column.name)"
      switch column.kind {
      case .choice(let choices):
        let levels = choices.map { "\"\($0.value)\"" }.joined(separator: ", ")
        text += "\(place) <- factor(\(place), levels = c(\(levels)))\n"
      case .time:
        text += "\(place) <- as.POSIXct(\(place), format = \"%Y-%m-%dT%H:%M:%SZ\", tz = \"UTC\")\n"
      default: break
      }
    }
  }
  return text
}

/// `import.sps`: reads some tables with labels and missing values, each as a data set of its name.
package func importScript(forSPSS tables: [DataTable]) -> String {
  var text = """
    * Encoding: UTF-8.
    * Reads the tables that lie beside this file: set the folder in the next line first.
    CD '.'.

    """
  for table in tables {
    let variables = table.columns.map { "  \($0.name) \($0.kind.formatInSPSS)" }
    text += """

      GET DATA /TYPE=TXT /FILE='\(table.name).csv' /ENCODING='UTF8'
       /DELCASE=LINE /DELIMITERS=',' /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2
       /VARIABLES=
      \(variables.joined(separator: "\n")).
      DATASET NAME \(table.name).
      VARIABLE LABELS
      \(table.columns.map { "  \($0.name) '\(quoted($0.meaning))'" }.joined(separator: "\n")).

      """
    for column in table.columns {
      guard let choices = column.kind.choices else { continue }
      let labels = choices.map { " '\($0.value)' '\(quoted($0.label))'" }.joined()
      text += "VALUE LABELS \(column.name)\(labels).\n"
    }
    // Of numbers SPSS makes system-missing what is none, as NA.
    let words = table.columns.filter { $0.kind.isWordsInSPSS }.map(\.name)
    if !words.isEmpty { text += "MISSING VALUES \(words.joined(separator: " ")) ('NA').\n" }
    text += "EXECUTE.\n"
  }
  return text
}

/// Within single quotes of SPSS.
private func quoted(_ text: String) -> String { text.replacing("'", with: "''") }

extension DataColumn.Kind {
  fileprivate var typeInR: String {
    switch self {
    case .words, .time, .choice: "character"
    case .whole: "integer"
    case .number: "numeric"
    }
  }

  fileprivate var formatInSPSS: String {
    switch self {
    case .words(let width): "A\(width)"
    case .whole: "F8.0"
    case .number: "F12.4"
    case .time: "A20"
    case .choice(let choices): "A\(max(2, choices.map(\.value.utf8.count).max() ?? 2))"
    }
  }

  fileprivate var isWordsInSPSS: Bool {
    switch self {
    case .words, .time, .choice: true
    case .whole, .number: false
    }
  }
}
