import SourceText

/// Tells files that are no text, by the bytes they begin with and by how many control characters
/// they have.
enum BinaryData {
  /// The beginnings by which common kinds of file are known.
  private static let signatures: [(kind: String, bytes: [UInt8])] = [
    ("a PDF document", Array("%PDF-".utf8)),
    ("a ZIP archive or an office document", [0x50, 0x4B, 0x03, 0x04]),
    ("an old office document", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ("an RTF document", Array("{\\rtf".utf8)),
    ("a gzip file", [0x1F, 0x8B, 0x08]),
    ("a bzip2 file", Array("BZh".utf8) + [0x31, 0x41]),
    ("an xz file", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ("a Zstandard file", [0x28, 0xB5, 0x2F, 0xFD]),
    ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
    ("a JPEG picture", [0xFF, 0xD8, 0xFF]),
    ("a GIF picture", Array("GIF8".utf8)),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ("an SQLite database", Array("SQLite format 3".utf8)),
  ]

  /// What the bytes are, where they are no text; nil where they may be.
  ///
  /// A stray control character is no reason: more than one in fifty bytes is, and a byte order mark
  /// of UTF-16 says that NULs are to be expected.
  static func kind(of bytes: [UInt8]) -> String? {
    if let known = signatures.first(where: { bytes.starts(with: $0.bytes) }) { return known.kind }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    let head = bytes.prefix(4096)
    let zeros = head.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    if head.count >= 8, zeros * 5 > head.count * 2, zeros * 5 < head.count * 3 {
      return "UTF-16 without a byte order mark"
    }
    let controls = head.reduce(0) { $0 + (isControl($1) ? 1 : 0) }
    return controls > 0 && controls * 50 > head.count + 50 ? "binary data" : nil
  }

  static func diagnostic(_ kind: String, file: String) -> Diagnostic {
    let remedy =
      switch kind {
      case "a PDF document": "Save its text first: pdftotext FILE.pdf FILE.txt"
      case "UTF-16 without a byte order mark":
        "Convert it first: iconv -f UTF-16LE -t UTF-8 FILE > FILE.txt"
      case "an RTF document", "an old office document", "a ZIP archive or an office document":
        "Unpack it, or save the article as plain text or HTML."
      case "a gzip file", "a bzip2 file", "an xz file", "a Zstandard file":
        "Unpack it first."
      default: "Give plain text in UTF-8, HTML or JSON Lines."
      }
    return Diagnostic(file: file, problem: "this is \(kind), not text", remedy: remedy)
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B: false
    case 0..<0x20, 0x7F: true
    default: false
    }
  }
}
