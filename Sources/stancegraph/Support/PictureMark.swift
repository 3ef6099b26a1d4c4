import StanceDrawing
import StanceExports

/// Marks a picture as this program's own, so that it is known again and no other picture is written over.
///
/// SVG has Graphviz's title of the graph for that; PNG gets a `Software` entry (PNG specification,
/// 11.3.3.2), PDF a comment after its end.
enum PictureMark {
  private static let png = Array("Software\0stancegraph".utf8)
  private static let pdf = Array("%stancegraph\n".utf8)
  /// Signature, and the chunk IHDR, which must be the first.
  private static let pngHead = 8 + 25

  static func marked(_ picture: [UInt8], as format: PictureFormat) -> [UInt8] {
    switch format {
    case .svg: picture
    case .pdf: picture + (picture.last == 0x0A ? [] : [0x0A]) + pdf
    case .png:
      picture.count < pngHead
        ? picture : Array(picture[..<pngHead]) + chunk("tEXt", png) + Array(picture[pngHead...])
    }
  }

  /// - Parameters:
  ///   - head: the first four kilobytes of a file.
  ///   - tail: its last bytes.
  static func isOurs(head: [UInt8], tail: [UInt8]) -> Bool {
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      return head.dropFirst(pngHead).starts(with: chunk("tEXt", png))
    }
    if head.starts(with: "%PDF-".utf8) { return tail.suffix(pdf.count).elementsEqual(pdf) }
    return StanceExports.isOurs(head)
  }

  /// Length, type, data and checksum, the numbers in four bytes with the largest first.
  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bigEndian(UInt32(data.count)) + body + bigEndian(checksum(body))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// CRC-32 of ISO 3309, as PNG's annex D computes it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1
      }
    }
  }
}
