import SourceText

/// The messages about broken tables, all in one place.
enum TableFault {
  static func notUTF8(_ file: String, _ line: Int, byte: UInt8) -> Diagnostic {
    let hex = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      file: file, line: line, problem: "the byte 0x\(hex) is not UTF-8 here",
      remedy: "Save the table as UTF-8 text.")
  }

  static func empty(_ file: String, _ schema: TableSchema) -> Diagnostic {
    Diagnostic(
      file: file, problem: "the table is empty",
      remedy: "Its first line names the columns: "
        + schema.columns.map(\.name).joined(separator: ", ") + ".")
  }

  static func unknownColumn(
    _ file: String, _ line: Int, _ name: String, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(name)' is not a column of this table",
      remedy: nearest(name, among: known)
        + "The columns are \(known.joined(separator: ", ")); source and note are free.")
  }

  static func missingColumn(
    _ file: String, _ line: Int, _ name: String, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the column '\(name)' is missing",
      remedy: "Separate columns by tabs. They are \(known.joined(separator: ", ")).")
  }

  static func width(_ file: String, _ line: Int, _ found: Int, _ wanted: Int) -> Diagnostic {
    Diagnostic(
      file: file, line: line,
      problem: "\(found) \(found == 1 ? "cell" : "cells") where the first line has \(wanted)",
      remedy: "Separate cells by tabs, and leave a cell empty rather than out.")
  }

  static func duplicate(
    _ file: String, _ line: Int, _ key: String, _ earlier: Int
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(key)' is already in line \(earlier)",
      remedy: "Give one of them another id, or make one row of the two.")
  }

  static func emptyCell(_ file: String, _ line: Int, _ column: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the cell '\(column)' is empty",
      remedy: "Fill it in, or remove the row.")
  }

  static func space(_ file: String, _ line: Int, _ column: String, _ value: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line,
      problem: "'\(value)' in the column '\(column)' begins or ends with a space",
      remedy: "Remove the space.")
  }

  static func quoted(_ file: String, _ line: Int, _ column: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the cell '\(column)' is in quotation marks",
      remedy: "Save the table as tab-separated text without quoting.")
  }

  static func emptyValue(_ file: String, _ line: Int, _ column: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the cell '\(column)' has an empty value beside a '|'",
      remedy: "Remove the '|', or write the value.")
  }

  static func key(_ file: String, _ line: Int, _ value: String, isCountry: Bool) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(value)' can't be an id",
      remedy: isCountry
        ? "A country's id is its two-letter code of ISO 3166-1 in capitals."
        : "An id has only the letters A to Z and a to z, digits and hyphens.")
  }

  static func date(_ file: String, _ line: Int, _ column: String, _ value: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(value)' in the column '\(column)' is not a date",
      remedy: "Write YYYY, YYYY-MM or YYYY-MM-DD, or leave the cell empty.")
  }

  static func order(_ file: String, _ line: Int, _ start: String, _ end: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the end \(end) is before the start \(start)",
      remedy: "Correct one of the two.")
  }

  static func number(_ file: String, _ line: Int, _ column: String, _ value: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(value)' in the column '\(column)' is not a number",
      remedy: "Write digits only, or leave the cell empty.")
  }

  static func word(
    _ file: String, _ line: Int, _ column: String, _ value: String, _ words: [String]
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(value)' can't stand in the column '\(column)'",
      remedy: nearest(value, among: words)
        + "It takes \(words.joined(separator: ", ")), or nothing.")
  }

  static func unknown(
    _ file: String, _ line: Int, _ id: String, _ kind: EntityID.Kind, table: String,
    known: [String]
  ) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(id)' is not \(article(kind)) of this ontology",
      remedy: nearest(id, among: known) + "Add a row to \(table), or correct the id.")
  }

  static func kind(_ file: String, _ line: Int, _ column: String, _ value: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "'\(value)' in the column '\(column)' is not kind:id",
      remedy: "Write country:UA, organization:NATO, region:crimea or person:angela-merkel.")
  }

  static func preferred(_ file: String, _ line: Int, _ value: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "the preferred '\(value)' is not among the readings",
      remedy: "Add it to the readings, or leave the cell empty.")
  }

  private static func article(_ kind: EntityID.Kind) -> String {
    kind == .organization ? "an organization" : "a \(kind.rawValue)"
  }

  private static func nearest(_ word: String, among known: [String]) -> String {
    Spelling.nearest(to: word, among: known).map { "Nearest: \($0). " } ?? ""
  }
}
