import LanguageAnalysis
public import SourceText
import StanceOntology
import StanceReading

/// Checks all tables of an ontology.
public enum OntologyCheck {
  /// The rows of cues and issue patterns that do not read their own example: those of the overlays, or of what
  /// ships where there are none.
  ///
  /// - Parameter weights: the weights file; nil for the one that ships.
  /// - Throws: `Diagnostic` or `OntologyErrors` if the tables or the weights can't be read.
  public static func deadRows(overlays: [String], weights: String? = nil) throws -> [Diagnostic] {
    let reader = try Reader(ontology: overlays, weights: weights)
    let examples = try StanceTables.examples(
      directories: overlays.isEmpty ? try Reader.ontologyFolders(overlays: []) : overlays)
    return examples.filter { !reader.reads($0) }.map(\.fault)
  }

  /// Every fault, by file and line; empty when all is well.
  ///
  /// - Throws: `Diagnostic` if the ontology is not found.
  public static func faults(overlays: [String]) throws -> [Diagnostic] {
    let directories = try Reader.ontologyFolders(overlays: overlays)
    var faults = Ontology.validate(directories: directories)
    do {
      faults += try StanceTables(directories: directories).faults
    } catch let fault as Diagnostic {
      faults.append(fault)
    }
    do {
      _ = try ReportingCues(directories: directories)
    } catch let fault as Diagnostic {
      faults.append(fault)
    }
    return faults.sorted {
      ($0.file, $0.line ?? 0, $0.problem) < ($1.file, $1.line ?? 0, $1.problem)
    }
  }
}
