import LanguageAnalysis
import StanceModel
import StanceOntology

/// Chooses among readings of the same words.
struct Selection {
  let context: Context

  /// Keeps, for one holder, the outermost reading of a chain of cues, and one reading of each target in a sentence.
  func select(_ readings: [Reading]) -> [Reading] {
    let order = readings.indices.sorted { a, b in
      // The longer chain has seen more: `refused to support` before `support`.
      let x = readings[a]
      let y = readings[b]
      if x.path.count != y.path.count { return x.path.count > y.path.count }
      return a < b
    }
    var kept: [Int] = []
    for index in order where !kept.contains(where: { covers(readings[$0], readings[index]) }) {
      kept.append(index)
    }
    return kept.sorted { (readings[$0].cue, $0) < (readings[$1].cue, $1) }.map { readings[$0] }
  }

  /// Whether a reading that is kept makes another of the same sentence superfluous.
  func covers(_ kept: Reading, _ other: Reading) -> Bool {
    guard
      context.tree.sentenceIndices[kept.cue] == context.tree.sentenceIndices[other.cue],
      kept.holder == other.holder || context.isOwnSide(kept.holder, of: other.holder)
        || context.isOwnSide(other.holder, of: kept.holder)
    else { return false }
    if kept.path.contains(other.cue) { return true }
    if kept.content == other.content, kept.holder == other.holder { return true }
    return kept.target == other.target && kept.holder == other.holder
      && kept.polarity == other.polarity
  }
}
