import Foundation
import SourceText
import Testing

@testable import StanceOntology

@Suite struct OverlayTests {
  @Test func `a later directory replaces rows of the same id and adds others`() throws {
    let overlay = [
      "people": [
        "name\tid\tgender\tfamily_names", "Ada B. Berg\tada-berg\tf\tBerg",
        "Ida Holm\tida-holm\tf\tHolm",
      ],
      "offices": [
        "person\tentity\toffice\tstart\ttitle\tend",
        "karl-berg\tcountry:UA\thead-of-state\t2020-05-20\tPresident\t2023-07-01",
        "ida-holm\tcountry:UA\thead-of-state\t2023-07-01\tPresident\t",
      ],
    ]
    let ontology = try Tables.with(Tables.small) { base in
      try Tables.with(overlay) { try Ontology(directories: [base, $0]) }
    }
    #expect(ontology.people.map(\.key) == ["ada-berg", "ida-holm", "karl-berg"])
    #expect(ontology.label(of: EntityID(.person, "ada-berg")) == "Ada B. Berg")
    #expect(ontology.candidates(named: "Ada Berg").isEmpty)
    #expect(ontology.candidates(named: "A. Berg").isEmpty)
    let ukraine = EntityID(.country, "UA")
    let holder = { ontology.holder(ofOffice: "head-of-state", entity: ukraine, on: $0)?.key }
    #expect(holder("2023-06-30") == "karl-berg")
    #expect(holder("2024-01-01") == "ida-holm")
  }

  @Test func `a fault of an overlay is named in its own file`() throws {
    let overlay = ["people": ["id\tname\tcountries", "x\tX\tUK"]]
    let faults = try Tables.with(Tables.small) { base in
      try Tables.with(overlay) { over in
        Ontology.validate(directories: [base, over]).map {
          $0.description.replacingOccurrences(of: over, with: "OVER")
        }
      }
    }
    #expect(
      faults == [
        """
        OVER/people.tsv:2: error: 'UK' is not a country of this ontology
          Nearest: UA. Add a row to countries.tsv, or correct the id.
        """
      ])
  }

  @Test func `three directories lie over each other in order`() throws {
    func named(_ name: String) -> [String: [String]] {
      ["countries": ["id\tname", "UA\t\(name)"]]
    }
    let label = try Tables.with(Tables.small) { base in
      try Tables.with(named("Second")) { second in
        try Tables.with(named("Third")) { third in
          try Ontology(directories: [base, second, third]).label(of: EntityID(.country, "UA"))
        }
      }
    }
    #expect(label == "Third")
  }
}
