/// One cell of a table of data.
package enum DataCell: Sendable, Hashable {
  case words(String)
  case whole(Int)
  case number(Double)
  case missing

  package static func words(_ text: String?) -> DataCell { text.map { .words($0) } ?? .missing }
  package static func whole(_ number: Int?) -> DataCell { number.map { .whole($0) } ?? .missing }
  package static func number(_ number: Double?) -> DataCell {
    number.map { .number($0) } ?? .missing
  }
}

/// A column, told once: dictionary and import scripts are made from it.
package struct DataColumn: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// At most so many characters, where a program has to know.
    case words(width: Int)
    case whole
    case number
    /// UTC, as `2026-03-01T09:30:00Z`.
    case time
    /// One of these values, each with what it means.
    case choice([Choice])
  }
  package struct Choice: Sendable, Hashable {
    package var value: String
    package var label: String
  }

  package var name: String
  package var kind: Kind
  package var meaning: String

  init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }
}

/// A table that statistics packages read, under the name of its file without the ending.
package struct DataTable: Sendable, Hashable {
  package var name: String
  package var meaning: String
  package var columns: [DataColumn]
  package var rows: [[DataCell]]

  package init(
    name: String, meaning: String, columns: [DataColumn], rows: [[DataCell]] = []
  ) {
    self.name = name
    self.meaning = meaning
    self.columns = columns
    self.rows = rows
  }

  /// The table after RFC 4180; with `forExcel` a byte order mark stands before it.
  package func csv(forExcel: Bool = false) -> String {
    var text = forExcel ? "\u{FEFF}" : ""
    for row in [columns.map { DataCell.words($0.name) }] + rows {
      text += row.map(csvCell).joined(separator: ",")
      // After the cells and not as a separator: a line break is one letter with the line feed.
      text += "\r\n"
    }
    return text
  }
}
