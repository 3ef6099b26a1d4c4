/// White space as articles have it: besides blanks and line ends also control characters, the byte
/// order mark and characters without width.
enum WhiteSpace {
  /// The length in bytes of the white space character at `index`; 0 where there is none.
  static func length(in bytes: some RandomAccessCollection<UInt8>, at index: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      guard
        let place = bytes.index(
          bytes.startIndex, offsetBy: index + offset, limitedBy: bytes.endIndex),
        place < bytes.endIndex
      else { return 0 }
      return bytes[place]
    }
    switch byte(0) {
    case 0...0x20, 0x7F: return 1
    case 0xC2: return (0x80...0xA0).contains(byte(1)) ? 2 : 0
    case 0xE1: return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0
    case 0xE2:
      switch (byte(1), byte(2)) {
      // U+2000 to U+200B, U+200E, U+200F, U+2028, U+2029, U+202F, U+205F, U+2060
      case (0x80, 0x80...0x8B), (0x80, 0x8E...0x8F), (0x80, 0xA8...0xA9), (0x80, 0xAF),
        (0x81, 0x9F...0xA0):
        return 3
      default: return 0
      }
    case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
    case 0xEF: return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The range without the white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = length(in: bytes, at: start)
      if length == 0 { break }
      start += length
    }
    while start < end {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      if length(in: bytes, at: last) == 0 { break }
      end = last
    }
    return start..<max(start, end)
  }
}
