import CXML
import SourceText

/// From bytes to text.
enum TextDecoding {
  /// The text of a plain file: UTF-8 as it is, mark and all; UTF-16 where a byte order mark says so.
  /// - Throws: `Diagnostic` where the bytes are no text.
  static func text(_ bytes: [UInt8], file: String) throws(Diagnostic) -> String {
    if let kind = BinaryData.kind(of: bytes) { throw BinaryData.diagnostic(kind, file: file) }
    if let text = try utf16(bytes, file: file) { return text }
    return try utf8(bytes, file: file)
  }

  /// - Parameter firstLine: the line on which the bytes begin.
  /// - Throws: `Diagnostic` that names the first byte that is not UTF-8, and its line.
  static func utf8(_ bytes: [UInt8], file: String, firstLine: Int = 1) throws(Diagnostic)
    -> String
  {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let offset = firstInvalid(bytes)
    let line = firstLine + bytes.prefix(offset).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    // What is missing at the end was lost with the rest of the file; what is wrong inside is another
    // encoding, or damage.
    if firstInvalid(bytes + [0x80, 0x80, 0x80]) > offset, bytes.count - offset < 4 {
      throw Diagnostic(
        file: file, line: line,
        problem: "broken UTF-8: the text ends inside a character, at byte \(offset)",
        remedy: "The file was cut short: get it again, or remove what is after that byte.")
    }
    let byte = offset < bytes.count ? String(bytes[offset], radix: 16, uppercase: true) : "?"
    throw Diagnostic(
      file: file, line: line, problem: "broken UTF-8: byte \(offset) is 0x\(byte)",
      remedy: "If it is in another encoding, convert it: "
        + "iconv -f WINDOWS-1252 -t UTF-8 '\(file)' > NEW.txt")
  }

  /// The text without its byte order mark; nil where there is no mark of UTF-16.
  static func utf16(_ bytes: [UInt8], file: String) throws(Diagnostic) -> String? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      index += 2
    }
    guard index == bytes.count, let text = String(validating: units, as: UTF16.self) else {
      throw Diagnostic(
        file: file, problem: "broken UTF-16",
        remedy: "The file was cut short or damaged: get it again, or convert it to UTF-8.")
    }
    return text
  }

  /// - Parameter encoding: a name as a page or iconv has it.
  /// - Throws: `Diagnostic` where the encoding is unknown or the bytes are none of it.
  static func text(_ bytes: [UInt8], encoding: String, file: String) throws(Diagnostic) -> String {
    var count = 0
    var failedAt = 0
    let decoded = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { cxml_decode($0, buffer.count, encoding, &count, &failedAt) } ?? nil
    }
    guard let decoded else {
      if bytes.isEmpty { return "" }
      if failedAt == Int(bitPattern: UInt.max) || failedAt < 0 || failedAt > bytes.count {
        throw Diagnostic(
          file: file, problem: "the page's encoding “\(encoding)” is unknown",
          remedy: "Convert it: iconv -f ENCODING -t UTF-8 FILE > NEW.html (iconv -l lists them).")
      }
      let line = 1 + bytes.prefix(failedAt).reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      throw Diagnostic(
        file: file, line: line, problem: "byte \(failedAt) is not \(encoding), as the page says",
        remedy: "Correct the page's charset, or convert it: iconv -f ENCODING -t UTF-8.")
    }
    defer { cxml_free(decoded) }
    return String(decoding: UnsafeBufferPointer(start: decoded, count: count), as: UTF8.self)
  }

  /// Windows-1252, which is what pages that say Latin-1 are in (WHATWG Encoding, "windows-1252").
  static func windows1252(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let value =
        byte >= 0x80 && byte < 0xA0 ? windows1252Table[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  /// 0x80 to 0x9F.
  private static let windows1252Table: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The offset of the first byte that begins no well-formed character (Unicode, table 3-7); the
  /// number of bytes where all are.
  static func firstInvalid(_ bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        continue
      }
      let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
      guard length > 0, index + length <= bytes.count else { return index }
      let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
      guard bytes[index + 1] >= low, bytes[index + 1] <= high else { return index }
      for next in bytes[(index + 2)..<(index + length)] where next & 0xC0 != 0x80 { return index }
      index += length
    }
    return index
  }
}
