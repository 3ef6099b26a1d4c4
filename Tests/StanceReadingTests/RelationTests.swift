import StanceGraphKit
import StanceModel
import StanceOntology
import Testing

@testable import StanceReading

@Suite struct RelationTests {
  @Test(arguments: RelationCase.all)
  func `a text gives the relations that it states and none that it does not`(
    _ item: RelationCase
  ) throws {
    let found = try read(item.text).relations.map { told($0) }
    for wanted in item.states {
      #expect(found.contains(wanted), "wanted \(wanted), read \(found)")
    }
    for unwanted in item.silent {
      #expect(!found.contains { $0.hasPrefix(unwanted) }, "read \(found)")
    }
  }

  @Test func `no pair of entities is related twice in one way and year`() throws {
    for item in RelationCase.all {
      let found = try read(item.text).relations.map {
        "\($0.predicate) \($0.subject) \($0.object) \($0.year ?? 0)"
      }
      #expect(Set(found).count == found.count, "\(item.name): \(found)")
    }
  }

  @Test func `what a name is called in passing is the article's own words`() throws {
    let text = "Moscow said that Chadian President Omar Deby had called."
    let office = try #require(
      try read(text).relations.first { $0.predicate == "holds-office" })
    #expect(office.source == nil)
  }

  private func told(_ relation: Relation) -> String {
    let year = relation.year.map { " \($0)" } ?? ""
    let source = relation.source.map { " @\($0)" } ?? ""
    return "\(relation.predicate) \(relation.subject) \(relation.object)\(year)\(source)"
  }
}
