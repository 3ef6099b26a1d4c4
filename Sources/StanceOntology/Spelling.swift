/// Finds what somebody may have meant to write.
public enum Spelling {
  /// The word that fewest insertions, deletions, replacements and swaps turn `word` into.
  ///
  /// Nil when more than a third of the word (and more than two letters) would have to change. Of
  /// several at the same distance, the first in byte order.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let wanted = Array(word.utf8)
    var limit = max(2, wanted.count / 3)
    var best: String?
    for candidate in known.sorted() {
      let distance = distance(wanted, Array(candidate.utf8), limit: limit)
      guard distance <= limit, best == nil || distance < limit else { continue }
      best = candidate
      limit = distance
    }
    return best
  }

  /// The optimal string alignment distance (Damerau 1964), or more than `limit`.
  static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    guard abs(a.count - b.count) <= limit else { return limit + 1 }
    var twoBack = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [Int](repeating: i + 1, count: b.count + 1)
      for j in b.indices {
        let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
        current[j + 1] = min(replaced, previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          current[j + 1] = min(current[j + 1], twoBack[j - 1] + 1)
        }
      }
      (twoBack, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
