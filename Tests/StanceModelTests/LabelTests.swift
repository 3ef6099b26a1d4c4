import StanceModel
import StanceOntology
import StanceTestSupport
import Testing

@Suite struct LabelTests {
  @Test(
    arguments: [
      ("aid[ from {giver}][ to {recipient}]", ["US", "Ukraine"], "aid from US to Ukraine"),
      ("aid[ from {giver}][ to {recipient}]", [nil, "Ukraine"], "aid to Ukraine"),
      ("aid[ from {giver}][ to {recipient}]", [nil, nil], "aid"),
      ("{recipient} aided by {giver}", [nil, "Ukraine"], "Ukraine aided by …"),
      ("{recipient}", ["US"], "…"), ("[{giver", ["US", "Ukraine"], "[{giver"),
      ("", ["US", nil], ""),
    ] as [(String, [String?], String)])
  func `a template is filled with the roles that are there`(
    template: String, roles: [String?], expected: String
  ) {
    #expect(
      Labels.fill(template: template, names: ["giver", "recipient"], roles: roles) == expected)
  }

  @Test(arguments: [
    ("person:ed-davey", "Ed Davey"), ("group:aid-workers", "aid workers"), ("country:UA", "UA"),
    ("organization:NATO", "NATO"), ("person:---", "---"), ("document:a-b.txt", "a-b.txt"),
  ])
  func `an unknown entity is labelled by its id`(id: String, label: String) throws {
    #expect(Labels.label(of: try #require(EntityID(id))) == label)
  }
}

@Suite struct TargetTests {
  @Test(arguments: [
    "country:UA", "issue:membership(country:UA,organization:NATO)", "issue:aid(*,country:UA)",
    "issue:ceasefire()", "proposition:build(country:US,wall)", "proposition:go(-,-)",
    "document:a(b),c", "proposition:say(issue:aid(country:US,*),x)",
  ])
  func `an id is read back`(id: String) throws {
    #expect(try #require(Target(id: id)).id == id)
  }

  @Test(arguments: [
    "", "UA", "country:", "issue:membership", "issue:membership(", "issue:a(wall)", "thing:a(b)",
    "proposition:a(b", "issue:)(",
  ])
  func `what is no target is none`(id: String) { #expect(Target(id: id) == nil) }

  @Test(arguments: HostileText.all)
  func `any text between brackets is read or refused`(text: String) {
    _ = Target(id: text)
    _ = Target(id: "issue:\(text)")
    #expect(Target(id: "proposition:\(text)(\(text))") == nil || !text.contains("\u{0}bad"))
  }
}
