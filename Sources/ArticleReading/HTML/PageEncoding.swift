import SourceText

/// Finds out which encoding a page is in and decodes it: byte order mark, what the page declares,
/// UTF-8 where it is well-formed, else Windows-1252, as browsers do (WHATWG HTML, "determining the
/// character encoding").
enum PageEncoding {
  /// - Throws: `Diagnostic` where the bytes are no text or not what the page declares.
  static func text(of bytes: [UInt8], file: String) throws(Diagnostic) -> String {
    if let kind = BinaryData.kind(of: bytes) { throw BinaryData.diagnostic(kind, file: file) }
    if let text = try TextDecoding.utf16(bytes, file: file) { return text }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = try TextDecoding.utf8(bytes, file: file)
      return String(text.unicodeScalars.dropFirst())
    }
    switch declared(in: bytes) {
    case nil:
      return String(validating: bytes, as: UTF8.self) ?? TextDecoding.windows1252(bytes)
    case "utf-8", "utf8", "unicode-1-1-utf-8":
      return try TextDecoding.utf8(bytes, file: file)
    // A page whose declaration can be read is not in UTF-16, whatever it says.
    case let name? where name.hasPrefix("utf-16"):
      return try TextDecoding.utf8(bytes, file: file)
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii",
      "windows-1252", "cp1252", "x-cp1252":
      return TextDecoding.windows1252(bytes)
    case let name?:
      return try TextDecoding.text(bytes, encoding: name, file: file)
    }
  }

  /// The value after `charset=` or `encoding=` in the first 4,096 bytes, in lower case.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding"] {
      let pattern = Array(key.utf8)
      var index = 0
      while index + pattern.count < head.count {
        defer { index += 1 }
        guard head[index] == pattern[0], head[index...].starts(with: pattern) else { continue }
        // A script may speak of charsets, too.
        if key == "charset" {
          let tag = head[..<index].lastIndex(of: UInt8(ascii: "<")) ?? 0
          guard head[tag...].starts(with: Array("<meta".utf8)) else { continue }
        }
        var rest = head[(index + pattern.count)...].drop { $0 == 0x20 }
        guard rest.first == UInt8(ascii: "=") else { continue }
        rest = rest.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }
        let name = rest.prefix { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            || [0x2D, 0x5F, 0x3A, 0x2E].contains(byte)
        }
        if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
      }
      // An XML declaration stands at the very beginning.
      if key == "charset", !head.starts(with: Array("<?xml".utf8)) { return nil }
    }
    return nil
  }
}
