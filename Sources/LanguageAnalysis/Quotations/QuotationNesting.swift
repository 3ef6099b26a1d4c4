extension Quotation {
  /// A quotation with what its place among the others depends on.
  private struct Placed {
    var start: Int
    var size: Int
    var offset: Int
    var quotation: Quotation

    init(_ quotation: Quotation, offset: Int) {
      self.quotation = quotation
      self.offset = offset
      start = min(quotation.content[0].lowerBound, quotation.cue?.lowerBound ?? Int.max)
      size = quotation.content.reduce(0) { $0 + $1.count }
    }

    /// Text order, the larger of two that begin together first.
    static func isBefore(_ one: Placed, _ other: Placed) -> Bool {
      if one.start != other.start { return one.start < other.start }
      return one.size != other.size ? one.size > other.size : one.offset < other.offset
    }
  }

  /// Quotations in text order, each with the smallest one around its cue as parent.
  static func nested(_ found: [Quotation]) -> [Quotation] {
    let placed = found.enumerated().map { Placed($1, offset: $0) }.sorted(by: Placed.isBefore)
    var sorted = placed.map { $0.quotation }
    for index in sorted.indices {
      let contentStart = sorted[index].content[0].lowerBound
      let anchor = sorted[index].cue?.lowerBound ?? contentStart
      var best: Int?
      for other in max(0, index - 64)..<min(sorted.count, index + 16) where other != index {
        guard placed[other].size > placed[index].size else { continue }
        if let best, placed[other].size >= placed[best].size { continue }
        let covers = sorted[other].content.contains {
          $0.contains(anchor) && $0.contains(contentStart)
        }
        if covers { best = other }
      }
      sorted[index].parent = best
    }
    return sorted
  }
}
