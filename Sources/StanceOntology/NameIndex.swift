/// Finds rows by the names in them: a hash table over names without case and diacritics.
struct NameIndex: Sendable {
  /// A name in some row.
  struct Entry: Sendable {
    /// The name as the table writes it.
    var name: PoolRange
    var row: Int32
    /// An index of `TableSchema.all`.
    var table: UInt8
    /// The raw value of a `NameKind`; for titles, 1 for a plural.
    var kind: UInt8
    var isGenerated = false
    fileprivate var hash: UInt32 = 0
    /// The next entry in the same slot, or -1.
    fileprivate var next: Int32 = -1

    init(name: PoolRange, row: Int, table: Int, kind: UInt8, isGenerated: Bool = false) {
      self.name = name
      self.row = Int32(truncatingIfNeeded: row)
      self.table = UInt8(truncatingIfNeeded: table)
      self.kind = kind
      self.isGenerated = isGenerated
    }
  }

  private var entries: [Entry] = []
  private var slots: [Int32]
  /// For a slot of the hash of a first piece, the largest number of pieces of a name with it.
  private var longest: [UInt8]

  /// - Parameter capacity: the number of names expected.
  init(capacity: Int) {
    var size = 1024
    while size < capacity { size *= 2 }
    slots = Array(repeating: -1, count: size)
    longest = Array(repeating: 0, count: size)
    entries.reserveCapacity(capacity)
  }

  mutating func add(_ entry: Entry, _ bytes: [UInt8], _ scratch: inout NamePieces) {
    guard !entry.name.isEmpty else { return }
    var entry = entry
    if isArticleOptional(bytes[entry.name.range]) { entry.name.start += 4 }
    scratch.removeAll()
    scratch.append(bytes[entry.name.range])
    guard scratch.count > 0 else { return }
    entry.hash = scratch.hash
    let slot = Int(entry.hash) & (slots.count - 1)
    entry.next = slots[slot]
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
    let first = Int(scratch.firstPieceHash) & (longest.count - 1)
    longest[first] = max(longest[first], UInt8(clamping: scratch.count))
  }

  /// Whether a name is found without its article: *the Kremlin* as *Kremlin*, but not *The Hague*
  /// as *Hague* nor *the bloc* as *bloc*.
  private func isArticleOptional(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.count > 4, name.starts(with: [0x74, 0x68, 0x65, 0x20]) else { return false }
    let initial = name[name.startIndex + 4]
    return initial < 0x61 || initial > 0x7A
  }

  /// The most pieces that a name beginning with the first piece of `pieces` has.
  func longest(from pieces: NamePieces) -> Int {
    Int(longest[Int(pieces.firstPieceHash) & (longest.count - 1)])
  }

  /// The entries that differ from a name by no more than `folding` says, closest spelling first: if
  /// any entry is spelt exactly so, those; otherwise those that differ by diacritics, and so on.
  ///
  /// - Parameter pieces: the name with letter case folded.
  func entries(
    _ pieces: NamePieces, _ folding: NameFolding, _ bytes: [UInt8],
    spelt: (NameFolding) -> NamePieces
  ) -> [Entry] {
    let hash = pieces.hash
    var found: [Entry] = []
    var place = slots[Int(hash) & (slots.count - 1)]
    while place >= 0 {
      let entry = entries[Int(place)]
      if entry.hash == hash,
        NamePieces(bytes[entry.name.range], .letterCase).bytes == pieces.bytes
      {
        found.append(entry)
      }
      place = entry.next
    }
    guard !found.isEmpty else { return [] }
    for level in [NameFolding.spacing, .diacritics] {
      let wanted = spelt(level)
      let close = found.filter {
        NamePieces(bytes[$0.name.range], level).bytes == wanted.bytes
      }
      if !close.isEmpty { return close }
    }
    return folding == .letterCase ? found : []
  }
}
