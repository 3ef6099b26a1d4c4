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
  public private(set) var faults: [Diagnostic] = []

  /// - Throws: `Diagnostic` if a table can't be read.
  public init(paths: [String]) throws {
    for path in paths {
      for row in try Table(path: path, columns: Self.columns).rows {
        guard let pos = CueRow.PartOfSpeech(rawValue: row[2]), row[1].contains(where: { $0 != " " })
        else {
          faults.append(
            Diagnostic(
              file: path, line: row.line, problem: "'\(row[2])' is no part of speech",
              remedy: "Use V, N or A, and give the head's lemma."))
          continue
        }
        let subjects = row[4].split(separator: ",").compactMap { Slot($0) }
        let objects = row[5].split(separator: ",").compactMap { Slot($0) }
        guard !subjects.isEmpty, !objects.isEmpty else {
          faults.append(
            Diagnostic(
              file: path, line: row.line, problem: "a relation needs slots for both its entities",
              remedy: "ontology/README.md lists the slots."))
          continue
        }
        let words = row[1].split(separator: " ").map { String($0) }
        byHead[words[0], default: []].append(
          RelationPattern(
            relation: row[0], words: words, partOfSpeech: pos,
            needs: row[3].split(separator: "|").map { String($0) }, subjects: subjects,
            objects: objects))
      }
    }
  }

  func patterns(head lemma: String) -> [RelationPattern] { byHead[lemma] ?? [] }
}
