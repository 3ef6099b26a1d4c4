import Foundation
import SourceText
import Testing

@testable import StanceOntology

@Suite struct ShippedTablesTests {
  @Test(arguments: TableSchema.all.map(\.fileName))
  func `a table of the repository has no fault`(file: String) {
    let faults = Ontology.validate(directories: [Tables.repository])
      .filter { $0.file.hasSuffix("/" + file) }
    #expect(faults.isEmpty, "\(OntologyErrors(faults))")
  }

  @Test func `the whole ontology has no fault and loads`() throws {
    #expect(Ontology.validate(directories: [Tables.repository]).isEmpty)
    let clock = ContinuousClock()
    var best = Duration.seconds(60)
    for _ in 0..<5 {
      best = min(best, try clock.measure { _ = try Ontology(directories: [Tables.repository]) })
    }
    print("ontology: loaded in \(best) (best of 5)")
    let ontology = try Tables.shipped.get()
    #expect(ontology.countries.count > 240)
    #expect(ontology.people.count > 3000)
    #expect(ontology.countries == ontology.countries.sorted())
  }

  @Test func `every current country has a label and its own name finds it first`() throws {
    let ontology = try Tables.shipped.get()
    for country in ontology.countries {
      let label = try #require(ontology.label(of: country))
      #expect(ontology.candidates(named: label).first?.entity == country, "\(label)")
    }
  }

  @Test(arguments: [
    "UN", "EU", "NATO", "OSCE", "AU", "ASEAN", "IAEA", "ICC", "ICJ", "WHO", "IMF", "G7", "G20",
    "Hamas", "Hezbollah", "Houthis", "Taliban", "World Bank", "United Nations", "European Union",
  ])
  func `an organisation is found by its everyday name`(name: String) throws {
    let found = try Tables.shipped.get().candidates(named: name)
    #expect(found.first?.entity.kind == .organization && found.first?.kind == .name, "\(found)")
  }

  @Test(arguments: [
    ("Kremlin", "country:RU"), ("the White House", "country:US"), ("Downing Street", "country:GB"),
    ("Whitehall", "country:GB"), ("Élysée", "country:FR"), ("Elysee", "country:FR"),
    ("Blue House", "country:KR"), ("Zhongnanhai", "country:CN"), ("Bankova", "country:UA"),
    ("Moscow", "country:RU"), ("Kyiv", "country:UA"), ("Kiev", "country:UA"),
    ("Washington", "country:US"), ("Brussels", "organization:EU"),
    ("Pentagon", "organization:us-dod"), ("Foggy Bottom", "organization:us-state"),
    ("Quai d’Orsay", "organization:fr-mfa"), ("Hungarian government", "country:HU"),
  ])
  func `a seat of power stands for its holder first`(name: String, id: String) throws {
    let first = try #require(try Tables.shipped.get().candidates(named: name).first)
    #expect(first == .init(entity: try #require(EntityID(id)), kind: .metonym))
  }

  @Test(arguments: [
    ("Georgia", "country:GE"), ("Jordan", "country:JO"), ("Turkey", "country:TR"),
    ("Türkiye", "country:TR"), ("Chad", "country:TD"), ("Congo", "country:CD"),
    ("Korea", "country:KR"), ("May", "person:theresa-may"), ("Brown", "person:gordon-brown"),
    ("Côte d’Ivoire", "country:CI"), ("the Hague", "country:NL"),
    ("Erdogan", "person:recep-tayyip-erdogan"),
    ("Zelenskiy", "person:volodymyr-zelenskyy"), ("Lugansk", "region:luhansk"),
    ("Donetsk", "region:donetsk"), ("the West", "region:west"), ("Western", "region:west"),
    ("European", "region:europe"), ("Middle East", "region:middle-east"),
    ("Crimean", "region:crimea"), ("Scottish", "region:scotland"), ("U.S.", "country:US"),
  ])
  func `a name with several readings has the usual one first`(name: String, id: String) throws {
    #expect(try Tables.shipped.get().candidates(named: name).first?.entity.description == id)
  }

  @Test func `an ambiguous name keeps its other readings`() throws {
    let ontology = try Tables.shipped.get()
    let georgia = ontology.candidates(named: "Georgia").map(\.entity.description)
    #expect(georgia.contains("region:georgia-us"))
    #expect(ontology.ambiguity(of: "Chad")?.isCommonWord == true)
    #expect(ontology.ambiguity(of: "Jordan")?.isGivenName == true)
    #expect(ontology.candidates(named: "Congo").map(\.entity.key) == ["CD", "CG"])
    let brussels = ontology.candidates(named: "Brussels")
    #expect(brussels.map(\.entity.description).contains("organization:NATO"))
    #expect(brussels.contains { $0.kind == .city && $0.entity.key == "BE" })
  }

  @Test(arguments: ["crimea", "donetsk", "kherson", "luhansk", "zaporizhzhia"])
  func `an annexed region has a claim of either side and no country of its own`(key: String) throws
  {
    let ontology = try Tables.shipped.get()
    let region = EntityID(.region, key)
    let claims = ontology.claims(on: region)
    #expect(claims.contains { $0.claimant.key == "UA" && $0.kind == .claimed })
    let annexed = try #require(claims.first { $0.kind == .annexed })
    #expect(annexed.claimant == EntityID(.country, "RU"))
    #expect(annexed.start == (key == "crimea" ? "2014-03-18" : "2022-09-30"))
    #expect(ontology.country(of: region) == nil)
  }

  @Test(arguments: [
    ("head-of-state", "country:US", "2015-06-01", "barack-obama"),
    ("head-of-state", "country:US", "2019-06-01", "donald-trump"),
    ("head-of-state", "country:US", "2023-06-01", "joe-biden"),
    ("head-of-state", "country:US", "2025-02-12", "donald-trump"),
    ("defence-minister", "country:US", "2025-02-12", "pete-hegseth"),
    ("head-of-state", "country:UA", "2025-02-12", "volodymyr-zelenskyy"),
    ("head-of-state", "country:RU", "2022-09-30", "vladimir-putin"),
    ("head-of-government", "country:GB", "2017-01-01", "theresa-may"),
    ("head-of-government", "country:GB", "2025-02-12", "keir-starmer"),
    ("head-of-government", "country:DE", "2020-01-01", "angela-merkel"),
  ])
  func `the holder of an office depends on the date`(
    office: String, entity: String, date: String, holder: String
  ) throws {
    let id = try #require(EntityID(entity))
    #expect(
      try Tables.shipped.get().holder(ofOffice: office, entity: id, on: date)?.key == holder)
  }

  @Test(arguments: [
    ("President", "head-of-state"), ("foreign minister", "foreign-minister"),
    ("Foreign Secretary", "foreign-minister"), ("MP", "legislator"), ("Gen.", "military-chief"),
    ("Secretary-General", "international-official"),
  ])
  func `a title has its office class`(form: String, office: String) throws {
    #expect(try Tables.shipped.get().title(form)?.officeClass == office)
  }

  @Test func `titles tell gender, number and kind, and short ones keep their case`() throws {
    let ontology = try Tables.shipped.get()
    #expect(ontology.title("Queen")?.gender == .female)
    #expect(ontology.title("MPs")?.isPlural == true)
    #expect(ontology.title("Mr")?.kind == .honorific)
    #expect(ontology.title("mp") == nil)
    #expect(ontology.title("fm") == nil)
    let match = ontology.longestTitle(forms: ["the", "Foreign", "Minister", "of"], from: 1)
    #expect(match?.count == 2 && match?.title.id == "foreign-minister")
  }

  @Test func `given names tell a gender where most of their bearers share it`() throws {
    let ontology = try Tables.shipped.get()
    #expect(ontology.genderOfGivenName("Angela") == .female)
    #expect(ontology.genderOfGivenName("Vladimir") == .male)
    #expect(ontology.isGivenName("José"))
    #expect(!ontology.isGivenName("Ministry"))
  }

  @Test func `members of NATO are those of the date`() throws {
    let ontology = try Tables.shipped.get()
    let nato = EntityID(.organization, "NATO")
    let sweden = EntityID(.country, "SE")
    #expect(!ontology.members(of: nato, on: "2022-02-24").contains(sweden))
    #expect(ontology.members(of: nato, on: "2025-02-12").contains(sweden))
    let eu = EntityID(.organization, "EU")
    #expect(ontology.members(of: eu, on: "2016-06-23").contains(EntityID(.country, "GB")))
    #expect(!ontology.members(of: eu, on: "2021-01-01").contains(EntityID(.country, "GB")))
    #expect(ontology.organizations(withMember: sweden, on: "2025-02-12").contains(eu))
  }
}
