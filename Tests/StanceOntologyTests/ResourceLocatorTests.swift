import Foundation
import SourceText
import Testing

@testable import StanceOntology

@Suite struct ResourceLocatorTests {
  private let locator = ResourceLocator.ontology

  @Test func `the variable comes first, then the program's folder, then the installed place`() {
    #expect(
      locator.places(environment: ["STANCEGRAPH_ONTOLOGY": "/data"], executable: "/opt/bin/x")
        == ["/data"])
    #expect(
      locator.places(environment: [:], executable: "/opt/bin/x") == [
        "/opt/bin/StanceGraph_StanceOntology.resources/ontology",
        "/opt/bin/StanceGraph_StanceOntology.bundle/ontology",
        "/opt/share/stancegraph/ontology",
      ])
  }

  @Test func `what is nowhere is told with every place looked at`() {
    let error = #expect(throws: Diagnostic.self) {
      try locator.locate(environment: [:], executable: "/no/bin/x")
    }
    #expect(
      error?.description == """
        /no/bin/StanceGraph_StanceOntology.resources/ontology: error: the ontology is not here, \
        nor at /no/bin/StanceGraph_StanceOntology.bundle/ontology, /no/share/stancegraph/ontology
          Name it with --ontology or the variable STANCEGRAPH_ONTOLOGY, or install the program anew.
        """)
    #expect(error?.kind == .noInput)
  }

  @Test func `an option names the one place to look at`() throws {
    let folder = try Tables.with([:]) { folder in
      let found = try locator.locate(named: folder, environment: [:], executable: nil)
      #expect(found == folder)
      return folder
    }
    #expect(throws: Diagnostic.self) {
      try locator.locate(named: folder, environment: [:], executable: nil)
    }
  }

  @Test func `the installed place is found beside the program`() throws {
    try Tables.with([:]) { folder in
      let place = folder + "/share/stancegraph/ontology"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      let found = try locator.locate(environment: [:], executable: folder + "/bin/stancegraph")
      #expect(found == place)
    }
  }

  @Test func `the running program is known`() {
    #expect(ResourceLocator.executable.map(FileManager.default.fileExists(atPath:)) == true)
  }
}
