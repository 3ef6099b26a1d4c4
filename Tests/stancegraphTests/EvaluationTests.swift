import Foundation
import StanceTestSupport
import Testing

/// `eval`, `issues` and `unknowns`, as a user calls them.
@Suite struct EvaluationTests {
  private func coded() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      "Norway rejected the trade agreement. Kenya snorfed the levy.\n", to: "articles/one.txt")
    try place.write(
      #"{"id":"g1","anchor":"Norway rejected the trade agreement","holder":["country:NO"],"source":[],"target":["issue:trade-agreement(*)"],"polarity":"oppose"}"#
        + "\n", to: "coded/one.stances.jsonl")
    return place
  }

  @Test func `agreement is counted, and errors have their words`() throws {
    let place = try coded()
    let outcome = try place.run("eval", "--gold", "coded", "articles", "--errors")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("precision 1.000  recall 1.000  F1 1.000"))
    try place.write(
      #"{"id":"g1","anchor":"Norway rejected","holder":["country:SE"],"target":["*"],"polarity":"*"}"#
        + "\n", to: "coded/one.stances.jsonl")
    let wrong = try place.run("eval", "--gold", "coded", "articles", "--errors")
    #expect(wrong.output.contains("wrong holder; g1 core: country:SE * *; read: country:NO oppose"))
  }

  @Test func `gold that is missing or broken is named`() throws {
    let place = try coded()
    let missing = try place.run("eval", "--gold", "nowhere", "articles")
    #expect(missing.status == 66)
    #expect(missing.errors.contains("nowhere: error: there is no such folder"))
    try place.write("{\n", to: "coded/one.stances.jsonl")
    let broken = try place.run("eval", "--gold", "coded", "articles")
    #expect(broken.status == 65)
    #expect(broken.errors.contains("coded/one.stances.jsonl:1: error: not a JSON object"))
    try place.write("", to: "other/two.stances.jsonl")
    #expect(try place.run("eval", "--gold", "other", "articles").status == 66)
  }

  @Test func `what no table knows is listed with its sentence`() throws {
    let outcome = try coded().run("unknowns", "articles")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("snorf  “Kenya snorfed the levy.”"))
  }

  @Test func `issues are listed, and open propositions that recur are ranked`() throws {
    let place = try coded()
    try place.write("Norway rejected the levy. Chile rejected the levy.\n", to: "articles/two.txt")
    #expect(try place.run("issues").output.contains("\nmembership(member,organization)"))
    let outcome = try place.run("issues", "--suggest", "articles")
    #expect(outcome.output.hasPrefix("2 statements, 2 holders, 1 articles  levy  “"))
    #expect(try place.run("issues", "--suggest").status == 64)
  }
}
