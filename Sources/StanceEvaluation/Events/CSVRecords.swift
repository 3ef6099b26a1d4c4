import SourceText

/// The records of a table of comma-separated values (RFC 4180), each with its line.
///
/// The separator is the comma, semicolon or tab that the first line has most of. A cell between quotation marks may
/// hold separators, line ends, and quotation marks written twice.
struct CSVRecords {
  struct Record {
    /// The line that it begins on, from 1.
    var line: Int
    var cells: [String]
  }

  private(set) var records: [Record] = []

  private let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Throws: `Diagnostic` where the bytes are not UTF-8 or a quotation is not closed.
  init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self.file = file
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Diagnostic(
        file: file, problem: "the table is not UTF-8", remedy: "Save it as UTF-8 text.")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.bytes = Array(bytes[start...])
    separator = Self.separator(of: self.bytes)
    while place < self.bytes.count {
      let record = try record()
      // A blank line is no record.
      if record.cells != [""] { records.append(record) }
    }
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed { break }
      counts[byte, default: 0] += 1
    }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0]
  }

  private mutating func record() throws(Diagnostic) -> Record {
    var record = Record(line: line, cells: [])
    while true {
      record.cells.append(try cell())
      guard place < bytes.count else { return record }
      let byte = bytes[place]
      place += 1
      if byte == separator { continue }
      if byte == Self.lineFeed { line += 1 }
      return record
    }
  }

  /// A cell; `place` is then at the separator or line feed behind it, or at the end.
  private mutating func cell() throws(Diagnostic) -> String {
    guard place < bytes.count, bytes[place] == Self.quote else {
      let start = place
      while place < bytes.count, bytes[place] != separator, bytes[place] != Self.lineFeed {
        place += 1
      }
      var end = place
      if end > start, bytes[end - 1] == Self.carriageReturn { end -= 1 }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    let opening = line
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == Self.quote {
        guard place < bytes.count, bytes[place] == Self.quote else {
          try endQuotation(opening)
          return String(decoding: text, as: UTF8.self)
        }
        place += 1
      } else if byte == Self.lineFeed {
        line += 1
      }
      text.append(byte)
    }
    throw Diagnostic(
      file: file, line: opening, problem: "a quotation mark that begins here is never closed",
      remedy: "Expected: a cell between two \" marks, a mark within it written twice.")
  }

  /// Only a separator or the end of the line may follow a quotation.
  private mutating func endQuotation(_ opening: Int) throws(Diagnostic) {
    if place < bytes.count, bytes[place] == Self.carriageReturn { place += 1 }
    guard place < bytes.count, bytes[place] != separator, bytes[place] != Self.lineFeed else {
      return
    }
    throw Diagnostic(
      file: file, line: opening, problem: "there are letters behind a closing quotation mark",
      remedy: "Expected: a cell between two \" marks, a mark within it written twice.")
  }
}
