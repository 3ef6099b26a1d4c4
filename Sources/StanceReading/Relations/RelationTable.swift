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
      var first = FirstRows<RelationPattern>()
      for row in table.rows {
        do {
          let pattern = try Self.pattern(row)
          if let earlier = first.earlier(pattern, row) {
            throw row.fault(
              "'\(row[1])' for \(row[0]) is on line \(earlier.line) already",
              "Expected: each row once. Remove one of the two.")
          }
          byHead[pattern.words[0], default: []].append(pattern)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
  }

  private static func pattern(_ row: Table.Row) throws -> RelationPattern {
    let subjects = try row.slots(row[4], isRole: true)
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

  /// The relation that a noun says of its bearer: `spokesman`, whose row has `self` for its subject.
  func post(_ noun: String) -> String? {
    byHead[noun]?.first {
      $0.partOfSpeech == .noun && $0.words.count == 1 && $0.needs.isEmpty
        && $0.subjects == [.itself] && Self.posts.contains($0.relation)
    }?.relation
  }

  private static let posts: Set<String> = ["leads", "works-for", "holds-office", "member-of"]

  var verbs: Set<String> { verbHeads(of: byHead, \.partOfSpeech) }
}
