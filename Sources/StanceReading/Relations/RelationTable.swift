public import SourceText

/// A wording of a relation: a predicate and where its two entities stand.
struct RelationPattern: Hashable, Sendable {
  var relation: String
  var words: [String]
  var partOfSpeech: CueRow.PartOfSpeech
  var needs: [String]
  var subjects: [Slot]
  var objects: [Slot]
}

/// The wordings of relations, as `ontology/relations.tsv` lists them.
public struct RelationTable: Sendable {
  static let columns = ["relation", "head", "pos", "needs", "subject", "object"]
  private var byHead: [String: [RelationPattern]] = [:]
  /// What is wrong with single rows; such rows are left out.
  public private(set) var faults: [Diagnostic] = []

  /// - Throws: `Diagnostic` if a table can't be read.
  public init(paths: [String]) throws {
    for path in paths {
      let table = try Table(path: path, columns: Self.columns)
      faults += table.faults
      for row in table.rows {
        do {
          let pattern = try Self.pattern(row)
          byHead[pattern.words[0], default: []].append(pattern)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
  }

  private static func pattern(_ row: Table.Row) throws -> RelationPattern {
    let subjects = try row.slots(row[4])
    let objects = try row.slots(row[5])
    guard !subjects.isEmpty, !objects.isEmpty else {
      throw row.fault(
        "a relation needs slots for both its entities", "ontology/README.md lists the slots.")
    }
    return RelationPattern(
      relation: row[0], words: try row.words(1), partOfSpeech: try row.partOfSpeech(2),
      needs: row[3].split(separator: "|").map { String($0) }, subjects: subjects, objects: objects)
  }

  func patterns(head lemma: String) -> [RelationPattern] { byHead[lemma] ?? [] }

  var verbs: Set<String> { verbHeads(of: byHead, \.partOfSpeech) }
}
