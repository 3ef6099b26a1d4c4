import Foundation
import SourceText
import Testing

@testable import StanceOntology

@Suite struct BrokenTablesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var table: String
    var lines: [String]
    var message: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "too few cells", table: "cities", lines: ["id\tname\tcountry", "lviv-ua\tLviv"],
      message: """
        cities.tsv:2: error: 2 cells where the first line has 3
          Separate cells by tabs, and leave a cell empty rather than out.
        """),
    Case(
      name: "a date that is none", table: "claims",
      lines: [
        "entity\tclaimant\tclaim\tstart", "region:crimea\tcountry:RU\tannexed-by\t18.3.2014",
      ],
      message: """
        claims.tsv:2: error: '18.3.2014' in the column 'start' is not a date
          Write YYYY, YYYY-MM or YYYY-MM-DD, or leave the cell empty.
        """),
    Case(
      name: "an end before the start", table: "memberships",
      lines: ["organization\tmember\trole\tstart\tend", "PACT\tcountry:UA\tmember\t2004\t1999-03"],
      message: """
        memberships.tsv:2: error: the end 1999-03 is before the start 2004
          Correct one of the two.
        """),
    Case(
      name: "an unknown entity", table: "regions",
      lines: ["id\tname\tparent", "crimea\tCrimea\tcountry:UA2"],
      message: """
        regions.tsv:2: error: 'country:UA2' is not a country of this ontology
          Nearest: country:UA. Add a row to countries.tsv, or correct the id.
        """),
    Case(
      name: "an entity of no kind", table: "regions",
      lines: ["id\tname\tparent", "crimea\tCrimea\tUA"],
      message: """
        regions.tsv:2: error: 'UA' in the column 'parent' is not kind:id
          Write country:UA, organization:NATO, region:crimea or person:angela-merkel.
        """),
    Case(
      name: "an id twice", table: "titles",
      lines: [
        "id\ttitle\tkind", "president\tPresident\toffice", "", "# a remark",
        "president\tChair\toffice",
      ],
      message: """
        titles.tsv:5: error: 'president' is already in line 2
          Give one of them another id, or make one row of the two.
        """),
    Case(
      name: "a misspelt word", table: "organizations",
      lines: ["id\tname\ttype", "PACT\tNorthern Pact\taliance"],
      message: """
        organizations.tsv:2: error: 'aliance' can't stand in the column 'type'
          Nearest: alliance. It takes igo, alliance, union, court, agency, party, armed-group, \
        ministry, company, ngo, or nothing.
        """),
    Case(
      name: "an empty name", table: "cities", lines: ["id\tname\tcountry", "lviv-ua\t\tUA"],
      message: """
        cities.tsv:2: error: the cell 'name' is empty
          Fill it in, or remove the row.
        """),
    Case(
      name: "a space too many", table: "cities",
      lines: ["id\tname\tcountry", "lviv-ua\tLviv \tUA"],
      message: """
        cities.tsv:2: error: 'Lviv ' in the column 'name' begins or ends with a space
          Remove the space.
        """),
    Case(
      name: "a quoted cell", table: "cities",
      lines: ["id\tname\tcountry", "lviv-ua\t\"Lviv\"\tUA"],
      message: """
        cities.tsv:2: error: the cell 'name' is in quotation marks
          Save the table as tab-separated text without quoting.
        """),
    Case(
      name: "a misspelt column", table: "cities", lines: ["id\tname\tcuntry", "lviv-ua\tLviv\tUA"],
      message: """
        cities.tsv:1: error: 'cuntry' is not a column of this table
          Nearest: country. The columns are id, name, variants, country, population, capital; \
        source and note are free.
        cities.tsv:1: error: the column 'country' is missing
          Separate columns by tabs. They are id, name, variants, country, population, capital.
        """),
    Case(
      name: "a key with a space", table: "cities",
      lines: ["id\tname\tcountry", "lviv ua\tLviv\tUA"],
      message: """
        cities.tsv:2: error: 'lviv ua' can't be an id
          An id has only the letters A to Z and a to z, digits and hyphens.
        """),
    Case(
      name: "a number that is none", table: "cities",
      lines: ["id\tname\tcountry\tpopulation", "lviv-ua\tLviv\tUA\t717,803"],
      message: """
        cities.tsv:2: error: '717,803' in the column 'population' is not a number
          Write digits only, or leave the cell empty.
        """),
    Case(
      name: "an empty value", table: "people",
      lines: [
        "id\tname\tfamily_names", "ada-berg\tAda Berg\tBerg|", "karl-berg\tKarl Berg\tBerg",
      ],
      message: """
        people.tsv:2: error: the cell 'family_names' has an empty value beside a '|'
          Remove the '|', or write the value.
        """),
    Case(
      name: "a preference for no reading", table: "ambiguous",
      lines: ["alias\treadings\tpreferred", "Berg\tperson:ada-berg|word:berg\tperson:karl-berg"],
      message: """
        ambiguous.tsv:2: error: the preferred 'person:karl-berg' is not among the readings
          Add it to the readings, or leave the cell empty.
        """),
    Case(
      name: "an empty file", table: "given-names", lines: [],
      message: """
        given-names.tsv: error: the table is empty
          Its first line names the columns: name, gender.
        """),
    Case(
      name: "a table with a misspelt name", table: "peoples", lines: ["id\tname"],
      message: """
        peoples.tsv: error: nothing reads a table of this name
          Nearest: people.tsv. The tables are ambiguous.tsv, cities.tsv, claims.tsv, \
        countries.tsv, cues.tsv, given-names.tsv, issue-patterns.tsv, issues.tsv, \
        memberships.tsv, offices.tsv, organizations.tsv, people.tsv, regions.tsv, relations.tsv, \
        reporting-cues.tsv, sources.tsv, titles.tsv.
        """),
  ]

  @Test(arguments: cases)
  func `a broken table is named with line, problem and remedy`(broken: Case) throws {
    #expect(try Tables.faults([broken.table: broken.lines]) == broken.message)
  }

  @Test func `the small tables of these tests have no fault`() throws {
    #expect(try Tables.faults([:]).isEmpty)
  }

  @Test func `all faults come at once, by file and line`() throws {
    let tables = Tables.small.merging([
      "cities": ["id\tname\tcountry", "a\tA\tXX", "b\tB", "c\t\tUA"],
      "regions": ["id\tname\tparent", "crimea\tCrimea\t?"],
    ]) { $1 }
    try Tables.with(tables) { folder in
      let error = #expect(throws: OntologyErrors.self) {
        try Ontology(directories: [folder])
      }
      let places = (error?.diagnostics ?? []).map {
        "\($0.file.split(separator: "/").last ?? ""):\($0.line ?? 0)"
      }
      #expect(places == ["regions.tsv:2", "cities.tsv:2", "cities.tsv:3", "cities.tsv:4"])
    }
  }

  @Test func `bytes that are not UTF-8 are named with their line`() throws {
    try Tables.with(Tables.small) { folder in
      let file = URL(filePath: folder + "/cities.tsv")
      try (Data("id\tname\tcountry\nx\tA Coru".utf8) + [0xF1, 0x61, 0x09, 0x55, 0x41]).write(
        to: file)
      let faults = Ontology.validate(directories: [folder])
      #expect(
        faults.map(\.description) == [
          """
          \(file.path()):2: error: the byte 0xF1 is not UTF-8 here
            Save the table as UTF-8 text.
          """
        ])
    }
  }

  @Test func `a byte order mark and CRLF are no fault`() throws {
    try Tables.with(Tables.small) { folder in
      let text = "\u{FEFF}id\tname\tcountry\r\nlviv-ua\tLviv\tUA\r\n"
      try Data(text.utf8).write(to: URL(filePath: folder + "/cities.tsv"))
      #expect(try Ontology(directories: [folder]).cityCountry("Lviv")?.key == "UA")
    }
  }

  @Test func `a missing directory and a missing table are named`() throws {
    let missing = Ontology.validate(directories: ["/no/such/place"])
    #expect(
      missing.map(\.description) == [
        """
        /no/such/place: error: there is no such directory
          Name a directory with the ontology's tables.
        """
      ])
    #expect(missing.first?.kind == .noInput)
    let tables = Tables.small.filter { $0.key != "claims" }
    #expect(
      try Tables.with(tables) { folder in
        Ontology.validate(directories: [folder]).map(\.problem)
      } == ["claims.tsv is missing"])
  }

  @Test func `the tables of other modules are not read`() throws {
    #expect(try Tables.faults(["issues": ["anything", "a\tb\tc"], "cues": []]).isEmpty)
  }
}
