public import SourceText

/// The tables that the stance reader reads, from the folders of an ontology.
public struct StanceTables: Sendable {
  public var lexicon: CueLexicon
  public var issues: IssueTable
  public var relations: RelationTable

  /// Reads `cues.tsv`, `issues.tsv`, `issue-patterns.tsv` and `relations.tsv` from each folder that has them; later folders overlay.
  ///
  /// - Parameter codebook: a table of concepts that replaces the issues; nil for none.
  /// - Throws: `Diagnostic` if a table is missing everywhere or can't be read.
  public init(directories: [String], codebook: String? = nil) throws {
    func paths(_ name: String) throws -> [String] {
      let found = directories.map { $0 + "/" + name }.filter { Table.exists($0) }
      guard !found.isEmpty else {
        throw Diagnostic(
          .noInput, file: directories.last.map { $0 + "/" + name } ?? name,
          problem: "the table is missing",
          remedy: "Name the ontology's folder with --ontology, or install the program anew.")
      }
      return found
    }
    lexicon = try CueLexicon(paths: try paths("cues.tsv"))
    if let codebook {
      issues = try IssueTable(codebook: codebook)
    } else {
      issues = try IssueTable(
        issues: try paths("issues.tsv"), patterns: try paths("issue-patterns.tsv"))
    }
    relations = try RelationTable(paths: try paths("relations.tsv"))
  }

  /// The lemmas of all verbs that the tables have.
  public var verbs: Set<String> { lexicon.verbs.union(issues.verbs).union(relations.verbs) }

  /// What is wrong with single rows of the tables.
  public var faults: [Diagnostic] { lexicon.faults + issues.faults + relations.faults }
}
