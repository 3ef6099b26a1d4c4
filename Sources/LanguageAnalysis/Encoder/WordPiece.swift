import EncoderTensors

/// The letter case of a word, which an uncased vocabulary loses.
enum LetterCase: UInt8 {
  case lower, upper, capitalised, mixed
  /// With a digit.
  case digits
  /// Without letters.
  case other

  init(_ word: String) {
    var letters = 0
    var upper = 0
    var lower = 0
    var beginsUpper = false
    for scalar in word.unicodeScalars {
      var isLetter = false
      var isUpper = false
      var isLower = false
      switch scalar.value {
      case 0x30...0x39:
        self = .digits
        return
      case 0x61...0x7A: (isLetter, isLower) = (true, true)
      case 0x41...0x5A: (isLetter, isUpper) = (true, true)
      case 0..<0x80: break
      default:
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
          isLetter = true
          isUpper = properties.isUppercase
          isLower = properties.isLowercase
        default: break
        }
      }
      guard isLetter else { continue }
      if letters == 0 { beginsUpper = isUpper }
      letters += 1
      if isUpper { upper += 1 }
      if isLower { lower += 1 }
    }
    self =
      if letters == 0 { .other } else if lower == letters { .lower } else if upper == letters {
        letters == 1 ? .capitalised : .upper
      } else if beginsUpper && lower == letters - 1 { .capitalised } else { .mixed }
  }
}

/// WordPiece over words that are already tokens: lower case, accents stripped, curly quotation marks made
/// straight, every punctuation mark a piece of its own, greedy longest match first (Wu et al. 2016; Devlin
/// et al. 2019). Exactly as `training/wordpiece.py` does it.
struct WordPiece: Sendable {
  /// A word of more pieces (a URL) says no more than its beginning.
  private static let mostPieces = 24
  private static let longestPart = 100
  private static let hashStart: UInt32 = 2_166_136_261
  private static let hashOfContinuation = "##".utf8.reduce(hashStart, hash)

  let count: Int
  private(set) var start: Int32 = 0
  private(set) var end: Int32 = 0
  private var unknown: Int32 = 0
  private let text: MappedArray<UInt8>
  private let starts: MappedArray<UInt32>
  private let slots: MappedArray<UInt32>
  private let foldKeys: MappedArray<UInt32>
  private let foldStarts: MappedArray<UInt32>
  private let foldValues: MappedArray<UInt32>
  private var longestPiece = 0

  /// - Throws: `Diagnostic` if the file lacks the vocabulary or it is broken.
  init(_ file: WeightsFile) throws {
    text = try file.text("pieces.text")
    starts = try file.naturals("pieces.starts", shape: nil)
    slots = try file.naturals("pieces.slots", shape: [1 << 16])
    foldKeys = try file.naturals("folds.keys", shape: nil)
    foldStarts = try file.naturals("folds.starts", shape: [foldKeys.count + 1])
    foldValues = try file.naturals("folds.values", shape: nil)
    count = starts.count - 1
    var longest = 0
    for i in 0..<count {
      guard starts[i] < starts[i + 1], Int(starts[i + 1]) <= text.count else {
        throw file.broken("damaged: piece \(i) of its vocabulary lies outside it")
      }
      longest = max(longest, Int(starts[i + 1] - starts[i]))
    }
    guard slots.allSatisfy({ $0 <= count }), slots.contains(0),
      foldStarts.allSatisfy({ $0 <= foldValues.count }),
      zip(foldStarts, foldStarts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw file.broken("damaged: the tables of its vocabulary don't fit") }
    longestPiece = longest
    guard let unknown = lookup("[UNK]"), let start = lookup("[CLS]"), let end = lookup("[SEP]")
    else { throw file.broken("its vocabulary lacks [UNK], [CLS] or [SEP]") }
    (self.unknown, self.start, self.end) = (unknown, start, end)
  }

  /// The pieces of a word; at least one.
  func pieces(_ word: String) -> [Int32] {
    var pieces: [Int32] = []
    var part: [UInt8] = []
    part.reserveCapacity(word.utf8.count)
    var scalars = 0

    func finish() {
      if !part.isEmpty {
        if scalars > Self.longestPart {
          pieces.append(unknown)
        } else {
          longestMatch(part, &pieces)
        }
      }
      part.removeAll(keepingCapacity: true)
      scalars = 0
    }

    func take(_ scalar: Unicode.Scalar) {
      let code = scalar.value
      if Self.isPunctuation(scalar) {
        finish()
        part.append(contentsOf: scalar.utf8)
        scalars = 1
        finish()
      } else if code == 0x20 || (code >= 0x80 && scalar.properties.isWhitespace) {
        finish()
      } else {
        if code < 0x80 { part.append(UInt8(code)) } else { part.append(contentsOf: scalar.utf8) }
        scalars += 1
      }
    }

    let all = word.unicodeScalars
    for place in all.indices {
      if pieces.count >= Self.mostPieces { break }
      let scalar = all[place]
      let code = scalar.value
      switch code {
      case 0x61...0x7A, 0x30...0x39:
        part.append(UInt8(code))
        scalars += 1
      case 0x41...0x5A:
        part.append(UInt8(code | 0x20))
        scalars += 1
      case 0x3A3 where Self.isFinal(all, at: place): take("\u{3C2}")
      default:
        guard let fold = fold(code) else {
          take(scalar)
          break
        }
        for i in fold { if let scalar = Unicode.Scalar(foldValues[i]) { take(scalar) } }
      }
    }
    finish()
    if pieces.count > Self.mostPieces { pieces.removeLast(pieces.count - Self.mostPieces) }
    return pieces.isEmpty ? [unknown] : pieces
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    case 0..<0x80: false
    default:
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        true
      default: false
      }
    }
  }

  /// Whether a capital sigma ends its word, by Unicode's condition Final_Sigma.
  private static func isFinal(_ all: String.UnicodeScalarView, at place: String.Index) -> Bool {
    let before = all[..<place].last { !$0.properties.isCaseIgnorable }
    let after = all[all.index(after: place)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }

  /// Where the characters stand that a character becomes; nil where it stays.
  private func fold(_ code: UInt32) -> Range<Int>? {
    var low = 0
    var high = foldKeys.count
    while low < high {
      let middle = (low + high) / 2
      if foldKeys[middle] < code { low = middle + 1 } else { high = middle }
    }
    guard low < foldKeys.count, foldKeys[low] == code else { return nil }
    return Int(foldStarts[low])..<Int(foldStarts[low + 1])
  }

  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  private func longestMatch(_ part: [UInt8], _ pieces: inout [Int32]) {
    let before = pieces.count
    var from = 0
    var hashes: [UInt32] = []
    hashes.reserveCapacity(longestPiece)
    while from < part.count {
      let isContinuation = from > 0
      let most = min(part.count - from, longestPiece - (isContinuation ? 2 : 0))
      hashes.removeAll(keepingCapacity: true)
      var hash = isContinuation ? Self.hashOfContinuation : Self.hashStart
      for i in 0..<max(0, most) {
        hash = Self.hash(hash, part[from + i])
        hashes.append(hash)
      }
      var length = hashes.count
      var found: Int32?
      while length > 0, found == nil {
        found = lookup(
          part[from..<(from + length)], isContinuation: isContinuation, hashes[length - 1])
        if found == nil { length -= 1 }
      }
      guard let found else {
        pieces.removeLast(pieces.count - before)
        pieces.append(unknown)
        return
      }
      pieces.append(found)
      from += length
    }
  }

  private func lookup(_ piece: String) -> Int32? {
    let bytes = Array(piece.utf8)
    return lookup(bytes[...], isContinuation: false, bytes.reduce(Self.hashStart, Self.hash))
  }

  private func lookup(_ bytes: ArraySlice<UInt8>, isContinuation: Bool, _ hash: UInt32) -> Int32? {
    let mark = isContinuation ? 2 : 0
    var slot = Int((hash ^ hash >> 16) & 0xFFFF)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      let from = Int(starts[id])
      if Int(starts[id + 1]) - from == bytes.count + mark,
        !isContinuation || (text[from] == 0x23 && text[from + 1] == 0x23),
        bytes.indices.allSatisfy({ bytes[$0] == text[from + mark + $0 - bytes.startIndex] })
      {
        return Int32(id)
      }
      slot = (slot + 1) & 0xFFFF
    }
    return nil
  }
}
