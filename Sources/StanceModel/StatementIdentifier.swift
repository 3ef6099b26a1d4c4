public import SourceText
public import StanceOntology

/// Makes the ids of the statements and relations of one document.
///
/// An id is a hash of the document's name, the evidence's words and which occurrence of them it is, the
/// holder and the target. Neither offsets nor the reader's version nor polarity are in it: a sentence put in
/// above, or a better reading of the same words, keeps the id that somebody has cited.
///
/// ```swift
/// let ids = StatementIdentifier(document: "a.txt", text: text, evidence: spans)
/// ids.statement(spans[0], holder: kyiv, target: .entity(nato))  // "s7c0e…", 17 characters
/// ```
public struct StatementIdentifier: Sendable {
  private let document: String
  private let text: String
  private let occurrences: [TextSpan: Int]

  /// - Parameters:
  ///   - document: The name of the document, as in `Statement.document`.
  ///   - text: The article's text.
  ///   - evidence: All the evidence spans of the document, in UTF-8 bytes; one pass over the text counts them.
  public init(document: String, text: String, evidence: some Sequence<TextSpan>) {
    self.document = document
    self.text = text
    self.occurrences = Self.count(evidence, in: Array(text.utf8))
  }

  /// The id of a statement, `s` and 16 hexadecimal digits.
  public func statement(_ evidence: TextSpan, holder: EntityID, target: Target) -> String {
    "s" + hash(evidence, [holder.description, target.id])
  }

  /// The id of a relation, `r` and 16 hexadecimal digits.
  public func relation(
    _ evidence: TextSpan, predicate: String, subject: EntityID, object: EntityID
  ) -> String {
    "r" + hash(evidence, [predicate, subject.description, object.description])
  }

  private func hash(_ evidence: TextSpan, _ rest: [String]) -> String {
    var hash = StableHash()
    hash.combine(document)
    hash.combine(text[evidence])
    hash.combine(String(occurrences[evidence] ?? 1))
    for field in rest { hash.combine(field) }
    return hash.hexadecimal
  }

  /// For each span, how many times its words stand in the text up to and with itself.
  private static func count(_ spans: some Sequence<TextSpan>, in bytes: [UInt8]) -> [TextSpan: Int]
  {
    // The first eight bytes of each evidence, as a number, find the places where it can begin.
    let width = 8
    var byPrefix: [UInt64: [[UInt8]]] = [:]
    var short: Set<[UInt8]> = []
    let wanted = Set(spans).filter { $0.start >= 0 && $0.start < $0.end && $0.end <= bytes.count }
    for words in Set(wanted.map { Array(bytes[$0.start..<$0.end]) }) {
      if words.count < width {
        short.insert(words)
      } else {
        byPrefix[prefix(words[..<width]), default: []].append(words)
      }
    }
    var starts: [[UInt8]: [Int]] = [:]
    var window: UInt64 = 0
    for (end, byte) in bytes.enumerated() {
      window = window << 8 | UInt64(byte)
      let start = end + 1 - width
      guard start >= 0, let candidates = byPrefix[window] else { continue }
      for words in candidates where bytes[start...].starts(with: words) {
        starts[words, default: []].append(start)
      }
    }
    for words in short {
      for start in bytes.indices where bytes[start...].starts(with: words) {
        starts[words, default: []].append(start)
      }
    }
    var counts: [TextSpan: Int] = [:]
    for span in wanted {
      let places = starts[Array(bytes[span.start..<span.end])] ?? []
      counts[span] = (places.firstIndex(of: span.start) ?? 0) + 1
    }
    return counts
  }

  private static func prefix(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// A hash that is the same on every machine and in every run, unlike `Hasher`.
///
/// FNV-1a of 128 bits (Fowler, Noll and Vo), folded to 64: a million statements collide with a chance of
/// about 3 in 100 million. It is not meant to withstand an attacker.
struct StableHash {
  private var state: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  /// Adds a field; its length goes in as well, so that ("ab", "c") and ("a", "bc") differ.
  mutating func combine(_ field: String) {
    for byte in field.utf8 { add(byte) }
    var length = UInt64(field.utf8.count)
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: length))
      length >>= 8
    }
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
  }

  /// 16 digits.
  var hexadecimal: String {
    let folded = UInt64(truncatingIfNeeded: state ^ (state >> 64))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
