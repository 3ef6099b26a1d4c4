import Foundation
import SourceText

@testable import StanceOntology

/// The ontology of this repository and small ones made for a test.
enum Tables {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "ontology").path()

  /// The ontology that ships, read once.
  static let shipped = Result { try Ontology(directories: [repository]) }

  /// A small whole ontology: the header of every table, and a few rows.
  static let small: [String: [String]] = [
    "countries": [
      "id\tname\taliases\tdemonym_plural\tadjective\tmetonyms\tstart\tend",
      "UA\tUkraine\t\tUkrainians\tUkrainian\tKyiv\t\t",
      "RU\tRussia\tRussian Federation\tRussians\tRussian\tthe Kremlin|Moscow\t\t",
    ],
    "people": [
      "id\tname\tfamily_names\tvariants\tgender\tcountries",
      "ada-berg\tAda Berg\tBerg\tA. Berg\tf\tUA",
      "karl-berg\tKarl Berg\tBerg\t\tm\tRU",
    ],
    "offices": [
      "person\tentity\toffice\tstart\ttitle\tend\tas_of\tspeaks_for",
      "ada-berg\tcountry:UA\thead-of-state\t2015-05-20\tPresident\t2020-05-20\t\tyes",
      "karl-berg\tcountry:UA\thead-of-state\t2020-05-20\tPresident\t\t2022-01-31\tyes",
    ],
    "organizations": [
      "id\tname\tvariants\ttype\thome_country", "PACT\tNorthern Pact\tPACT\talliance\t",
    ],
    "memberships": [
      "organization\tmember\trole\tstart\tend",
      "PACT\tcountry:UA\tmember\t1999-04-01\t", "PACT\tcountry:RU\tmember\t1990\t2014-03",
    ],
    "regions": ["id\tname\tkind\tparent", "crimea\tCrimea\tpeninsula\tcountry:UA"],
    "claims": [
      "entity\tclaimant\tclaim\tstart\tend\tnote\tsource",
      "region:crimea\tcountry:RU\tannexed-by\t2014-03-18\t\tnot recognised\ta treaty",
    ],
    "cities": ["id\tname\tcountry\tpopulation\tcapital", "lviv-ua\tLviv\tUA\t717803\t"],
    "given-names": ["name\tgender", "Ada\tfemale"],
    "titles": ["id\ttitle\tkind", "president\tPresident\toffice"],
    "ambiguous": ["alias\treadings\tpreferred", "Berg\tperson:ada-berg|person:karl-berg\t"],
  ]

  /// Runs `body` with the path of a new directory of tables, and removes it.
  static func with<Value>(
    _ tables: [String: [String]], _ body: (String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ontology-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, lines) in tables {
      let text = lines.map { $0 + "\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: name + ".tsv"))
    }
    return try body(folder.path())
  }

  /// The messages about the small ontology with some of its tables replaced, without the folder.
  static func faults(_ changed: [String: [String]]) throws -> String {
    try with(small.merging(changed) { $1 }) { folder in
      Ontology.validate(directories: [folder]).map {
        $0.description.replacingOccurrences(of: folder + "/", with: "")
      }.joined(separator: "\n")
    }
  }
}
