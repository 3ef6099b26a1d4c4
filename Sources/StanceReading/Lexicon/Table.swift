import FoundationEssentials
import SourceText

/// The rows of a tab-separated table with one header line; `#` begins a comment line.
struct Table {
  struct Row {
    var file: String
    var line: Int
    var cells: [String]

    subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }

    /// What is wrong with this row, by file and line.
    func fault(_ problem: String, _ remedy: String) -> Diagnostic {
      Diagnostic(file: file, line: line, problem: problem, remedy: remedy)
    }

    /// The words of a cell, parted by blanks; at least one.
    func words(_ column: Int) throws -> [String] {
      let words = self[column].split(separator: " ").map { String($0) }
      guard !words.isEmpty else { throw fault("the lemma is empty", "Give the head's lemma.") }
      return words
    }

    func partOfSpeech(_ column: Int) throws -> CueRow.PartOfSpeech {
      guard let pos = CueRow.PartOfSpeech(rawValue: self[column]) else {
        throw fault("'\(self[column])' is no part of speech", "Use V, N, A or P.")
      }
      return pos
    }

    func slot(_ name: some StringProtocol, isRole: Bool = false) throws -> Slot {
      guard let slot = isRole ? Slot(role: name) : Slot(name) else {
        throw fault("'\(name)' is no slot", "ontology/README.md lists the slots.")
      }
      return slot
    }

    /// The slots of a list parted by commas.
    func slots(_ list: some StringProtocol, isRole: Bool = false) throws -> [Slot] {
      try list.split(separator: ",").map { try slot($0, isRole: isRole) }
    }

    /// Whether the cell says yes; only `yes` and `no` do.
    func isYes(_ column: Int) throws -> Bool {
      switch self[column] {
      case "yes": return true
      case "no": return false
      default: throw fault("'\(self[column])' is neither yes nor no", "Use yes or no.")
      }
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  var file: String
  private(set) var rows: [Row] = []
  /// Rows with too few cells, which are left out.
  private(set) var faults: [Diagnostic] = []

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
        let row = Row(file: path, line: number, cells: cells.map { String($0) })
        if cells.count < columns.count {
          faults.append(
            row.fault(
              "\(cells.count) cells, where at least \(columns.count) are expected",
              "Part the cells by tabs; empty cells count."))
        } else {
          rows.append(row)
        }
      }
    }
  }
}
