/// The first row of a file for each trigger; another with the same trigger would never be taken.
///
/// One for each file: a later file may replace what an earlier one says.
struct FirstRows<Trigger: Hashable> {
  private var lines: [Trigger: Table.Row] = [:]

  /// The row that has this trigger already; where there is none, `row` has it from now on.
  mutating func earlier(_ trigger: Trigger, _ row: Table.Row) -> Table.Row? {
    if let first = lines[trigger] { return first }
    lines[trigger] = row
    return nil
  }
}

/// The rows of a file of cues that can be taken.
struct FirstCues {
  private struct Trigger: Hashable {
    var words: [String]
    var partOfSpeech: CueRow.PartOfSpeech
    var kind: CueRow.Kind
  }

  private var rows: [Trigger: [(cue: CueRow, line: Int)]] = [:]

  /// Takes a row in.
  ///
  /// Several rows of one cue are told apart by their targets (`support for`, `her support of`); one whose targets an
  /// earlier row has, or which is taken whatever its target, is a fault.
  /// - Throws: `Diagnostic` that names the earlier row.
  mutating func add(_ cue: CueRow, _ row: Table.Row) throws {
    let trigger = Trigger(words: cue.words, partOfSpeech: cue.partOfSpeech, kind: cue.kind)
    let takesAny = cue.kind == .evaluative || cue.partOfSpeech == .phrase
    let first = rows[trigger, default: []].first { earlier in
      takesAny || cue.targets.allSatisfy { earlier.cue.targets.contains($0) }
    }
    if let first {
      let target = takesAny || row[5].isEmpty ? "" : ", target \(row[5])"
      throw row.fault(
        "'\(cue.name)' (\(row[1]), \(row[2])\(target)) is on line \(first.line) already",
        "Expected: one row for a cue, part of speech and kind, or rows with other targets. Remove one of the two."
      )
    }
    rows[trigger, default: []].append((cue, row.line))
  }
}
