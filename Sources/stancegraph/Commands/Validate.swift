import ArgumentParser
import SourceText
import StanceGraphKit
import StanceOntology

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the tables of the ontology; every error with its file and line.",
    discussion: """
      EXAMPLES
        stancegraph validate
        stancegraph validate --ontology my-tables/
        stancegraph validate --examples
      """)

  @Option(
    name: .customLong("ontology"),
    help: "A folder of tables that overlay those that ship; may be repeated.")
  var ontologies: [String] = []

  @Flag(
    help:
      "List the rows of cues and issue patterns (your own where you name a folder) that do not read their own example, too."
  )
  var examples = false

  func run() throws {
    try Messages.reporting {
      var faults = try OntologyCheck.faults(overlays: ontologies)
      if examples, faults.isEmpty { faults = try OntologyCheck.deadRows(overlays: ontologies) }
      for fault in faults { Messages.warn(fault) }
      guard faults.isEmpty else {
        Messages.print("\(faults.count) \(faults.count == 1 ? "error" : "errors")")
        throw ExitCode(Diagnostic.Kind.badData.rawValue)
      }
      print("The ontology has no errors.")
    }
  }
}
