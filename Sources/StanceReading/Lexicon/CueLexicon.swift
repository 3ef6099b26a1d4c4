public import SourceText
import StanceModel

/// The stance-bearing words by the lemma of their head, as `ontology/cues.tsv` lists them.
public struct CueLexicon: Sendable {
  static let columns = [
    "cue", "pos", "kind", "polarity", "holder", "target", "strength", "modality", "plover",
  ]

  private var byHead: [String: [CueRow]] = [:]
  /// What is wrong with single rows; such rows are left out.
  public private(set) var faults: [Diagnostic] = []

  /// The number of rows.
  public var count: Int { byHead.values.reduce(0) { $0 + $1.count } }

  var verbs: Set<String> { verbHeads(of: byHead, \.partOfSpeech) }

  /// Reads the tables in order; a later row for the same cue, part of speech and kind stands before an earlier one.
  ///
  /// - Throws: `Diagnostic` if a table can't be read.
  public init(paths: [String]) throws {
    for path in paths.reversed() {
      let table = try Table(path: path, columns: Self.columns)
      faults += table.faults
      var first = FirstCues()
      for row in table.rows {
        do {
          let cue = try Self.cue(row)
          try first.add(cue, row)
          byHead[cue.words[0], default: []].append(cue)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
    // The longer cue first: `call for` before `call`.
    for head in byHead.keys {
      let rows = byHead[head, default: []].enumerated()
      byHead[head] = rows.sorted { a, b in
        (-a.element.words.count, a.offset) < (-b.element.words.count, b.offset)
      }.map(\.element)
    }
  }

  /// The rows whose head has this lemma, the most specific first.
  public func rows(head lemma: String) -> [CueRow] { byHead[lemma] ?? [] }

  private static func cue(_ row: Table.Row) throws -> CueRow {
    let words = try row.words(0)
    let pos = try row.partOfSpeech(1)
    guard let kind = CueRow.Kind(rawValue: row[2]) else {
      let kinds = CueRow.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.fault("'\(row[2])' is no kind of cue", "Use one of: \(kinds).")
    }
    let polarity: Int
    switch row[3] {
    case "+": polarity = 1
    case "-", "−": polarity = -1
    case "0", "": polarity = 0
    default: throw row.fault("'\(row[3])' is no polarity", "Use +, - or 0.")
    }
    let strength = row[6].isEmpty ? 3 : Int(row[6]) ?? 0
    guard (1...5).contains(strength) else {
      throw row.fault("'\(row[6])' is no strength", "Use a number from 1 to 5.")
    }
    guard let modality = row[7].isEmpty ? .asserted : Modality(rawValue: row[7]) else {
      let all = Modality.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.fault("'\(row[7])' is no modality", "Use one of: \(all).")
    }
    return CueRow(
      words: words, partOfSpeech: pos, kind: kind, polarity: polarity,
      holders: try row.slots(row[4], isRole: true),
      targets: try row.slots(row[5]), strength: strength, modality: modality,
      plover: row[8])
  }
}
