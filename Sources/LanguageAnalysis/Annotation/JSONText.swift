import SourceText

/// JSON under construction, as bytes; members stay in the order in which they are written.
struct JSONText {
  private var bytes: [UInt8] = []
  /// Whether a comma is due before the next member or element.
  private var commaIsDue = false

  var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Elements

  mutating func object(_ members: (inout JSONText) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    commaIsDue = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    commaIsDue = true
  }

  /// `[start,end]`, or `null`.
  mutating func span(_ span: TextSpan?) {
    guard let span else { return null() }
    array([span.start, span.end]) { $0.number($1) }
  }

  mutating func number(_ value: Int?) {
    guard let value else { return null() }
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func string(_ value: String?) {
    guard let value else { return null() }
    separate()
    appendQuoted(value)
  }

  // MARK: Members

  mutating func span(_ key: StaticString, _ value: TextSpan?) {
    member(key)
    span(value)
  }

  mutating func number(_ key: StaticString, _ value: Int?) {
    member(key)
    number(value)
  }

  mutating func string(_ key: StaticString, _ value: String?) {
    member(key)
    string(value)
  }

  mutating func array<Element>(
    _ key: StaticString, _ elements: some Sequence<Element>,
    _ write: (inout JSONText, Element) -> Void
  ) {
    member(key)
    array(elements, write)
  }

  // MARK: Writing

  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: "["))
    commaIsDue = false
    for element in elements { write(&self, element) }
    bytes.append(UInt8(ascii: "]"))
    commaIsDue = true
  }

  private mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  private mutating func member(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    commaIsDue = false
  }

  private mutating func separate() {
    if commaIsDue { bytes.append(UInt8(ascii: ",")) }
    commaIsDue = true
  }

  /// By RFC 8259: only quotation marks, backslashes and control characters are escaped.
  private mutating func appendQuoted(_ value: String) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
