import Testing

@testable import StanceOntology

@Suite struct NamesTests {
  private func ontology() throws -> Ontology {
    try Tables.with(Tables.small) { try Ontology(directories: [$0]) }
  }

  @Test(arguments: [
    ("Russian Federation", Ontology.NameKind.name), ("Russian", .adjective),
    ("Russians", .demonym), ("Kremlin", .metonym), ("the Kremlin", .metonym),
    ("The Kremlin’s", .metonym), ("Russia's", .name), ("Russia’s", .name),
    ("Russian  Federation", .name),
  ])
  func `a country is found by each kind of name`(name: String, kind: Ontology.NameKind) throws {
    #expect(
      try ontology().candidates(named: name) == [
        .init(entity: EntityID(.country, "RU"), kind: kind)
      ]
    )
  }

  @Test func `letter case counts unless it is to be ignored`() throws {
    let ontology = try ontology()
    #expect(ontology.candidates(named: "RUSSIA").isEmpty)
    #expect(ontology.candidates(named: "RUSSIA", ignoringCase: true).first?.entity.key == "RU")
    #expect(ontology.candidates(named: "pact").isEmpty)
  }

  @Test func `a family name that two people share has both readings`() throws {
    let found = try ontology().candidates(named: "Berg")
    #expect(found.map(\.entity.key) == ["ada-berg", "karl-berg"])
    #expect(found.allSatisfy { $0.kind == .familyName })
  }

  @Test func `a city is a reading of its country`() throws {
    let ontology = try ontology()
    #expect(
      ontology.candidates(named: "Lviv") == [.init(entity: EntityID(.country, "UA"), kind: .city)])
    #expect(ontology.cityCountry("Lviv") == EntityID(.country, "UA"))
    #expect(ontology.city(named: "Lviv")?.population == 717803)
    #expect(ontology.cityCountry("Ukraine") == nil)
  }

  @Test func `the longest run of tokens wins and ends where a token ends`() throws {
    let ontology = try ontology()
    let forms = ["The", "Russian", "Federation", "'s", "Berg"]
    let match = ontology.longestMatch(forms: forms, from: 1)
    #expect(match?.count == 2 && match?.candidates.first?.entity.key == "RU")
    #expect(ontology.longestMatch(forms: forms, from: 0) == nil)
    #expect(ontology.longestMatch(forms: forms, from: 3) == nil)
    #expect(ontology.longestMatch(forms: forms, from: 4)?.count == 1)
    #expect(ontology.longestMatch(forms: ["Russian", "towns"], from: 0)?.count == 1)
    #expect(ontology.longestMatch(forms: ["Russia-Ukraine"], from: 0) == nil)
    #expect(ontology.longestMatch(forms: forms, from: 9) == nil)
    #expect(ontology.longestMatch(forms: [], from: 0) == nil)
    #expect(ontology.longestMatch(forms: ["Rus", "sia"], from: 0) == nil)
  }

  @Test(arguments: [
    (["Côte", "d'", "Ivoire"], 3), (["Côte", "d’Ivoire"], 2), (["Cote", "d", "'", "Ivoire"], 4),
    (["U.S."], 1), (["Guinea", "-", "Bissau"], 3), (["Guinea-Bissau"], 1),
    (["Ukraine", "'s", "Foreign", "Ministry"], 4), (["The", "Hague"], 2), (["Xi", "Jinping"], 2),
    (["Bosnia", "and", "Herzegovina"], 3),
  ])
  func `names match the tokens of Universal Dependencies`(forms: [String], count: Int) throws {
    #expect(try Tables.shipped.get().longestMatch(forms: forms, from: 0)?.count == count)
  }

  @Test(arguments: [
    ("Erdoğan", "Erdogan"), ("Łódź", "Lodz"), ("São Tomé", "Sao Tome"),
    ("Ivory–Coast", "Ivory-Coast"),
    ("Straße", "Strasse"), ("e\u{301}", "e"),
  ])
  func `spellings that differ by accents fold to one`(a: String, b: String) {
    #expect(
      NamePieces(a.utf8, .diacritics).bytes == NamePieces(b.utf8, .diacritics).bytes)
    #expect(NamePieces(a.utf8, .letterCase).hash == NamePieces(b.utf8, .letterCase).hash)
  }

  @Test func `an article belongs to the name where the rest is another word`() throws {
    let ontology = try Tables.shipped.get()
    #expect(ontology.candidates(named: "the bloc").first?.entity.key == "EU")
    #expect(ontology.candidates(named: "bloc").isEmpty)
    #expect(ontology.candidates(named: "the States").first?.entity.key == "US")
    #expect(ontology.candidates(named: "States").isEmpty)
    #expect(ontology.longestMatch(forms: ["the", "Emirates"], from: 1)?.count == 1)
  }

  @Test func `nothing is found in nothing`() throws {
    let ontology = try ontology()
    for form in ["", " ", "'", "the", "’s", "\u{FFFD}", "\u{301}"] {
      #expect(ontology.candidates(named: form).isEmpty)
      #expect(ontology.title(form) == nil)
    }
  }
}
