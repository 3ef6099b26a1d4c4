/// A range of a text, in UTF-8 bytes from its beginning, end exclusive.
public struct TextSpan: Hashable, Sendable, Codable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public var count: Int { end - start }
  public var isEmpty: Bool { end <= start }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The smallest span that holds both.
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(Swift.min(start, other.start), Swift.max(end, other.end))
  }
}

extension TextSpan: Comparable {
  /// By start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    (a.start, a.end) < (b.start, b.end)
  }
}

extension String {
  /// The part of the text that `span` covers, in UTF-8 bytes; what lies outside the text is left out.
  ///
  /// A span that cuts a character gives the replacement character there.
  public subscript(span: TextSpan) -> String {
    let bytes = utf8
    let lower = Swift.max(0, Swift.min(span.start, bytes.count))
    let upper = Swift.max(lower, Swift.min(span.end, bytes.count))
    let from = bytes.index(bytes.startIndex, offsetBy: lower)
    let to = bytes.index(from, offsetBy: upper - lower)
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }
}
