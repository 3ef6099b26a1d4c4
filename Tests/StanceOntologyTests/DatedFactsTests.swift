import Testing

@testable import StanceOntology

@Suite struct DatedFactsTests {
  private let ukraine = EntityID(.country, "UA")
  private func ontology() throws -> Ontology {
    try Tables.with(Tables.small) { try Ontology(directories: [$0]) }
  }

  @Test(
    arguments: [
      ("2014-01-01", nil), ("2015-05-20", "ada-berg"), ("2019", "ada-berg"),
      ("2020-05-19", "ada-berg"), ("2020-05-20", "karl-berg"), ("2022-12-31", "karl-berg"),
      ("2024-01-01", nil),
    ] as [(String, String?)])
  func `an office passes to the next holder on the day and is unknown long after the source`(
    date: String, holder: String?
  ) throws {
    #expect(
      try ontology().holder(ofOffice: "head-of-state", entity: ukraine, on: date)?.key == holder)
  }

  @Test func `without a date an office with two holders has none`() throws {
    #expect(try ontology().holder(ofOffice: "head-of-state", entity: ukraine, on: nil) == nil)
    #expect(try ontology().holder(ofOffice: "mayor", entity: ukraine, on: "2020") == nil)
  }

  @Test func `a person's offices are those of the date, or all`() throws {
    let ontology = try ontology()
    let karl = EntityID(.person, "karl-berg")
    #expect(ontology.offices(of: karl, on: "2019-01-01").isEmpty)
    let office = try #require(ontology.offices(of: karl, on: "2024-01-01").first)
    #expect(office.title == "President" && office.speaksFor && office.entity == ukraine)
    #expect(!office.isVouchedFor(on: "2024-01-01") && office.isVouchedFor(on: "2022-06"))
    #expect(ontology.offices(of: EntityID(.person, "ada-berg"), on: nil).count == 1)
    #expect(ontology.offices(of: EntityID(.person, "nobody"), on: nil).isEmpty)
  }

  @Test func `members come and go by date`() throws {
    let ontology = try ontology()
    let pact = EntityID(.organization, "PACT")
    #expect(ontology.members(of: pact, on: "1995").map(\.key) == ["RU"])
    #expect(ontology.members(of: pact, on: "2014-03-10").map(\.key) == ["RU", "UA"])
    #expect(ontology.members(of: pact, on: "2015-01-01").map(\.key) == ["UA"])
    #expect(ontology.members(of: pact, on: nil).map(\.key) == ["UA"])
  }

  @Test func `a claim stands from its start, and a claimed region is no one's by silence`() throws {
    let ontology = try ontology()
    let crimea = EntityID(.region, "crimea")
    let claim = try #require(ontology.claims(on: crimea).first)
    #expect(claim.kind == .annexed && claim.note == "not recognised" && claim.source == "a treaty")
    #expect(!claim.stands(on: "2014-03-17") && claim.stands(on: "2014-03-18"))
    #expect(ontology.claims(by: EntityID(.country, "RU")) == [claim])
    #expect(ontology.country(of: crimea) == nil)
    #expect(ontology.parent(of: crimea) == ukraine)
    #expect(ontology.country(of: EntityID(.person, "ada-berg")) == ukraine)
    #expect(ontology.country(of: EntityID(.country, "ZZ")) == nil)
  }

  @Test(arguments: [
    "2024-13", "2024-02-30", "2023-02-29", "24", "2024-1", "2024-01-01-01", "", "x", "2024-",
    "-2024", "20240101",
  ])
  func `what is not a date is none`(text: String) { #expect(DateRange(text) == nil) }

  @Test func `a date may be a year, a month or a day`() {
    #expect(DateRange("2024")?.last == 20_241_231)
    #expect(DateRange("2024-02")?.last == 20_240_229)
    #expect(DateRange("2024-02-29")?.first == 20_240_229)
  }
}
