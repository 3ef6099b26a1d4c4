import FoundationEssentials
import SourceText

/// The rows of a tab-separated table with one header line; `#` begins a comment line.
struct Table {
  struct Row {
    var line: Int
    var cells: [String]

    subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  var file: String
  var rows: [Row] = []

  /// Reads the table, whose header has to name these columns in this order.
  ///
  /// - Throws: `Diagnostic` if the file can't be read or its header is another.
  init(path: String, columns: [String]) throws {
    file = path
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw Diagnostic(
        .noInput, file: path, problem: "the table can't be read",
        remedy: "Name the ontology's folder with --ontology, or install the program anew.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Diagnostic(
        file: path, problem: "the table is not UTF-8", remedy: "Save it as UTF-8 text.")
    }
    var header: [Substring]?
    var number = 0
    // By bytes: CR LF is a single character, and would be no line's end.
    for bytes in text.utf8.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(bytes.last == 13 ? bytes.dropLast() : bytes)
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if header == nil {
        header = cells
        guard cells.count >= columns.count, zip(cells, columns).allSatisfy({ $0 == $1 }) else {
          throw Diagnostic(
            file: path, line: number, problem: "the header is not the one expected",
            remedy: "Expected: \(columns.joined(separator: ", ")), separated by tabs.")
        }
      } else {
        rows.append(Row(line: number, cells: cells.map { String($0) }))
      }
    }
  }
}
