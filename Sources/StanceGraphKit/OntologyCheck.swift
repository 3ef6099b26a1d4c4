public import SourceText
import StanceOntology
import StanceReading

/// Checks all tables of an ontology.
public enum OntologyCheck {
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
    return faults.sorted {
      ($0.file, $0.line ?? 0, $0.problem) < ($1.file, $1.line ?? 0, $1.problem)
    }
  }
}
