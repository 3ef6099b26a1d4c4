/// A JSON value (RFC 8259), as pages and JSON Lines files have it.
///
/// More is taken than the standard allows, since pages break it: control characters in strings, and
/// escapes that are none. Members keep their order.
enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits as written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  struct Malformed: Error, CustomStringConvertible {
    var problem: String
    /// UTF-8 bytes from the beginning.
    var offset: Int
    var description: String { "\(problem) at byte \(offset)" }
  }

  /// The value of the last member of that name; nil where there is none, or it is no object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  var string: String? {
    if case .string(let string) = self { return string }
    return nil
  }

  /// - Throws: `Malformed` where the text is no JSON value, or nested deeper than 200.
  init(parsing text: String) throws(Malformed) {
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.whole()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func whole() throws(JSONValue.Malformed) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else { throw malformed("something follows the value") }
    return value
  }

  private func malformed(_ problem: String) -> JSONValue.Malformed {
    JSONValue.Malformed(problem: problem, offset: index)
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, byte <= 0x20 { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte, byte == UInt8(truncatingIfNeeded: character.value) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    guard depth < 200 else { throw malformed("it is nested too deeply") }
    skipSpace()
    guard let byte else { throw malformed("it ends too early") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: throw malformed("no value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.Malformed)
    -> JSONValue
  {
    guard bytes[index...].starts(with: word.utf8) else { throw malformed("no value") }
    index += word.utf8.count
    return value
  }

  private mutating func number() -> JSONValue {
    let start = index
    while let byte, "+-.eE0123456789".utf8.contains(byte) { index += 1 }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func array(depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    index += 1
    var values: [JSONValue] = []
    if take("]") { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      if take("]") { return .array(values) }
      guard take(",") else { throw malformed("a comma or ] is missing") }
      if take("]") { return .array(values) }
    }
  }

  private mutating func object(depth: Int) throws(JSONValue.Malformed) -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    if take("}") { return .object([]) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw malformed("a name in quotes is missing") }
      let name = try string()
      guard take(":") else { throw malformed("a colon is missing") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      if take("}") { return .object(members) }
      guard take(",") else { throw malformed("a comma or } is missing") }
      if take("}") { return .object(members) }
    }
  }

  private mutating func string() throws(JSONValue.Malformed) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while let next = byte {
      index += 1
      switch next {
      case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"): escape(into: &content)
      default: content.append(next)
      }
    }
    index = start
    throw malformed("a string has no end")
  }

  private mutating func escape(into content: inout [UInt8]) {
    guard let letter = byte else { return }
    index += 1
    switch letter {
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "u"):
      guard var unit = hexadecimal() else { return content.append(letter) }
      if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: "\\u".utf8) {
        let before = index
        index += 2
        if let low = hexadecimal(), (0xDC00..<0xE000).contains(low) {
          unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          index = before
        }
      }
      content.append(contentsOf: String(Unicode.Scalar(unit) ?? "\u{FFFD}").utf8)
    default: content.append(letter)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
    guard !digits.hasPrefix("+"), !digits.hasPrefix("-"), let value = UInt32(digits, radix: 16)
    else { return nil }
    index += 4
    return value
  }
}
