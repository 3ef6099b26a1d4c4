import SourceText

/// The blocks of a plain text: title, headings, list items and paragraphs.
///
/// Each line is a block, unless the lines are hard-wrapped (of those with text half have at most 80
/// characters, and blank lines stand between some): then each run of lines without a blank one is.
struct TextStructure {
  private(set) var blocks: [Article.Block] = []
  private(set) var title: String?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let lines = Self.lines(of: bytes)
    let parts =
      Self.isWrapped(lines, in: bytes)
      ? Self.runs(of: lines, in: bytes) : lines.filter { !$0.isBlank }
    let shapes = parts.map { LineShape($0, in: bytes) }
    for index in parts.indices {
      var range = parts[index].range
      let kind = Self.kind(of: index, parts: parts, shapes: shapes)
      if kind == .item { range = WhiteSpace.trimmed(shapes[index].afterBullet, in: bytes) }
      if range.isEmpty { continue }
      blocks.append(Article.Block(kind, TextSpan(range.lowerBound, range.upperBound)))
      if kind == .title { title = shapes[index].text }
    }
  }

  /// Whether a text has nothing but white space.
  static func isBlank(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return WhiteSpace.trimmed(0..<bytes.count, in: bytes).isEmpty
  }

  /// A line, or a run of wrapped lines, without the white space at its ends.
  struct Part {
    var range: Range<Int>
    var lineCount = 1
    var isBlank: Bool { range.isEmpty }
  }

  /// Lines end with LF, CR, CR LF, form feed, U+2028 or U+2029.
  private static func lines(of bytes: [UInt8]) -> [Part] {
    var lines: [Part] = []
    var start = 0
    var index = 0
    func end(_ length: Int) {
      lines.append(Part(range: WhiteSpace.trimmed(start..<index, in: bytes)))
      index += length
      start = index
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A, 0x0C: end(1)
      case 0x0D: end(index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        end(3)
      default: index += 1
      }
    }
    if start < index { end(0) }
    return lines
  }

  private static func isWrapped(_ lines: [Part], in bytes: [UInt8]) -> Bool {
    let full = lines.indices.filter { !lines[$0].isBlank }
    guard let first = full.first, let last = full.last, last - first >= full.count else {
      return false
    }
    let lengths = full.map { line in
      bytes[lines[line].range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }.sorted()
    return lengths[lengths.count / 2] <= 80
  }

  private static func runs(of lines: [Part], in bytes: [UInt8]) -> [Part] {
    var runs: [Part] = []
    var isOpen = false
    for line in lines {
      if line.isBlank {
        isOpen = false
        continue
      }
      if isOpen, var run = runs.last, !LineShape.hasBullet(line.range, in: bytes) {
        run.range = run.range.lowerBound..<line.range.upperBound
        run.lineCount += 1
        runs[runs.count - 1] = run
      } else {
        runs.append(line)
      }
      isOpen = true
    }
    return runs
  }

  private static func kind(of index: Int, parts: [Part], shapes: [LineShape])
    -> Article.Block.Kind
  {
    let shape = shapes[index]
    if shape.hasBullet { return .item }
    guard parts[index].lineCount <= 2, !shape.isByline, !shape.isDateLine else {
      return .paragraph
    }
    let following = shapes[(index + 1)...].prefix(4)
    if index == 0 {
      return shape.isHeadline && following.contains { $0.endsSentence } ? .title : .paragraph
    }
    guard parts[index].lineCount == 1, shape.isHeading,
      let next = following.first(where: { !$0.isByline && !$0.isDateLine }),
      next.endsSentence || next.hasBullet, next.words > shape.words || next.hasBullet
    else { return .paragraph }
    return .heading
  }
}

/// What a line looks like.
struct LineShape {
  /// The line, cut after 400 bytes.
  let text: String
  let words: Int
  let hasBullet: Bool
  let afterBullet: Range<Int>
  /// Whether it ends as a sentence does, be it inside quotation marks.
  let endsSentence: Bool
  private let isLong: Bool

  init(_ part: TextStructure.Part, in bytes: [UInt8]) {
    let range = part.range
    isLong = range.count > 400
    let head = bytes[range].prefix(400)
    text = String(decoding: head, as: UTF8.self)
    words = head.split(whereSeparator: { $0 <= 0x20 }).count
    hasBullet = Self.hasBullet(range, in: bytes)
    afterBullet =
      hasBullet
      ? WhiteSpace.trimmed(
        (range.lowerBound + Self.bulletLength(range, in: bytes))..<range.upperBound, in: bytes)
      : range
    let tail = String(decoding: bytes[range].suffix(40), as: UTF8.self)
    endsSentence = Self.endsSentence(tail)
  }

  /// A first line that names the article: short, without a full stop.
  var isHeadline: Bool {
    !isLong && words >= 2 && words <= 25 && text.unicodeScalars.count <= 160
      && !endsWithStop && text.unicodeScalars.contains { $0.properties.isAlphabetic }
      && !text.hasSuffix(":") && !text.hasSuffix(",") && !text.hasSuffix(";")
  }

  /// A line that names what follows.
  var isHeading: Bool {
    guard !isLong, words >= 1, words <= 12, text.unicodeScalars.count <= 80, !endsSentence,
      let first = text.unicodeScalars.first, let last = text.unicodeScalars.last
    else { return false }
    return
      (first.properties.isUppercase || first.properties.numericType != nil
      || Self.quotes.contains(first))
      && (last.properties.isAlphabetic || last.properties.numericType != nil
        || Self.quotes.contains(last) || last == ")")
  }

  /// `By Jane Doe`, `By Jane Doe and John Roe, Kyiv`; not a sentence that begins with *by*.
  var isByline: Bool {
    guard !isLong, words >= 2, words <= 14, !endsWithStop else { return false }
    let parts = text.split(separator: " ")
    guard let first = parts.first?.lowercased(), first == "by" || first == "by:" else {
      return false
    }
    return parts.dropFirst().allSatisfy { word in
      let scalar = word.unicodeScalars.first
      return scalar?.properties.isUppercase == true || scalar?.properties.isAlphabetic == false
        || ["and", "in", "for", "at", "de", "van", "von", "al", "bin", "with"].contains(word)
    }
  }

  var isDateLine: Bool { !isLong && DateLine.isDateLine(text) }

  private var endsWithStop: Bool {
    endsSentence && Self.lastMark(text) != "?" && Self.lastMark(text) != "!"
  }

  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "'", "“", "”", "‘", "’", "«", "»", "„",
  ]

  /// The last character that is no closing quotation mark or bracket.
  private static func lastMark(_ text: String) -> Unicode.Scalar? {
    text.unicodeScalars.last { !quotes.contains($0) && $0 != ")" && $0 != "]" }
  }

  static func endsSentence(_ text: String) -> Bool {
    guard let mark = lastMark(text) else { return false }
    if mark == "!" || mark == "?" || mark == "…" { return true }
    guard mark == "." else { return false }
    // `U.S.` and `D.C.` end many headlines.
    let word = text.split(separator: " ").last ?? ""
    let letters = word.unicodeScalars.filter { !quotes.contains($0) }
    let isInitials =
      letters.count >= 4
      && letters.enumerated().allSatisfy { place, scalar in
        place % 2 == 1 ? scalar == "." : scalar.properties.isUppercase
      }
    return !isInitials
  }

  static func hasBullet(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    bulletLength(range, in: bytes) > 0
  }

  /// The length of `•`, `·`, `◦`, `▪`, `*` or `-` before white space; 0 where there is none. A dash
  /// may begin a quotation, so it is none.
  private static func bulletLength(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    for bullet in ["•", "·", "◦", "▪", "*", "-"] {
      let length = bullet.utf8.count
      if bytes[range].starts(with: bullet.utf8), range.count > length + 1,
        WhiteSpace.length(in: bytes, at: range.lowerBound + length) > 0
      {
        return length
      }
    }
    return 0
  }
}
