internal import SourceText

/// A part of a text as bytes: what lies outside the part reads as white space.
struct BlockText {
  struct Character {
    var kind: CharacterClass
    /// In bytes.
    var length: Int

    static let outside = Character(kind: .space, length: 1)
  }

  private let bytes: [UInt8]
  private let ascii = CharacterClass.ascii
  let lower: Int
  let upper: Int

  /// - Parameter span: must lie within `bytes`; what does not is left out.
  init(_ bytes: [UInt8], _ span: TextSpan) {
    self.bytes = bytes
    lower = max(0, min(span.start, bytes.count))
    upper = max(lower, min(span.end, bytes.count))
  }

  /// The byte at an offset of the whole text.
  subscript(offset: Int) -> UInt8 {
    offset >= lower && offset < upper ? bytes[offset] : UInt8(ascii: " ")
  }

  /// The character that begins at an offset of the whole text.
  func character(at offset: Int) -> Character {
    guard offset >= lower, offset < upper else { return .outside }
    let byte = bytes[offset]
    if byte < 0x80 { return Character(kind: ascii[Int(byte)], length: 1) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC0, offset + length <= upper else { return Character(kind: .symbol, length: 1) }
    var value = UInt32(byte) & (0x7F >> UInt32(length))
    for k in 1..<length { value = value << 6 | UInt32(bytes[offset + k] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else {
      return Character(kind: .symbol, length: length)
    }
    return Character(kind: CharacterClass(scalar), length: length)
  }

  /// The class of the character that ends at `offset`.
  func kind(before offset: Int) -> CharacterClass {
    var start = offset - 1
    guard start >= lower, start < upper else { return .space }
    while start > lower, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return character(at: start).kind
  }

  func kind(at offset: Int) -> CharacterClass { character(at: offset).kind }

  /// The text of a range within the part.
  func string(_ start: Int, _ end: Int) -> String {
    let from = max(lower, min(start, upper))
    let to = max(from, min(end, upper))
    return String(decoding: bytes[from..<to], as: UTF8.self)
  }

  /// As `string`, with the letters of ASCII in lower case.
  func lowercased(_ start: Int, _ end: Int) -> String {
    let from = max(lower, min(start, upper))
    let to = max(from, min(end, upper))
    return String(decoding: bytes[from..<to].lazy.map(asciiLower), as: UTF8.self)
  }

  /// Whether the text goes on with `word` (ASCII, lower case), whatever its case there.
  func goesOn(with word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= upper else { return false }
    return word.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { asciiLower(self[offset + $0]) == buffer[$0] }
    }
  }
}

/// The byte, or its lower case if it is a capital of ASCII.
func asciiLower(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
