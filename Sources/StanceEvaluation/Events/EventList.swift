import FoundationEssentials
public import SourceText
public import StanceModel

/// A statement that a person coded in the Discourse Network Analyzer (DNA): a row of its event list.
public struct CodedEvent: Sendable {
  public var line: Int
  public var id: String
  public var title: String
  public var documentID: String
  /// `YYYY-MM-DD`; empty where the list has none.
  public var date: String
  public var text: String
  /// UTF-16 code units of the document's text in DNA, end exclusive; nil where the list has no places.
  public var range: Range<Int>?
  public var person: String
  public var organization: String
  public var concept: String
  public var polarity: Polarity
}

/// An event list as DNA and its R package export it: a table, one coded statement a row.
public struct EventList: Sendable {
  /// What the columns of a list hold; the raw value is DNA's name of it.
  public enum Column: String, Sendable, CaseIterable {
    case id, time, title, document, text, start, stop
    case person, organization, concept, agreement

    /// The headers of the versions of DNA and of rDNA, in lower case without blanks and marks.
    var headers: [String] {
      switch self {
      case .id: ["statementid", "id"]
      case .time: ["time", "date", "datetime"]
      case .title: ["documenttitle", "doctitle", "title"]
      case .document: ["documentid", "docid", "document"]
      case .text: ["text", "statementtext"]
      case .start: ["start", "startposition"]
      case .stop: ["stop", "stopposition", "end"]
      case .person: ["person"]
      case .organization: ["organization", "organisation"]
      case .concept: ["concept"]
      case .agreement: ["agreement"]
      }
    }
  }

  public let file: String
  public private(set) var events: [CodedEvent] = []
  /// Rows that could not be read; the others were.
  public private(set) var faults: [Diagnostic] = []

  /// Reads an event list.
  ///
  /// - Parameter renamed: headers of the user's own for some of the columns.
  /// - Throws: `Diagnostic` if the file can't be read, is no such table, or lacks a column.
  public init(path: String, renamed: [Column: String] = [:]) throws {
    file = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Diagnostic(
        .noInput, file: path, problem: "the event list can't be read",
        remedy: "Name a table that DNA exported, or a folder that holds NAME.stances.jsonl.")
    }
    let records = try CSVRecords(Array(data), file: path).records
    guard let header = records.first else {
      throw Diagnostic(file: path, problem: "the event list is empty", remedy: Self.expected)
    }
    let places = try Self.places(in: header, renamed, path)
    // On a scale around 0, 0 is neither; alone, it says no.
    let isScale = records.dropFirst().contains { record in
      places[.agreement].map { $0 < record.cells.count && record.cells[$0].hasPrefix("-") } ?? false
    }
    for record in records.dropFirst() {
      do {
        guard record.cells.count == header.cells.count else {
          throw Diagnostic(
            file: path, line: record.line,
            problem: "\(record.cells.count) cells where the first line has \(header.cells.count)",
            remedy: "Expected: a cell for each column; in R, write.csv with row.names = FALSE.")
        }
        events.append(try event(record, places, isScale))
      } catch let fault as Diagnostic {
        faults.append(fault)
      }
    }
  }

  private static let expected =
    "Expected: a first line with concept, agreement, person or organization, and the document's title or ID, as DNA exports event lists; --column says which column is which."

  private static func places(
    in header: CSVRecords.Record, _ renamed: [Column: String], _ path: String
  ) throws -> [Column: Int] {
    let headers = header.cells.map { folded($0) }
    var places: [Column: Int] = [:]
    for column in Column.allCases {
      if let own = renamed[column] {
        guard let place = headers.firstIndex(of: folded(own)) else {
          throw Diagnostic(
            file: path, line: header.line, problem: "there is no column '\(own)'",
            remedy: "The columns are \(header.cells.joined(separator: ", ")).")
        }
        places[column] = place
      } else {
        places[column] = column.headers.lazy.compactMap { headers.firstIndex(of: $0) }.first
      }
    }
    func need(_ columns: [Column]) throws {
      guard !columns.contains(where: { places[$0] != nil }) else { return }
      let names = columns.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      throw Diagnostic(
        file: path, line: header.line, problem: "the column \(names) is missing", remedy: expected)
    }
    try need([.concept])
    try need([.agreement])
    try need([.person, .organization])
    try need([.title, .document])
    return places
  }

  private func event(
    _ record: CSVRecords.Record, _ places: [Column: Int], _ isScale: Bool
  ) throws -> CodedEvent {
    func cell(_ column: Column) -> String {
      let text = places[column].map { record.cells[$0].trimmingBlanks() } ?? ""
      return text == "NA" ? "" : text
    }
    func fault(_ problem: String, _ remedy: String) -> Diagnostic {
      Diagnostic(file: file, line: record.line, problem: problem, remedy: remedy)
    }
    guard !cell(.concept).isEmpty else {
      throw fault("the concept is empty", "Expected: the concept that the statement is about.")
    }
    guard !cell(.person).isEmpty || !cell(.organization).isEmpty else {
      throw fault("nobody is named", "Expected: a person, an organization, or both.")
    }
    guard let polarity = Self.polarity(cell(.agreement), isScale) else {
      throw fault(
        "'\(cell(.agreement))' is no agreement",
        "Expected: 1 or true (agrees), 0 or false (disagrees), or numbers around 0.")
    }
    var range: Range<Int>?
    if !cell(.start).isEmpty || !cell(.stop).isEmpty {
      guard let start = Int(cell(.start)), let stop = Int(cell(.stop)), 0 <= start, start < stop
      else {
        throw fault(
          "'\(cell(.start))' to '\(cell(.stop))' is no place in a text",
          "Expected: start and stop, the characters before the statement and up to its end.")
      }
      range = start..<stop
    }
    return CodedEvent(
      line: record.line, id: cell(.id).isEmpty ? "line \(record.line)" : cell(.id),
      title: cell(.title), documentID: cell(.document), date: String(cell(.time).prefix(10)),
      text: cell(.text), range: range, person: cell(.person), organization: cell(.organization),
      concept: cell(.concept), polarity: polarity)
  }

  private static func polarity(_ cell: String, _ isScale: Bool) -> Polarity? {
    switch cell.lowercased() {
    case "true", "yes": return .support
    case "false", "no": return .oppose
    default:
      guard let number = Double(cell), number.isFinite else { return nil }
      if number == 0 { return isScale ? .neutral : .oppose }
      return number > 0 ? .support : .oppose
    }
  }
}
