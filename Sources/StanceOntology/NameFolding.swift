/// How far two spellings of a name may differ and still be the same.
enum NameFolding: Int, Comparable {
  /// Only quotation marks, dashes and spacing.
  case spacing
  /// And diacritics: *Erdogan*, *Erdoğan*.
  case diacritics
  /// And letter case: *UKRAINE*, *Ukraine*.
  case letterCase

  static func < (a: NameFolding, b: NameFolding) -> Bool { a.rawValue < b.rawValue }
}

/// A name cut into pieces finer than any tokeniser's, so that names and token runs can be compared.
///
/// Pieces are separated by one space. Apostrophes, hyphens and other signs are pieces of their own;
/// a full stop stays with its letters (`U.S.`). `Côte d’Ivoire` and the tokens `Côte`, `d'`,
/// `Ivoire` both give `Côte d ' Ivoire`. A leading *the* is always written `The`.
struct NamePieces {
  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  /// Where the pieces after the first begin in `bytes`; 0 while there is one piece.
  private(set) var secondPiece = 0
  private let folding: NameFolding

  init(_ folding: NameFolding) { self.folding = folding }

  init(_ name: some Collection<UInt8>, _ folding: NameFolding) {
    self.init(folding)
    append(name)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
    secondPiece = 0
  }

  /// FNV-1a of the bytes.
  var hash: UInt32 { Self.hash(bytes[...]) }

  /// FNV-1a of the first piece.
  var firstPieceHash: UInt32 {
    Self.hash(bytes.prefix(secondPiece > 0 ? secondPiece - 1 : bytes.count))
  }

  var beginsWithArticle: Bool {
    secondPiece == 4 && bytes[1] | 0x20 == UInt8(ascii: "h") && bytes[2] | 0x20 == UInt8(ascii: "e")
      && bytes[0] | 0x20 == UInt8(ascii: "t")
  }

  /// The pieces after a leading *the*.
  var withoutArticle: NamePieces {
    guard beginsWithArticle else { return self }
    var rest = NamePieces(folding)
    rest.append(bytes[4...])
    return rest
  }

  /// The same pieces under another folding, which must not be a finer one.
  func refolded(_ folding: NameFolding) -> NamePieces {
    folding == self.folding ? self : NamePieces(bytes, folding)
  }

  /// The pieces before a final `'s` or `'`; nil when there is none.
  var withoutPossessive: NamePieces? {
    for ending in [[0x20, 0x27, 0x20, 0x73], [0x20, 0x27]] as [[UInt8]]
    where bytes.count > ending.count && bytes.suffix(ending.count).elementsEqual(ending) {
      var rest = NamePieces(folding)
      rest.append(bytes.dropLast(ending.count))
      return rest
    }
    return nil
  }

  /// FNV-1a, from the beginning or going on from an earlier value.
  static func hash(_ bytes: ArraySlice<UInt8>, from start: UInt32 = 2_166_136_261) -> UInt32 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// Adds a name, or the next token of one; a piece never spans two calls.
  mutating func append(_ utf8: some Collection<UInt8>) {
    var inPiece = false
    var pending: UInt32 = 0
    var missing = 0
    for byte in utf8 {
      if byte < 0x80 {
        append(scalar: UInt32(byte), &inPiece)
        missing = 0
      } else if byte < 0xC0 {
        guard missing > 0 else { continue }
        pending = pending << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { append(scalar: pending, &inPiece) }
      } else {
        missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        pending = UInt32(byte) & (0x3F >> UInt32(missing))
      }
    }
    capitaliseArticle()
  }

  private mutating func capitaliseArticle() {
    guard folding < .letterCase, beginsWithArticle else { return }
    bytes[0] = UInt8(ascii: "T")
    bytes[1] = UInt8(ascii: "h")
    bytes[2] = UInt8(ascii: "e")
  }

  private mutating func begin() {
    if !bytes.isEmpty {
      bytes.append(0x20)
      if secondPiece == 0 { secondPiece = bytes.count }
    }
    count += 1
  }

  private mutating func append(scalar: UInt32, _ inPiece: inout Bool) {
    switch NameScalar(scalar) {
    case .space:
      inPiece = false
    case .sign(let sign):
      begin()
      bytes.append(sign)
      inPiece = false
    case .mark:
      if folding == .spacing, inPiece { appendEncoded(scalar) }
    case .letter:
      if !inPiece {
        begin()
        inPiece = true
      }
      appendLetter(scalar)
    }
  }

  private mutating func appendLetter(_ scalar: UInt32) {
    if scalar < 0x80 {
      let upper = scalar >= 0x41 && scalar <= 0x5A
      bytes.append(UInt8(folding == .letterCase && upper ? scalar + 0x20 : scalar))
    } else if folding == .spacing {
      appendEncoded(scalar)
    } else if let base = DiacriticTable.base(of: scalar) {
      for letter in base { appendLetter(UInt32(letter)) }
    } else if folding == .letterCase, let value = Unicode.Scalar(scalar) {
      for lower in value.properties.lowercaseMapping.unicodeScalars { appendEncoded(lower.value) }
    } else {
      appendEncoded(scalar)
    }
  }

  private mutating func appendEncoded(_ scalar: UInt32) {
    guard let value = Unicode.Scalar(scalar), let encoded = UTF8.encode(value) else { return }
    bytes.append(contentsOf: encoded)
  }
}

/// What a character is in a name.
enum NameScalar {
  case space
  /// A piece of its own, written with this ASCII character.
  case sign(UInt8)
  /// A combining mark.
  case mark
  case letter

  init(_ scalar: UInt32) {
    switch scalar {
    case 0...0x20, 0x7F, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      self = .space
    case 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
      self = .letter
    case 0x27, 0x60, 0xB4, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2018, 0x2019, 0x201B, 0x2032:
      self = .sign(0x27)
    case 0x22, 0x201C...0x201F, 0xAB, 0xBB:
      self = .sign(0x22)
    case 0x2D, 0x2010...0x2015, 0x2212:
      self = .sign(0x2D)
    case 0x21...0x7E:
      self = .sign(UInt8(truncatingIfNeeded: scalar))
    case 0x300...0x36F:
      self = .mark
    default:
      self = .letter
    }
  }
}
